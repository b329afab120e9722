package optimum

import (
	"context"
	"math"
	"slices"

	"regret/problems/domain"
	"regret/problems/linear"
)

// geometry is a set as newtonCG sees it: around a point of the set there is a
// face, a piece of a manifold on which F is minimized as if it were free.
type geometry interface {
	// face chooses the face at theta, given the gradient there, and may move
	// theta onto it if that is a descent by a small step.
	face(theta, gradient []float64) face
}

// face is a linear space of directions with a curve of points along each.
type face interface {
	// project takes a vector to its part within the directions.
	project(v []float64)
	// shift is what the face's own curvature adds to the Hessian.
	shift() float64
	// walk writes the point that t p leads to, or says that it is outside.
	walk(dst, p []float64, t float64) (inside bool)
}

// newtonCG minimizes f over a set by Newton steps on faces, each solved by
// conjugate gradients as far as the progress so far is worth (Dembo, Eisenstat
// and Steihaug 1982), and halved until F falls by a part of what the slope
// promises. look receives every iterate; it says when to stop. The only error
// is that of the context.
func newtonCG(ctx context.Context, f Smooth, set geometry, theta []float64, look func(theta []float64) (enough bool)) error {
	const steps, products = 200, 2000
	gradient, r := make([]float64, len(theta)), make([]float64, len(theta))
	if _, ok := set.(simplex); ok {
		// From the middle, where all coordinates are small, steps would be short.
		theta = approach(ctx, f, domain.Simplex{}, theta)
	}
	var first float64
	damping := leastDamping
	for range steps {
		enough := look(theta)
		if err := ctx.Err(); err != nil || enough {
			return err
		}
		value := f.FullSubgradient(gradient, theta)
		face := set.face(theta, gradient)
		for j, g := range gradient {
			r[j] = -g
		}
		face.project(r)
		norm := math.Sqrt(linear.Dot(r, r))
		first = max(first, norm)
		times := func(dst, v []float64) { f.HessianTimes(dst, theta, v) }
		shift := face.shift() + damping*norm/first*steepness(times, r)
		p, flat := conjugateGradients(ctx, times, shift, face.project, r, forcing(norm/first), products)
		next, part, ok := search(f, face, theta, p, value, linear.Dot(gradient, p))
		if flat && ok {
			next = stretch(f, face, next, p)
		}
		if !ok {
			return ctx.Err()
		}
		damping = max(leastDamping, damping*damped(part))
		theta = next
	}
	return ctx.Err()
}

// damping, in parts of the curvature along the gradient, is added to the Hessian,
// which may be singular: piecewise quadratic functions leave directions to it
// that only a long step would end. It vanishes with the gradient.
const leastDamping = 1e-2

// damped is the factor of the damping after a step of which a part was taken: a
// small part says that the model is not to be trusted so far.
func damped(part float64) float64 {
	const factor = 10
	switch {
	case part == 1:
		return 1.0 / factor
	case part < 0.25:
		return factor
	}
	return 1
}

func steepness(times func(dst, v []float64), r []float64) float64 {
	product, square := make([]float64, len(r)), linear.Dot(r, r)
	if square == 0 {
		return 0
	}
	times(product, r)
	return linear.Dot(r, product) / square
}

// forcing is the relative accuracy of a Newton step, for superlinear
// convergence, given how far the gradient has fallen.
func forcing(fallen float64) float64 {
	if !(fallen > 0) {
		return 0.1
	}
	return max(min(0.1, math.Sqrt(fallen)), 1e-8)
}

// search returns the point, and the t, for the first of 1, 1/2, 1/4, ... that satisfies
// Armijo's condition. Where the promised fall is lost in rounding, any step
// that is not seen to rise is taken.
func search(f Smooth, face face, theta, p []float64, value, slope float64) (next []float64, part float64, ok bool) {
	next = make([]float64, len(theta))
	const halvings = 60
	for t, k := 1.0, 0; k < halvings; t, k = t/2, k+1 {
		if !face.walk(next, p, t) {
			continue
		}
		fall := -1e-4 * t * slope
		noise := rounding * math.Abs(value)
		if v := f.Value(next); v <= value-fall || -t*slope <= noise && v <= value+noise {
			return next, t, true
		}
	}
	return nil, 0, false
}

// stretch doubles a step along a direction without curvature until F rises.
func stretch(f Smooth, face face, next, p []float64) []float64 {
	const doublings = 60
	value, longer := f.Value(next), make([]float64, len(next))
	for k, t := 0, 2.0; k < doublings; k, t = k+1, 2*t {
		if !face.walk(longer, p, t) || slices.Equal(longer, next) {
			return next
		}
		v := f.Value(longer)
		if !(v < value) {
			return next
		}
		value = v
		next, longer = longer, next
	}
	return next
}
