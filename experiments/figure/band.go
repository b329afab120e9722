package figure

import (
	"math"
	"slices"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// band is the region between two curves.
type band struct {
	curve      int
	xs, lo, hi []float64
}

// drawBand fills the region where both its edges are defined. An edge that
// the axis has no place for lies beyond the frame: the band runs out of it.
func (f *frame) drawBand(b band) {
	var lower, upper []vg.Point
	flush := func() {
		f.fillBand(b.curve, lower, upper)
		lower, upper = nil, nil
	}
	for i, x := range b.xs {
		lo, hi := b.lo[i], b.hi[i]
		none := math.IsNaN(lo) || math.IsNaN(hi) || math.IsInf(lo, 1) || f.y.log && hi <= 0
		if !f.x.has(x) || none {
			flush()
			continue
		}
		px := f.X(f.x.norm(x))
		lower = append(lower, vg.Point{X: px, Y: f.height(lo)})
		upper = append(upper, vg.Point{X: px, Y: f.height(hi)})
	}
	flush()
}

// height places any value but NaN, infinite ones beyond the edges.
func (f *frame) height(y float64) vg.Length {
	const beyond = 0.1
	switch {
	case math.IsInf(y, 1):
		return f.Y(1 + beyond)
	case !f.y.has(y):
		return f.Y(-beyond)
	}
	return f.Y(f.y.norm(y))
}

func (f *frame) fillBand(curve int, lower, upper []vg.Point) {
	switch len(lower) {
	case 0:
		return
	case 1: // a bar, since a region of one point has no width
		bar := []vg.Point{lower[0], upper[0]}
		f.StrokeLines(draw.LineStyle{Color: light(hue(curve)), Width: 2.5}, f.ClipLinesXY(bar)...)
		return
	}
	slices.Reverse(lower)
	f.FillPolygon(light(hue(curve)), f.ClipPolygonXY(append(upper, lower...)))
}
