package optimum

import (
	"math"
	"slices"

	"regret/problems/domain"
	"regret/problems/linear"
)

// TangentGap bounds F(theta) - min F over the set from above, given any
// subgradient g of F at theta and a modulus mu >= 0 of strong convexity. From
// F(x) >= F(theta) + <g, x-theta> + (mu/2)|x-theta|^2,
//
//	F(theta) - F* <= sup { <g, theta-x> : x in the set },
//
// the Frank-Wolfe gap (Jaggi, ICML 2013), and F(theta) - F* <= |g|^2/(2 mu). The
// smaller one is returned, with an allowance for the rounding of F(theta) and of
// the sum. It is +Inf if neither is finite.
func TangentGap(set domain.Set, theta, g []float64, value, mu float64) float64 {
	if len(theta) != len(g) {
		panic("optimum: TangentGap wants a point and a subgradient of one length")
	}
	allowance := rounding * math.Abs(value)
	gap := math.Inf(1)
	if !slices.ContainsFunc(g, func(v float64) bool { return v != 0 }) {
		return allowance
	}
	if mu > 0 {
		gap = linear.Dot(g, g) / (2 * mu) * (1 + rounding*float64(len(g)))
	}
	x := make([]float64, len(g))
	if set.MinimizeLinear(x, g) {
		var fall, size linear.Sum
		for j, t := range theta {
			fall.Add(g[j] * (t - x[j]))
			size.Add(math.Abs(g[j]) * (math.Abs(t) + math.Abs(x[j])))
		}
		gap = min(gap, max(fall.Value(), 0)+rounding*size.Value())
	}
	return gap + allowance
}
