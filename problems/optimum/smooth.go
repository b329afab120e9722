package optimum

import (
	"context"
	"fmt"
	"math"
	"slices"

	"regret/problems/domain"
	"regret/problems/linear"
)

// Smooth is a convex function with a gradient and a Hessian, the latter known
// by its products. A value of +Inf lies outside the function's domain.
type Smooth interface {
	Dim() int // d
	Value(theta []float64) float64
	// FullSubgradient writes the gradient at theta to dst and returns the value.
	FullSubgradient(dst, theta []float64) float64
	// HessianTimes writes the Hessian at theta, or a generalized one, times v
	// to dst. The slices do not overlap.
	HessianTimes(dst, theta, v []float64)
}

// MinimizeSmooth finds a minimizer of f over the set, which must be the whole
// space, a ball, a box or the simplex, by Newton steps with conjugate
// gradients, and bounds F(u) - F* by FirstOrderGap, where f has to be
// mu-strongly convex on the set. The start, theta_1, is the projection of 0,
// where f must be finite. Errors are as for Minimize; without mu > 0 nothing
// can be proved on the whole space.
func MinimizeSmooth(ctx context.Context, f Smooth, set domain.Set, mu float64) (Certificate, error) {
	if _, whole := set.(domain.WholeSpace); whole && !(mu > 0) {
		return Certificate{}, fmt.Errorf("%w: on the whole space the objective must be strongly convex; add a ridge term or a bounded domain", ErrUncertified)
	}
	theta := make([]float64, f.Dim())
	set.Project(theta)
	search := newRecord(ctx, f.Value(theta), SmoothTarget)
	search.patience = longer
	err := newtonCG(ctx, f, geometryOf(set), theta, func(theta []float64) bool {
		u := slices.Clone(theta)
		set.Project(u)
		gap, method := FirstOrderGap(f, set, mu, u)
		return search.add(Certificate{Theta: u, Value: f.Value(u), Gap: gap, Method: method})
	})
	if err != nil {
		return Certificate{}, err
	}
	return search.verdict()
}

// FirstOrderGap bounds F(theta) - min F over the set by the gradient g at theta,
// for F that is mu-strongly convex on the set, mu >= 0:
//
//	F(theta) - F* <= max over x of <g, theta - x> - (mu/2)|theta - x|^2,
//
// attained at x = Proj(theta - g/mu): |g|^2/(2 mu) on the whole space. For
// mu = 0 it is the Frank-Wolfe gap (Jaggi 2013), +Inf on the whole space. An
// allowance of 2^-50 of F and of the terms is added for rounding; that of the
// gradient itself shows in its entries. The method names the argument.
func FirstOrderGap(f Smooth, set domain.Set, mu float64, theta []float64) (gap float64, method string) {
	g, x := make([]float64, len(theta)), make([]float64, len(theta))
	value := f.FullSubgradient(g, theta)
	method = "Frank-Wolfe gap"
	if mu > 0 {
		method = "gradient norm and strong convexity"
		for j := range x {
			x[j] = theta[j] - g[j]/mu
		}
		set.Project(x)
	} else if !set.MinimizeLinear(x, g) {
		return math.Inf(1), method
	}
	var sum, size linear.Sum
	for j, t := range theta {
		term := (g[j] - mu/2*(t-x[j])) * (t - x[j])
		sum.Add(term)
		size.Add(math.Abs(g[j] * (t - x[j])))
	}
	return max(sum.Value(), 0) + rounding*(size.Value()+math.Abs(value)), method
}
