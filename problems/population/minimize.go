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
	start := make([]float64, l.Dim())
	set.Project(start)
	first := l.Value(start)
	best := optimum.Certificate{Gap: math.Inf(1)}
	a := newAccelerated(l, set, start)
	g := make([]float64, l.Dim())
	const patience, most = 10_000, 200_000
	for k, stale := 0, 0; k < most && stale < patience && best.Gap > 2*l.ValueError(a.x); k++ {
		if err := ctx.Err(); err != nil {
			return best, err
		}
		value := l.FullSubgradient(g, a.x)
		stale++
		if gap, method := l.gap(set, a.x, g); gap < best.Gap {
			if gap < best.Gap/2 {
				stale = 0
			}
			best = optimum.Certificate{Theta: slices.Clone(a.x), Value: value, Gap: gap, Method: method}
		}
		a.step()
	}
	const tolerance = 1e-10
	if scale := max(best.Value, first-best.Value); !(best.Gap <= tolerance*scale) {
		return best, fmt.Errorf("%w: F(u) - F* <= %.2g is all that is proved, where %.2g is wanted", optimum.ErrUncertified, best.Gap, tolerance*scale)
	}
	return best, nil
}

// accelerated takes projected gradient steps from points ahead of the iterates.
type accelerated struct {
	law                 *Logistic
	set                 domain.Set
	x, before, ahead, g []float64
	momentum            float64
}

func newAccelerated(l *Logistic, set domain.Set, start []float64) *accelerated {
	return &accelerated{law: l, set: set, x: start, before: slices.Clone(start), ahead: slices.Clone(start),
		g: make([]float64, len(start)), momentum: 1}
}

func (a *accelerated) step() {
	copy(a.before, a.x)
	a.law.FullSubgradient(a.g, a.ahead)
	for j := range a.x {
		a.x[j] = a.ahead[j] - a.g[j]/a.law.Smoothness()
	}
	a.set.Project(a.x)
	var backwards float64
	for j, x := range a.x {
		backwards += (a.ahead[j] - x) * (x - a.before[j])
	}
	next := (1 + math.Sqrt(1+4*a.momentum*a.momentum)) / 2
	if backwards > 0 {
		next, a.momentum = 1, 1
	}
	for j, x := range a.x {
		a.ahead[j] = x + (a.momentum-1)/next*(x-a.before[j])
	}
	a.momentum = next
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
