package problems

import (
	"math"

	"regret/problems/domain"
	"regret/problems/linear"
)

// rowBounds holds what is known of each row's loss over the domain.
type rowBounds struct {
	lengths            []float64 // |a_i|
	falling, rising    []float64 // least and largest phi'(a_i.theta, y_i)
	flattest, sharpest []float64 // inf and sup of phi''(a_i.theta, y_i); 0 for rows of zeros
}

func newRowBounds(m *linear.Model, set domain.Set) rowBounds {
	column := func() []float64 { return make([]float64, m.Len()) }
	out := rowBounds{column(), column(), column(), column(), column()}
	margins := newMargins(m.Rows, set)
	for i, y := range m.Y {
		out.lengths[i] = math.Sqrt(m.Rows.SquaredNorm(i))
		if out.lengths[i] == 0 {
			continue // the gradient of the loss is 0, whatever the slope
		}
		lo, hi := margins.of(i)
		out.falling[i], out.rising[i] = slopesOn(m.Loss, lo, hi, y)
		out.flattest[i], out.sharpest[i] = m.Loss.CurvatureOn(lo, hi, y)
	}
	return out
}

// slopesOn returns inf and sup of phi' over margins in [lo, hi]. Subgradients of a
// convex function do not decrease, so they are at the ends.
func slopesOn(loss linear.Loss, lo, hi, y float64) (least, largest float64) {
	least, largest = loss.Slopes(y)
	if !math.IsInf(lo, -1) {
		_, least = loss.Eval(lo, y)
	}
	if !math.IsInf(hi, 1) {
		_, largest = loss.Eval(hi, y)
	}
	return least, largest
}

// steepest returns |a_i| sup|phi'|.
func (r rowBounds) steepest(i int) float64 {
	return r.lengths[i] * max(math.Abs(r.falling[i]), math.Abs(r.rising[i]))
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
	for i := range r.lengths {
		slope = max(slope, r.steepest(i))
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
