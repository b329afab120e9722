package figure

import (
	"fmt"
	"slices"
	"strings"
)

// hiddenNotes say what a panel's axes do not show, a sentence a cause. The
// median goes where its mean goes and has no entry of its own.
func (p *panel) hiddenNotes() []string {
	var notes []string
	for _, cause := range []struct {
		text string
		fate fate
		of   func(trace) bool
	}{
		{"○ not positive, not shown: ", hidden, func(t trace) bool { return t.bound || t.marked }},
		{"▲ beyond the upper edge: ", above, func(t trace) bool { return t.bound || t.marked }},
		{"▼ beyond the lower edge: ", below, func(t trace) bool { return t.bound || t.marked }},
		{"▲ infinite: ", infinite, func(t trace) bool { return t.bound }},
		{"× infinite: ", infinite, func(t trace) bool { return t.marked && !t.bound && t.divergedAt == 0 }},
	} {
		var where []string
		for _, t := range slices.Concat(p.traces, p.levels) {
			if n := t.tally(p.x, p.y)[cause.fate]; n > 0 && cause.of(t) {
				where = append(where, fmt.Sprintf("%s (%d of %d points)", t.name, n, len(t.xs)))
			}
		}
		if where != nil {
			notes = append(notes, cause.text+strings.Join(where, "; "))
		}
	}
	for _, t := range p.traces {
		if t.marked && t.tally(p.x, p.y)[gap] == len(t.xs) {
			notes = append(notes, t.name+": no value is defined")
		}
	}
	return notes
}
