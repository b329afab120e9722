package formula

import (
	"fmt"
	"strings"
)

// synonyms are names of functions elsewhere.
var synonyms = map[string]string{"ln": "log", "power": "pow", "fabs": "abs", "ceiling": "ceil", "root": "sqrt", "minimum": "min", "maximum": "max"}

// didYouMean returns the end of a message about an unknown word: the known word
// nearest to it, or all of them.
func didYouMean(word string, known []string) string {
	best, least := "", 3
	for _, k := range known {
		d := distance(strings.ToLower(word), strings.ToLower(k))
		if synonyms[word] == k {
			d = 0
		}
		if d < least && d < len(k) {
			best, least = k, d
		}
	}
	switch {
	case best != "":
		return fmt.Sprintf(", did you mean %q?", best)
	case len(known) == 0:
		return ""
	}
	return ": known are " + strings.Join(known, ", ")
}

// distance is the least number of insertions, deletions and replacements that
// turn a into b.
func distance(a, b string) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		diagonal := row[0]
		row[0] = i + 1
		for j := range len(b) {
			cost := diagonal
			if a[i] != b[j] {
				cost++
			}
			diagonal = row[j+1]
			row[j+1] = min(cost, row[j]+1, row[j+1]+1)
		}
	}
	return row[len(b)]
}
