package optimum

import (
	"context"
	"slices"

	"regret/problems/linear"
)

// conjugateGradients solves P(H + shift)P p = P r for p in the range of the
// projector P, from p = 0 until the residual has fallen to the given part of
// |P r|, for at most steps products with H. H + shift is positive
// semidefinite; where a direction without curvature is met, what was found so
// far is returned, and that direction, called flat, if nothing was. r is
// overwritten.
func conjugateGradients(ctx context.Context, times func(dst, v []float64), shift float64, project func(v []float64), r []float64, part float64, steps int) (p []float64, flat bool) {
	project(r)
	step, product := slices.Clone(r), make([]float64, len(r))
	p = make([]float64, len(r))
	square := linear.Dot(r, r)
	last := part * part * square
	var steepest float64
	for k := 0; k < steps && square > last && ctx.Err() == nil; k++ {
		times(product, step)
		addScaled(product, shift, step)
		project(product)
		curvature, length := linear.Dot(step, product), linear.Dot(step, step)
		steepest = max(steepest, curvature/length)
		if !(curvature > 0x1p-60*steepest*length) {
			if k == 0 {
				return step, true
			}
			return p, false
		}
		alpha := square / curvature
		addScaled(p, alpha, step)
		addScaled(r, -alpha, product)
		next := linear.Dot(r, r)
		for j := range step {
			step[j] = r[j] + next/square*step[j]
		}
		project(step) // rounding would leave the face in the long run
		square = next
	}
	return p, false
}
