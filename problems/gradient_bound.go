package problems

import (
	"math"

	"regret/problems/domain"
	"regret/problems/linear"
)

// rowBounds holds |a_i| sup|phi'(a_i.theta, y_i)| over the domain for each row.
type rowBounds struct {
	slopes  []float64
	longest float64 // max_i |a_i|
}

func newRowBounds(m *linear.Model, set domain.Set) rowBounds {
	out := rowBounds{slopes: make([]float64, m.Len())}
	corner := make([]float64, m.Dim())
	row, reverse := make([]float64, m.Dim()), make([]float64, m.Dim())
	for i := range out.slopes {
		length := math.Sqrt(m.Rows.SquaredNorm(i))
		out.longest = max(out.longest, length)
		if length == 0 {
			continue // the gradient of the loss is 0, whatever the slope
		}
		clear(row)
		clear(reverse)
		m.Rows.AddScaled(row, 1, i)
		m.Rows.AddScaled(reverse, -1, i)
		lo, hi := math.Inf(-1), math.Inf(1)
		if set.MinimizeLinear(corner, row) {
			lo = m.Rows.Dot(i, corner)
		}
		if set.MinimizeLinear(corner, reverse) {
			hi = m.Rows.Dot(i, corner)
		}
		out.slopes[i] = length * steepest(m.Loss, lo, hi, m.Y[i])
	}
	return out
}

// steepest returns sup |phi'| over margins in [lo, hi]. Subgradients of a convex
// function do not decrease, so |phi'| is largest at an end.
func steepest(loss linear.Loss, lo, hi, y float64) float64 {
	atLo, atHi := loss.Slopes(y)
	// Margins are rounded, and at a kink the side decides: look just outside.
	const outside = 1e-14
	if !math.IsInf(lo, -1) {
		_, atLo = loss.Eval(lo-outside*math.Abs(lo), y)
	}
	if !math.IsInf(hi, 1) {
		_, atHi = loss.Eval(hi+outside*math.Abs(hi), y)
	}
	return max(math.Abs(atLo), math.Abs(atHi))
}

// gradient returns Gloss = sup |grad f_i| over rows and domain, the l1 term left
// out of f_i.
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

// withL1 returns G, given Gloss: no entry of a subgradient of |theta|_1 is above 1.
func withL1(losses Constant, m *linear.Model) Constant {
	if m.L1 == 0 || math.IsInf(losses.Value, 1) {
		return losses
	}
	return Constant{losses.Value + m.L1*math.Sqrt(float64(m.Dim())), Certified, losses.Formula + " + l1 sqrt(d)"}
}

// noise returns sqrt(mean_i slopes_i^2).
func (r rowBounds) noise() float64 {
	var sum linear.Sum
	for _, s := range r.slopes {
		sum.Add(s * s)
	}
	return math.Sqrt(sum.Value() / float64(len(r.slopes)))
}
