package figure

import (
	"math"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// scale maps one axis's values to [0, 1].
type scale struct {
	min, max float64
	log      bool
}

// limit keeps spans and margins away from overflow.
const limit = 1e270

// newScale spans [min, max] with a margin, widened where it is too narrow for
// tick labels.
func newScale(min, max float64, log bool) scale {
	const margin = 0.04
	if log {
		lo := math.Log10(clamp(min, 1/limit, limit))
		hi := math.Log10(clamp(max, 1/limit, limit))
		lo, hi = widen(lo, hi, 1e-4, 0.3)
		m := margin * (hi - lo)
		return scale{math.Pow(10, lo-m), math.Pow(10, hi+m), true}
	}
	lo, hi := clamp(min, -limit, limit), clamp(max, -limit, limit)
	size := math.Max(math.Abs(lo), math.Abs(hi))
	if size < 1/limit {
		size = 1
	}
	lo, hi = widen(lo, hi, 1e-6*size, 0.5*size)
	m := margin * (hi - lo)
	return scale{lo - m, hi + m, false}
}

// widen opens an interval shorter than least to both sides.
func widen(lo, hi, least, by float64) (float64, float64) {
	if hi-lo >= least {
		return lo, hi
	}
	return lo - by, hi + by
}

// decades is the length of a log axis; max/min may overflow.
func (s scale) decades() float64 { return math.Log10(s.max) - math.Log10(s.min) }

// has says whether the axis has a place for v, on or beyond its ends.
func (s scale) has(v float64) bool {
	return !math.IsNaN(v) && !math.IsInf(v, 0) && (!s.log || v > 0)
}

func (s scale) normalizer() plot.Normalizer {
	if s.log {
		return plot.LogScale{}
	}
	return plot.LinearScale{}
}

// norm maps [min, max] to [0, 1]; values far outside stay near enough for
// a canvas to clip the lines that lead to them.
func (s scale) norm(v float64) float64 {
	const far = 100
	if s.log {
		v = math.Max(v, math.SmallestNonzeroFloat64)
	}
	return clamp(s.normalizer().Normalize(s.min, s.max, v), -far, far)
}

func clamp(v, lo, hi float64) float64 { return math.Max(lo, math.Min(hi, v)) }

// frame places points of two scales on a canvas.
type frame struct {
	draw.Canvas
	x, y scale
}

func (f *frame) at(x, y float64) vg.Point {
	return vg.Point{X: f.X(f.x.norm(x)), Y: f.Y(f.y.norm(y))}
}
