package population

import (
	"context"
	"fmt"
	"math"
	"slices"

	"regret/problems/domain"
	"regret/problems/linear"
	"regret/problems/optimum"
)

// Minimize finds the minimizer over a set with a bound on F(u) - F*. It is theta0
// where that is in the set and there is no ridge. Else it is found by accelerated
// projected gradient steps, begun anew when they point backwards (Nesterov 1983;
// O'Donoghue and Candes 2015), and certified by
//
//	F(u) - F* <= max_x <grad F(u), u-x>   on a bounded set (Frank and Wolfe),
//	F(u) - F* <= |grad F(u)|^2/(2 Ridge)  on the whole space.
//
// It is an error if the bound stays above 1e-10 max(F*, F(theta_1) - F*), theta_1
// the projection of 0. A cancelled context ends it with the context's error.
func (l *Logistic) Minimize(ctx context.Context, set domain.Set) (optimum.Certificate, error) {
	if l.Ridge == 0 && set.Contains(l.Truth, 0) {
		return optimum.Certificate{Theta: l.Truth, Value: l.Value(l.Truth), Gap: l.ValueError(l.Truth),
			Method: "theta0, where the gradient is 0; the gap is the error of the quadrature"}, nil
	}
	d := l.Dim()
	x, before, y, g := make([]float64, d), make([]float64, d), make([]float64, d), make([]float64, d)
	set.Project(x)
	first := l.Value(x)
	best := optimum.Certificate{Gap: math.Inf(1)}
	copy(y, x)
	step, momentum := 1/l.Smoothness(), 1.0
	const patience, most = 10_000, 200_000
	for k, stale := 0, 0; k < most && stale < patience && best.Gap > 2*l.ValueError(x); k++ {
		if err := ctx.Err(); err != nil {
			return best, err
		}
		value := l.FullSubgradient(g, x)
		stale++
		if gap, method := l.gap(set, x, g); gap < best.Gap {
			if gap < best.Gap/2 {
				stale = 0
			}
			best = optimum.Certificate{Theta: slices.Clone(x), Value: value, Gap: gap, Method: method}
		}
		copy(before, x)
		l.FullSubgradient(g, y)
		var backwards float64
		for j := range x {
			x[j] = y[j] - step*g[j]
		}
		set.Project(x)
		for j := range x {
			backwards += (y[j] - x[j]) * (x[j] - before[j])
		}
		next := (1 + math.Sqrt(1+4*momentum*momentum)) / 2
		if backwards > 0 {
			next, momentum = 1, 1
		}
		for j := range y {
			y[j] = x[j] + (momentum-1)/next*(x[j]-before[j])
		}
		momentum = next
	}
	const tolerance = 1e-10
	if scale := max(best.Value, first-best.Value); !(best.Gap <= tolerance*scale) {
		return best, fmt.Errorf("%w: F(u) - F* <= %.2g is all that is proved, where %.2g is wanted", optimum.ErrUncertified, best.Gap, tolerance*scale)
	}
	return best, nil
}

// gap bounds F(theta) - F*, given the gradient at theta, with an allowance for what
// the quadratures and rounding leave uncertain of it.
func (l *Logistic) gap(set domain.Set, theta, g []float64) (gap float64, method string) {
	const rounding = 0x1p-48
	doubt := func(j int) float64 {
		return rounding * (l.H[j]*(math.Abs(theta[j])+math.Abs(l.Truth[j])) + l.Ridge*math.Abs(theta[j]))
	}
	x := make([]float64, len(theta))
	var sum linear.Sum
	if set.MinimizeLinear(x, g) {
		for j := range x {
			sum.Add(g[j]*(theta[j]-x[j]) + doubt(j)*math.Abs(theta[j]-x[j]))
		}
		return max(sum.Value(), 0) + l.ValueError(theta), "Frank-Wolfe gap"
	}
	for j := range x {
		sum.Add(math.Pow(math.Abs(g[j])+doubt(j), 2))
	}
	return sum.Value()/(2*l.Ridge) + l.ValueError(theta), "gradient norm with strong convexity"
}
