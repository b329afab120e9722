package formula

import (
	"fmt"
	"slices"
	"strings"
)

// synonyms are names of functions elsewhere.
var synonyms = map[string]string{"ln": "log", "power": "pow", "fabs": "abs", "ceiling": "ceil", "root": "sqrt", "minimum": "min", "maximum": "max"}

// didYouMean returns the end of a message about an unknown word: the known word
// nearest to it, or all of them.
func didYouMean(word string, known []string) string {
	best, ok := synonyms[word]
	if !ok || !slices.Contains(known, best) {
		best, ok = Closest(word, known)
	}
	switch {
	case ok:
		return fmt.Sprintf(", did you mean %q?", best)
	case len(known) == 0:
		return ""
	}
	return ": known are " + strings.Join(known, ", ")
}

// Closest finds the known word that a word was probably meant to be, whatever the
// case: at most a third of its letters differ, rounded up, and not all of them, as
// one letter may stand for anything.
func Closest(word string, known []string) (best string, ok bool) {
	letters := len([]rune(word))
	nearest := min((letters+2)/3, letters-1) + 1
	for _, k := range known {
		if d := editDistance(strings.ToLower(word), strings.ToLower(k)); d < nearest && d < len(k) {
			best, nearest, ok = k, d, true
		}
	}
	return best, ok
}

// editDistance is the Damerau-Levenshtein distance (optimal string alignment):
// insertions, deletions, substitutions and swaps of neighbours.
func editDistance(a, b string) int {
	s, t := clip(a), clip(b)
	before, above, row := make([]int, len(t)+1), make([]int, len(t)+1), make([]int, len(t)+1)
	for j := range above {
		above[j] = j
	}
	for i := 1; i <= len(s); i++ {
		row[0] = i
		for j := 1; j <= len(t); j++ {
			cost := 1
			if s[i-1] == t[j-1] {
				cost = 0
			}
			row[j] = min(above[j]+1, row[j-1]+1, above[j-1]+cost)
			if i > 1 && j > 1 && s[i-1] == t[j-2] && s[i-2] == t[j-1] {
				row[j] = min(row[j], before[j-2]+1)
			}
		}
		before, above, row = above, row, before
	}
	return above[len(t)]
}

// clip keeps the quadratic distance cheap for hostile names.
func clip(s string) []rune {
	runes := []rune(s)
	return slices.Clip(runes[:min(len(runes), 64)])
}
