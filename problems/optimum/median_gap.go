package optimum

import (
	"math"

	"regret/problems/domain"
	"regret/problems/linear"
)

// medianGap bounds F(theta) - min F over the set from above, given any vectors p_i
// with |p_i| <= 1. As |x - a_i| >= <p_i, x - a_i>, with p the mean of the p_i
//
//	F(theta) - F* <= (1/n) sum_i [|theta - a_i| - <p_i, theta - a_i>] + sup <p, theta - x>
//
// over x in the set. On the whole space a minimizer lies in the hull of the points,
// as projecting onto it brings all of them nearer, so that the last term is at most
// |p| max_i |theta - a_i|.
func medianGap(m *linear.MeanDistance, set domain.Set, theta []float64, dual *linear.Dense) float64 {
	n, d := m.Points.N, m.Points.D
	var gap, size linear.Sum
	var farthest float64
	unit, mean := make([]float64, d), make([]float64, d)
	shares := make([]float64, n)
	for i := range n {
		r := m.Subgradient(unit, theta, i)
		p := dual.Row(i)
		shorter := 1 / max(1, math.Sqrt(linear.Dot(p, p))*(1+rounding)) / float64(n)
		gap.Add(r * max(0, 1/float64(n)-shorter*linear.Dot(p, unit)))
		shares[i] = shorter
		size.Add(r / float64(n))
		farthest = max(farthest, r)
	}
	addTransposed(mean, dual, shares)
	allowance := rounding * size.Value()
	if _, whole := set.(domain.WholeSpace); whole {
		return gap.Value() + math.Sqrt(linear.Dot(mean, mean))*farthest + allowance
	}
	x := make([]float64, d)
	set.MinimizeLinear(x, mean)
	var rest linear.Sum
	for j, t := range theta {
		rest.Add(mean[j] * (t - x[j]))
		allowance += rounding * math.Abs(mean[j]*(t-x[j]))
	}
	return gap.Value() + max(0, rest.Value()) + allowance
}
