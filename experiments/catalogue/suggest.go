package catalogue

import (
	"fmt"
	"strings"

	"regret/optim/schedule/formula"
)

// DidYouMean ends a message about an unknown name: it proposes the closest of
// the known names, as formulas do, lists them if they are few and none is close,
// or is empty.
func DidYouMean(name string, known []string) string {
	if best, ok := formula.Closest(name, known); ok {
		return fmt.Sprintf("; did you mean %q?", best)
	}
	if len(known) == 0 || len(known) > 20 {
		return ""
	}
	return "; known are " + strings.Join(known, ", ")
}
