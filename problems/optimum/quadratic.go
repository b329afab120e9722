package optimum

import (
	"context"
	"math"
	"slices"

	"gonum.org/v1/gonum/mat"

	"regret/problems/linear"
)

// clipped is a face with bounds, which a walk along it may run into.
type clipped interface {
	face
	// tighter is the face that holds the coordinates of x at a bound as well.
	tighter(x []float64) clipped
}

// quadratic is the model F + <g, s> + <s, (H + shift) s>/2 of F at theta + s, to be
// minimized over a set by steps on its faces.
type quadratic struct {
	hessian  func(dst, v []float64) // writes H v
	shift    float64
	theta    []float64
	start    float64   // F at theta
	gradient []float64 // g
	level    float64   // the last value
	force    []float64 // minus the gradient there

	products  int // with H so far
	tabulated bool
}

// products is the largest number of them for one face.
const products = 2000

// follow takes the step p from theta along a face, and more steps until the force is
// down to the given size. They are clipped at the bounds, and those that they run
// into are held until nothing is left to gain beside them; only then are bounds let
// go (More and Toraldo, SIAM Journal on Optimization 1, 1991). It returns the sum of
// the steps.
func (q *quadratic) follow(ctx context.Context, set geometry, on clipped, p []float64, size float64) []float64 {
	const steps = 50
	x := slices.Clone(q.theta)
	q.level, q.force = q.start, opposite(q.gradient)
	for k := 0; k < steps && ctx.Err() == nil; k++ {
		next, _, ok := search(q.value, on, x, p, q.level, -linear.Dot(q.force, p))
		if !ok || slices.Equal(next, x) {
			break
		}
		x = next
		on = on.tighter(x)
		left := along(on, q.force)
		if length(left) <= size {
			on = set.face(x, opposite(q.force)).(clipped)
			left = along(on, q.force)
		}
		if !(length(left) > size) {
			break
		}
		q.tabulate()
		var flat bool
		if p, flat = conjugateGradients(ctx, q.times, q.shift, on.project, left, size/length(left), products); flat {
			break
		}
	}
	addScaled(x, -1, q.theta)
	return x
}

// value takes one product with H.
func (q *quadratic) value(x []float64) float64 {
	s := slices.Clone(x)
	addScaled(s, -1, q.theta)
	curved := make([]float64, len(s))
	q.times(curved, s)
	addScaled(curved, q.shift, s)
	var change linear.Sum
	for j, v := range s {
		change.Add(v * (q.gradient[j] + curved[j]/2))
		q.force[j] = -q.gradient[j] - curved[j]
	}
	q.level = q.start + change.Value()
	return q.level
}

func (q *quadratic) times(dst, v []float64) {
	q.products++
	q.hessian(dst, v)
}

// tabulate writes H out where d is small, once as many products have been taken.
func (q *quadratic) tabulate() {
	d := len(q.gradient)
	if d > smallDim || q.products < d || q.tabulated {
		return
	}
	h, unit := mat.NewDense(d, d, nil), make([]float64, d)
	for j := range unit {
		unit[j] = 1
		q.hessian(h.RawRowView(j), unit)
		unit[j] = 0
	}
	q.tabulated = true
	q.hessian = func(dst, v []float64) {
		for j := range dst {
			dst[j] = linear.Dot(h.RawRowView(j), v)
		}
	}
}

// along is the part of v in the directions of a face.
func along(on face, v []float64) []float64 {
	v = slices.Clone(v)
	on.project(v)
	return v
}

func opposite(v []float64) []float64 {
	o := make([]float64, len(v))
	addScaled(o, -1, v)
	return o
}

func length(v []float64) float64 { return math.Sqrt(linear.Dot(v, v)) }
