package optimum

import (
	"math"

	"regret/problems/linear"
)

// rowLosses are losses whose conjugates are quadratics on intervals,
//
//	phi_i*(alpha) = bend_i alpha^2/2 + kink_i alpha + const on [lo_i, hi_i],
//
// that is piecewise linear losses with one kink (bend 0) and their Huber
// smoothings (bend 1). The slope alpha that belongs to a margin z solves
//
//	z - kink - bend alpha = over - under,   over, under >= 0,
//	over (hi - alpha) = 0,   under (alpha - lo) = 0.
//
// These are two pairs a row: slack over and under, with the multipliers
// above = hi - alpha and below = alpha - lo.
type rowLosses struct {
	bend, lo, hi, kink []float64
	// The last units rows are those of a penalty, see penalize; extent is how
	// large their margins may become.
	units  int
	extent float64
}

func (r *rowLosses) add(bend, lo, hi, kink float64) {
	r.bend, r.kink = append(r.bend, bend), append(r.kink, kink)
	r.lo, r.hi = append(r.lo, lo), append(r.hi, hi)
}

// newRowLosses reads the intervals and kinks off the conjugates. It returns
// nil for losses of another form.
func newRowLosses(m *linear.Model) *rowLosses {
	var bend float64
	switch m.Loss.(type) {
	case linear.Absolute, linear.Hinge, linear.Quantile:
	case linear.Huber:
		bend = 1
	default:
		return nil
	}
	r := &rowLosses{}
	for _, y := range m.Y {
		lo, hi := m.Loss.Slopes(y)
		rise := m.Loss.Conjugate(hi, y) - m.Loss.Conjugate(lo, y)
		r.add(bend, lo, hi, rise/(hi-lo)-bend*(hi+lo)/2)
	}
	return r
}

// slope is alpha_i, computed from the smaller of its distances to the ends of
// the interval, which is the accurate one.
func (r *rowLosses) slope(i int, above, below float64) float64 {
	if below < above {
		return r.lo[i] + below
	}
	return r.hi[i] - above
}

func (r *rowLosses) excess(i int, z, alpha float64) float64 {
	return z - r.kink[i] - r.bend[i]*alpha
}

// start puts the slopes into the middle of their intervals and sets slacks
// that fit the margins z exactly.
func (r *rowLosses) start(z, slack, mult []float64) {
	data := len(z) - r.units
	var size linear.Sum
	for i := range data {
		size.Add(math.Abs(r.excess(i, z[i], (r.lo[i]+r.hi[i])/2)))
	}
	offset := size.Value() / float64(data)
	if !(offset > 0) {
		offset = 1
	}
	for i := range z {
		if i == data {
			offset = r.extent
		}
		half := (r.hi[i] - r.lo[i]) / 2
		e := r.excess(i, z[i], r.lo[i]+half)
		slack[2*i], mult[2*i] = max(e, 0)+offset, half
		slack[2*i+1], mult[2*i+1] = max(-e, 0)+offset, half
	}
}

// stiffness writes d alpha_i / d z_i, the pairs' products held fixed.
func (r *rowLosses) stiffness(dst, slack, mult []float64) {
	for i := range dst {
		dst[i] = 1 / (r.bend[i] + slack[2*i]/mult[2*i] + slack[2*i+1]/mult[2*i+1])
	}
}

// lag writes e with d alpha_i = stiffness_i (d z_i + e_i).
func (r *rowLosses) lag(dst, z, slack, mult, comp []float64) {
	for i := range dst {
		above, below := mult[2*i], mult[2*i+1]
		residual := r.excess(i, z[i], r.slope(i, above, below)) - slack[2*i] + slack[2*i+1]
		dst[i] = residual - comp[2*i]/above + comp[2*i+1]/below
	}
}

// recover writes the moves of the pairs that follow from d alpha.
func (r *rowLosses) recover(dSlack, dMult, dAlpha, slack, mult, comp []float64) {
	for i, da := range dAlpha {
		dMult[2*i], dMult[2*i+1] = -da, da
		dSlack[2*i] = (comp[2*i] + slack[2*i]*da) / mult[2*i]
		dSlack[2*i+1] = (comp[2*i+1] - slack[2*i+1]*da) / mult[2*i+1]
	}
}
