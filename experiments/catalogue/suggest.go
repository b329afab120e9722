package catalogue

import (
	"fmt"
	"slices"
	"strings"
)

// DidYouMean ends a message about an unknown name: it proposes the closest of
// the known names, lists them if they are few and none is close, or is empty.
func DidYouMean(name string, known []string) string {
	if best, ok := Closest(name, known); ok {
		return fmt.Sprintf("; did you mean %q?", best)
	}
	if len(known) == 0 || len(known) > 20 {
		return ""
	}
	return "; known are " + strings.Join(known, ", ")
}

// Closest finds the known name that a name was probably meant to be: at most
// about a third of its letters differ.
func Closest(name string, known []string) (best string, ok bool) {
	nearest := len(name)/3 + 2
	for _, k := range known {
		if d := editDistance(strings.ToLower(name), strings.ToLower(k)); d < nearest && d < len(k) {
			best, nearest = k, d
		}
	}
	return best, best != ""
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
