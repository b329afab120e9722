package optimum

import (
	"fmt"
	"math"
	"slices"

	"regret/problems/domain"
	"regret/problems/linear"
)

// Separable returns (1/2) sum_j h_j (theta_j - c_j)^2 and writes its gradient to
// dst, unless that is nil.
func Separable(dst, theta, h, c []float64) float64 {
	var sum linear.Sum
	for j, t := range theta {
		g := h[j] * (t - c[j])
		sum.Add(g * (t - c[j]) / 2)
		if dst != nil {
			dst[j] = g
		}
	}
	return sum.Value()
}

// MinimizeSeparable minimizes (1/2) sum_j h_j (x_j - c_j)^2, h > 0, over the whole
// space, a ball, a box or the simplex: the optimality conditions leave one unknown
// multiplier, found by bisection. The certificate is that of TangentGap.
func MinimizeSeparable(h, c []float64, set domain.Set) Certificate {
	u := slices.Clone(c)
	switch s := set.(type) {
	case domain.WholeSpace, domain.Box: // coordinates do not see each other
	case domain.Ball:
		shrink(u, h, c, s.Radius)
	case domain.Simplex:
		level(u, h, c)
	default:
		panic(fmt.Sprintf("optimum: no solver for the domain %T", set))
	}
	set.Project(u)
	g, least := make([]float64, len(u)), math.Inf(1)
	for _, v := range h {
		least = min(least, v)
	}
	value := Separable(g, u, h, c)
	return Certificate{
		Theta: u, Value: value, Gap: TangentGap(set, u, g, value, least),
		Method: "Frank-Wolfe gap or gradient norm with strong convexity",
	}
}

// shrink writes x_j = h_j c_j/(h_j + lambda) with the lambda >= 0 that makes
// |x| = radius, or c if that is inside.
func shrink(x, h, c []float64, radius float64) {
	if norm := math.Sqrt(linear.Dot(c, c)); norm > radius {
		bisect(0, slices.Max(h)*norm/radius, func(lambda float64) bool {
			for j, v := range c {
				x[j] = h[j] / (h[j] + lambda) * v
			}
			return math.Sqrt(linear.Dot(x, x)) > radius
		})
	}
}

// level writes x_j = max(0, c_j - lambda/h_j) with the lambda that makes the sum 1.
func level(x, h, c []float64) {
	lo, hi := math.Inf(1), math.Inf(-1)
	for j, v := range c {
		lo, hi = min(lo, h[j]*(v-1)), max(hi, h[j]*v)
	}
	bisect(lo, hi, func(lambda float64) bool {
		for j, v := range c {
			x[j] = max(0, v-lambda/h[j])
		}
		return total(x) > 1
	})
}

// bisect narrows [lo, hi] to two neighbouring numbers; low says whether the
// solution is above. It has looked at the result last.
func bisect(lo, hi float64, low func(x float64) bool) {
	for {
		middle := lo + (hi-lo)/2
		if middle <= lo || middle >= hi {
			low(hi)
			return
		}
		if low(middle) {
			lo = middle
		} else {
			hi = middle
		}
	}
}
