package optimum

import (
	"context"
	"math"
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
	var before residuals
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
		before.keep(r)
		addScaled(r, -alpha, product)
		before.remove(r)
		next := linear.Dot(r, r)
		for j := range step {
			step[j] = r[j] + next/square*step[j]
		}
		project(step) // rounding would leave the face in the long run
		square = next
	}
	return p, false
}

// residuals are those of earlier steps, at length 1. Kept orthogonal to them, as
// it is but for rounding, the residual of a singular or ill-conditioned system
// vanishes after as many steps as it has eigenvalues.
type residuals [][]float64

// keep adds r, as long as there are few numbers in all.
func (q *residuals) keep(r []float64) {
	const numbers, most = 2_000_000, 600
	if k := len(*q); k >= most || k*len(r) >= numbers {
		return
	}
	unit := make([]float64, len(r))
	addScaled(unit, 1/math.Sqrt(linear.Dot(r, r)), r)
	*q = append(*q, unit)
}

func (q residuals) remove(r []float64) {
	for _, unit := range q {
		addScaled(r, -linear.Dot(unit, r), unit)
	}
}
