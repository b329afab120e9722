package optimum

import (
	"math"

	"regret/problems/domain"
	"regret/problems/linear"
)

// rounding bounds the relative error of one evaluated term of a gap.
const rounding = 0x1p-50

// FenchelGap bounds F(theta) - min F over the set from above, given any slopes
// alpha in the domains of the conjugates phi_i*. With v = (1/n) sum_i alpha_i a_i
// and h(x) = (Ridge/2)|x|^2 + L1|x|_1 on the set, Fenchel's inequality, applied term by
// term, gives
//
//	F(theta) - F* <= (1/n) sum_i [phi_i(z_i) + phi_i*(alpha_i) - alpha_i z_i]
//	                 + h(theta) + h*(-v) + <v, theta>,   z_i = a_i.theta,
//
// where h*(-v) is attained at the x of leastOfPenalty, and then the second line
// is <v + (Ridge/2)(theta + x), theta - x> + L1 (|theta|_1 - |x|_1). An allowance for the rounding of the
// terms is added. Nothing is assumed of theta, which must lie in the set, or of
// how alpha was found: a bad guess gives a large gap. With an L1 term and no ridge,
// slopes scaled by dualFeasible are tried too; on the whole space they alone, for
// h*(-v) is 0 or +Inf there. Without either term it is +Inf on the whole space.
func FenchelGap(m *linear.Model, set domain.Set, theta, alpha []float64) float64 {
	if len(theta) != m.Dim() || len(alpha) != m.Len() {
		panic("optimum: FenchelGap wants d coordinates and n slopes")
	}
	if m.L1 == 0 || m.Ridge > 0 {
		return fenchelGap(m, set, theta, alpha)
	}
	gap := fenchelGap(m, set, theta, dualFeasible(m, alpha))
	if _, whole := set.(domain.WholeSpace); whole {
		return gap
	}
	return min(gap, fenchelGap(m, set, theta, alpha))
}

func fenchelGap(m *linear.Model, set domain.Set, theta, alpha []float64) float64 {
	v := make([]float64, m.Dim())
	addTransposed(v, m.Rows, alpha)
	x := make([]float64, m.Dim())
	for j := range v {
		v[j] /= float64(m.Len())
	}
	if !leastOfPenalty(m, set, x, v) {
		return math.Inf(1)
	}
	rows, size := rowGap(m, theta, alpha)
	var rest linear.Sum
	for j, t := range theta {
		term := (v[j]+m.Ridge/2*(t+x[j]))*(t-x[j]) + m.L1*(math.Abs(t)-math.Abs(x[j]))
		rest.Add(term)
		size += rounding * (math.Abs(v[j]*(t-x[j])) + m.L1*(math.Abs(t)+math.Abs(x[j])))
	}
	return rows + max(rest.Value(), 0) + size
}

// rowGap returns the mean of phi_i(z_i) + phi_i*(alpha_i) - alpha_i z_i, whose
// terms are >= 0, and an allowance for its rounding.
func rowGap(m *linear.Model, theta, alpha []float64) (gap, allowance float64) {
	var sum, size linear.Sum
	for i, a := range alpha {
		z, y := m.Rows.Dot(i, theta), m.Y[i]
		value, _ := m.Loss.Eval(z, y)
		conjugate := m.Loss.Conjugate(a, y)
		sum.Add(max(value+conjugate-a*z, 0))
		size.Add(math.Abs(value) + math.Abs(conjugate) + math.Abs(a*z))
	}
	n := float64(m.Len())
	return sum.Value() / n, rounding * size.Value() / n
}
