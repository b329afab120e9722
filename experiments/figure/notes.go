package figure

import (
	"fmt"
	"slices"
	"strings"
)

// hiddenNotes say what a panel's axes do not show, a sentence a cause. The
// median goes where its mean goes and has no entry of its own.
func (p *panel) hiddenNotes() []string {
	unbounded := "▲ infinite, so vacuous: "
	if p.unit { // a ratio
		unbounded = "▲ infinite: "
	}
	var notes []string
	for _, cause := range []struct {
		text string
		fate fate
		of   func(trace) bool
	}{
		{"○ not positive, not shown: ", hidden, trace.speaks},
		{"▲ beyond the upper edge: ", above, trace.speaks},
		{"▼ beyond the lower edge: ", below, trace.speaks},
		{unbounded, infinite, func(t trace) bool { return t.bound != "" }},
		{"× infinite: ", infinite, func(t trace) bool { return t.marked && t.bound == "" && t.divergedAt == 0 }},
	} {
		if where := p.where(cause.fate, cause.of); where != "" {
			notes = append(notes, cause.text+where)
		}
	}
	for _, t := range p.traces {
		if t.marked && t.tally(p.x, p.y)[gap] == len(t.xs) {
			notes = append(notes, t.name+": no value is defined")
		}
	}
	return notes
}

// speaks says whether a trace has entries of its own.
func (t trace) speaks() bool { return t.bound != "" || t.marked }

// where lists the traces that have points of a fate, those of one bound and with as
// many points together: "zinkevich of linear decay, cosine (7 of 7 points)".
func (p *panel) where(f fate, of func(trace) bool) string {
	type group struct {
		bound, count string
		names        []string
	}
	var groups []*group
	found := map[[2]string]*group{}
	for _, t := range slices.Concat(p.traces, p.levels) {
		n := t.tally(p.x, p.y)[f]
		if n == 0 || !of(t) {
			continue
		}
		key := [2]string{t.bound, fmt.Sprintf(" (%d of %d points)", n, len(t.xs))}
		if found[key] == nil {
			found[key] = &group{bound: key[0], count: key[1]}
			groups = append(groups, found[key])
		}
		if t.name != "" { // a level is a bound of no curve
			found[key].names = append(found[key].names, t.name)
		}
	}
	var texts []string
	for _, g := range groups {
		text := g.bound
		if len(g.names) > 0 {
			text = strings.TrimPrefix(text+" of ", " of ") + strings.Join(g.names, ", ")
		}
		texts = append(texts, text+g.count)
	}
	return strings.Join(texts, "; ")
}
