package optimum

import (
	"context"
	"math"
	"slices"

	"regret/problems/domain"
	"regret/problems/linear"
)

// approach moves theta near to the minimizer over a set by accelerated projected
// gradient steps with backtracking and restarts (Beck and Teboulle 2009;
// O'Donoghue and Candes 2015): a good guess of the coordinates that stay at 0.
func approach(ctx context.Context, f Smooth, set domain.Set, theta []float64) []float64 {
	const steps = 200
	x, y, g := theta, slices.Clone(theta), make([]float64, len(theta))
	next := make([]float64, len(theta))
	value := f.FullSubgradient(g, y)
	curvature, momentum := steepness(func(dst, v []float64) { f.HessianTimes(dst, y, v) }, g), 1.0
	for k := 0; k < steps && ctx.Err() == nil; k++ {
		atY := f.FullSubgradient(g, y)
		v, ok := gradientStep(f, set, next, y, g, atY, &curvature)
		if !ok {
			break
		}
		if v > value && momentum > 1 {
			momentum = 1
			copy(y, x)
			continue
		}
		grown := (1 + math.Sqrt(1+4*momentum*momentum)) / 2
		for j := range y {
			y[j] = next[j] + (momentum-1)/grown*(next[j]-x[j])
		}
		set.Project(y)
		x, next, momentum, value = next, x, grown, v
	}
	return x
}

// gradientStep writes Proj(y - g/curvature) with the curvature doubled until the
// quadratic model is above f there, and returns f. It fails where no step does.
func gradientStep(f Smooth, set domain.Set, next, y, g []float64, atY float64, curvature *float64) (value float64, ok bool) {
	const doublings = 60
	*curvature = max(*curvature, math.SmallestNonzeroFloat64)
	for range doublings {
		copy(next, y)
		addScaled(next, -1 / *curvature, g)
		set.Project(next)
		value = f.Value(next)
		var model linear.Sum
		for j, v := range next {
			d := v - y[j]
			model.Add(d * (g[j] + *curvature/2*d))
		}
		if value <= atY+model.Value()+rounding*math.Abs(atY) {
			return value, true
		}
		*curvature *= 2
	}
	return value, false
}
