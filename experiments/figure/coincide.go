package figure

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// indistinct is how far apart two lines look like one, as a share of the axis: half a
// point on a main panel in a column.
const indistinct = 0.004

// coincides says whether two lines have one course: every point of one lies where the
// same point of the other lies, and some are inside the panel.
func (p *panel) coincides(a, b trace) bool {
	if len(a.xs) != len(b.xs) {
		return false
	}
	shown := false
	for i, x := range a.xs {
		now := fateOf(x, a.ys[i], p.x, p.y)
		if b.xs[i] != x || fateOf(x, b.ys[i], p.x, p.y) != now {
			return false
		}
		if now != inside {
			continue
		}
		shown = true
		if math.Abs(p.y.norm(a.ys[i])-p.y.norm(b.ys[i])) > indistinct {
			return false
		}
	}
	return shown
}

// coincident groups the lines that lie on each other, solid and dashed ones apart, as
// indices of traces; a line that lies on no other has no group. Medians are left out.
func (p *panel) coincident() (groups [][]int) {
	grouped := make([]bool, len(p.traces))
	for i, a := range p.traces {
		if grouped[i] || !a.speaks() {
			continue
		}
		group := []int{i}
		for j := i + 1; j < len(p.traces); j++ {
			b := p.traces[j]
			if !grouped[j] && b.speaks() && a.dashed() == b.dashed() && p.coincides(a, b) {
				group, grouped[j] = append(group, j), true
			}
		}
		if len(group) > 1 {
			groups = append(groups, group)
		}
	}
	return groups
}

func (t trace) dashed() bool { return len(t.style.Dashes) > 0 }

// turn is a line's place among those that lie where it lies.
type turn struct{ rank, of int }

// takeTurns returns the panel's traces with dashes such that lines which coincide show
// one after the other along their course, and each trace's turn.
func (p *panel) takeTurns() ([]trace, []turn) {
	traces, turns := slices.Clone(p.traces), make([]turn, len(p.traces))
	for i := range turns {
		turns[i].of = 1
	}
	for _, group := range p.coincident() {
		styles := make([]draw.LineStyle, len(group))
		for rank, i := range group {
			styles[rank] = traces[i].style
			turns[i] = turn{rank, len(group)}
		}
		for rank, i := range group {
			traces[i].style.Dashes, traces[i].style.DashOffs = turnOf(styles, rank)
		}
	}
	return traces, turns
}

// turnOf is the pattern of one of several lines with one course: its own dashes, or
// a piece of a solid line, then nothing while the others have theirs.
func turnOf(styles []draw.LineStyle, rank int) (dashes []vg.Length, offset vg.Length) {
	const piece = 6
	var before, cycle vg.Length
	for i, sty := range styles {
		if i == rank {
			before = cycle
		}
		own := sty.Dashes
		if len(own) == 0 {
			own = []vg.Length{piece, 0}
		}
		for _, d := range own {
			cycle += d
		}
		if i == rank {
			dashes = slices.Clone(own)
			offset = cycle
		}
	}
	dashes[len(dashes)-1] += cycle - (offset - before)
	return dashes, cycle - before
}

// coincidences name the lines that lie on each other, and the bounds that lie on the
// solid line of their curve, which hides them.
func (p *panel) coincidences() (notes []string) {
	for _, group := range p.coincident() {
		traces := make([]trace, len(group))
		for k, i := range group {
			traces[k] = p.traces[i]
		}
		notes = append(notes, "≡ within the width of a line: "+p.subjects(traces))
	}
	var attained []trace
	for _, b := range p.traces {
		if b.dashed() && b.bound != "" && slices.ContainsFunc(p.traces, func(t trace) bool {
			return t.marked && !t.dashed() && t.curve == b.curve && p.coincides(t, b)
		}) {
			attained = append(attained, b)
		}
	}
	if attained != nil {
		notes = append(notes, "≡ hidden by its own curve: "+p.subjects(attained))
	}
	return notes
}

// subjects names traces by bound and curve: "zinkevich, regret-exact of constant, cosine".
func (p *panel) subjects(traces []trace) string {
	type subject struct{ bounds, names []string }
	var all []*subject
	of := map[string]*subject{}
	for _, t := range traces {
		if of[t.bound] == nil {
			of[t.bound] = &subject{bounds: []string{t.bound}}
			all = append(all, of[t.bound])
		}
		of[t.bound].names = append(of[t.bound].names, t.name)
	}
	var texts []string
	for i, s := range all {
		for _, other := range all[i+1:] {
			if slices.Equal(s.names, other.names) {
				s.bounds, other.bounds = append(s.bounds, other.bounds...), nil
			}
		}
		if s.bounds != nil {
			texts = append(texts, strings.TrimPrefix(strings.Join(s.bounds, ", ")+" of ", " of ")+p.listed(s.names))
		}
	}
	return strings.Join(texts, "; ")
}

// listed names curves, or says that they are all of many.
func (p *panel) listed(names []string) string {
	const many = 4
	if len(names) >= many && len(names) == p.curves() {
		return fmt.Sprintf("all %d curves", len(names))
	}
	return strings.Join(names, ", ")
}
