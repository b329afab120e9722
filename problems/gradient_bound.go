package problems

import (
	"math"

	"regret/problems/domain"
	"regret/problems/linear"
)

// rowBounds holds what is known of each row's loss over the domain.
type rowBounds struct {
	slopes             []float64 // |a_i| sup|phi'(a_i.theta, y_i)|
	flattest, sharpest []float64 // inf and sup of phi''(a_i.theta, y_i); 0 for rows of zeros
	lengths            []float64 // |a_i|
}

func newRowBounds(m *linear.Model, set domain.Set) rowBounds {
	n := m.Len()
	out := rowBounds{make([]float64, n), make([]float64, n), make([]float64, n), make([]float64, n)}
	margins := newMargins(m.Rows, set)
	for i, y := range m.Y {
		out.lengths[i] = math.Sqrt(m.Rows.SquaredNorm(i))
		if out.lengths[i] == 0 {
			continue // the gradient of the loss is 0, whatever the slope
		}
		lo, hi := margins.of(i)
		out.slopes[i] = out.lengths[i] * steepest(m.Loss, lo, hi, y)
		out.flattest[i], out.sharpest[i] = m.Loss.CurvatureOn(lo, hi, y)
	}
	return out
}

// steepest returns sup |phi'| over margins in [lo, hi]. Subgradients of a convex
// function do not decrease, so |phi'| is largest at an end.
func steepest(loss linear.Loss, lo, hi, y float64) float64 {
	atLo, atHi := loss.Slopes(y)
	if !math.IsInf(lo, -1) {
		_, atLo = loss.Eval(lo, y)
	}
	if !math.IsInf(hi, 1) {
		_, atHi = loss.Eval(hi, y)
	}
	return max(math.Abs(atLo), math.Abs(atHi))
}

// gradient returns G = sup |grad f_i| over rows and domain.
//
// Without ridge it is exact: the end of the interval of margins is attained in
// the domain. With ridge, |phi' a_i + lambda theta| <= sup|phi'| |a_i| +
// lambda sup|theta|. On a ball around 0 of radius r this is attained: let
// theta = +-r a_i/|a_i|, the ends of the interval, where the gradient is
// (phi' +- lambda r/|a_i|) a_i. If |phi'| is largest at the upper end and
// phi' >= 0 there, or at the lower end and phi' <= 0 there, both terms have one
// sign and add up. Otherwise, say phi' < 0 at the upper end, monotony gives
// phi' <= that < 0 at the lower end, which is as large and of the right sign.
func (r rowBounds) gradient(m *linear.Model, set domain.Set) Constant {
	var slope float64
	for _, s := range r.slopes {
		slope = max(slope, s)
	}
	if m.Ridge == 0 {
		return Constant{slope, Exact, "max_i |a_i| sup|phi'|"}
	}
	provenance := Certified
	if norm := set.Norm(m.Dim()); math.IsInf(norm, 1) {
		return Constant{norm, Exact, "the ridge term's gradient is unbounded on an unbounded domain"}
	}
	if _, centred := set.(domain.Ball); centred {
		provenance = Exact
	}
	return Constant{slope + m.Ridge*set.Norm(m.Dim()), provenance, "max_i |a_i| sup|phi'| + ridge * sup|theta|"}
}

// noise returns sqrt(mean_i slopes_i^2).
func (r rowBounds) noise() float64 {
	var sum linear.Sum
	for _, s := range r.slopes {
		sum.Add(s * s)
	}
	return math.Sqrt(sum.Value() / float64(len(r.slopes)))
}
