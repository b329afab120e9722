package figure

import (
	"math"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// trace is one line of a panel.
type trace struct {
	name   string // of the curve, in notes
	bound  string // which bound it is, in notes; empty if measured
	curve  int    // whose colour and marker it has
	xs, ys []float64
	style  draw.LineStyle
	marked bool // carries the curve's markers
	// divergedAt is where the first seed diverged, between two points; the
	// header says so. 0 for nowhere.
	divergedAt float64
}

// fate is what becomes of a point on a panel's axes.
type fate int

const (
	inside   fate = iota
	above         // finite, beyond the upper end
	below         // beyond the lower end
	hidden        // not positive on a log axis
	infinite      // +Inf
	gap           // undefined, or without a place along x
)

func fateOf(x, y float64, sx, sy scale) fate {
	switch {
	case !sx.has(x) || math.IsNaN(y):
		return gap
	case math.IsInf(y, 1):
		return infinite
	case !sy.has(y):
		return hidden
	}
	switch v := sy.norm(y); {
	case v > 1:
		return above
	case v < 0:
		return below
	}
	return inside
}

// tally counts the points of a trace by their fate.
func (t trace) tally(sx, sy scale) (count [gap + 1]int) {
	for i, x := range t.xs {
		count[fateOf(x, t.ys[i], sx, sy)]++
	}
	return count
}

// course is a trace on the canvas: its lines, clipped, and what marks the
// places where it leaves the panel.
type course struct {
	lines      [][]vg.Point
	points     []vg.Point // the data points inside
	lone       []vg.Point // those with no neighbour to be joined to
	crosses    []vg.Point // on the upper edge: +Inf from here
	ups, downs []vg.Point // on an edge: the line goes over it
	rings      []vg.Point // on the lower edge: not positive
}

// trace follows t across the frame.
func (f *frame) trace(t trace) course {
	var c course
	var run []vg.Point
	last := gap
	flush := func() {
		if len(run) == 1 && last == inside {
			c.lone = append(c.lone, run[0])
		}
		c.lines = append(c.lines, f.ClipLinesXY(run)...)
		run = nil
	}
	for i, x := range t.xs {
		now := fateOf(x, t.ys[i], f.x, f.y)
		if now == infinite && i > 0 && t.divergedAt > t.xs[i-1] && t.divergedAt < x {
			x = t.divergedAt
		}
		pt := f.place(x, t.ys[i], now)
		if !joined(last, now) {
			flush()
		}
		c.note(pt, last, now)
		if now == infinite && last == infinite && t.bound != "" && len(t.xs) <= few {
			c.crosses = append(c.crosses, pt)
		}
		c.cross(f, run, pt, last, now)
		run = append(run, pt)
		last = now
	}
	flush()
	return c
}

// place is the point of a value, on the edge if it has no other place.
func (f *frame) place(x, y float64, now fate) vg.Point {
	switch now {
	case gap:
		return vg.Point{}
	case infinite:
		return vg.Point{X: f.X(f.x.norm(x)), Y: f.Max.Y}
	case hidden:
		return vg.Point{X: f.X(f.x.norm(x)), Y: f.Min.Y}
	}
	return f.at(x, y)
}

// joined says whether a line leads from one point to the next: between
// values, and from a value to +Inf or back unless it is beyond the edge as well.
func joined(a, b fate) bool {
	finite := func(f fate) bool { return f == inside || f == above || f == below }
	switch {
	case a == infinite:
		return finite(b) && b != above
	case b == infinite:
		return finite(a) && a != above
	}
	return finite(a) && finite(b)
}

// note files the new point under what it is.
func (c *course) note(pt vg.Point, last, now fate) {
	switch {
	case now == inside:
		c.points = append(c.points, pt)
	case now == hidden:
		c.rings = append(c.rings, pt)
	case now == infinite && last != infinite:
		c.crosses = append(c.crosses, pt)
	}
}

// cross marks where the line goes over an edge, whichever way.
func (c *course) cross(f *frame, run []vg.Point, pt vg.Point, last, now fate) {
	if now == last || last == infinite || now == infinite {
		return
	}
	mark := func(edge vg.Length) vg.Point {
		at := vg.Point{X: pt.X, Y: edge}
		if n := len(run); n > 0 && run[n-1].Y != pt.Y {
			at.X += (run[n-1].X - pt.X) * (edge - pt.Y) / (run[n-1].Y - pt.Y)
		}
		return at
	}
	if now == above || last == above && now <= below {
		c.ups = append(c.ups, mark(f.Max.Y))
	}
	if now == below || last == below && now <= below {
		c.downs = append(c.downs, mark(f.Min.Y))
	}
}
