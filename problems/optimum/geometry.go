package optimum

import (
	"fmt"
	"math"

	"regret/problems/domain"
)

func geometryOf(set domain.Set) geometry {
	switch s := set.(type) {
	case domain.WholeSpace:
		return cube{math.Inf(-1), math.Inf(1)}
	case domain.Box:
		return cube{s.Lo, s.Hi}
	case domain.Simplex:
		return simplex{}
	case domain.Ball:
		return sphere{s.Radius}
	}
	panic(fmt.Sprintf("optimum: no solver for the domain %T", set))
}

// cube is lo <= theta_j <= hi.
type cube struct{ lo, hi float64 }

func (c cube) face(theta, gradient []float64) face {
	return newBoundsFace(theta, gradient, func(int) (float64, float64) { return c.lo, c.hi })
}

// intervals is lo_j <= theta_j <= hi_j.
type intervals struct{ lo, hi []float64 }

func (b intervals) face(theta, gradient []float64) face {
	return newBoundsFace(theta, gradient, func(j int) (float64, float64) { return b.lo[j], b.hi[j] })
}

// boundsFace is Bertsekas's two-metric projection (SIAM Journal on Control and
// Optimization 20, 1982): coordinates at an end that the gradient pushes
// against stay there; along the others the Newton step is followed and
// clipped, which is a descent.
type boundsFace struct {
	theta []float64
	ends  func(j int) (lo, hi float64)
	held  []bool
}

func newBoundsFace(theta, gradient []float64, ends func(j int) (lo, hi float64)) *boundsFace {
	f := &boundsFace{theta: theta, ends: ends, held: make([]bool, len(theta))}
	var move float64 // of the projected gradient
	for j, t := range theta {
		lo, hi := ends(j)
		move = max(move, math.Abs(t-min(max(t-gradient[j], lo), hi)))
	}
	for j, t := range theta {
		lo, hi := ends(j)
		// Near an end counts as at it, or steps could become ever shorter.
		near := min(move, 1e-12*(hi-lo))
		switch g := gradient[j]; {
		case g > 0 && t <= lo+near:
			theta[j], f.held[j] = lo, true
		case g < 0 && t >= hi-near:
			theta[j], f.held[j] = hi, true
		}
	}
	return f
}

func (f *boundsFace) project(v []float64) {
	for j, held := range f.held {
		if held {
			v[j] = 0
		}
	}
}

func (*boundsFace) shift() float64 { return 0 }

func (f *boundsFace) walk(dst, p []float64, t float64) bool {
	for j, x := range f.theta {
		lo, hi := f.ends(j)
		dst[j] = min(max(x+t*p[j], lo), hi)
	}
	return true
}

// simplex is theta_j >= 0, sum_j theta_j = 1. The largest coordinate is
// eliminated by the equation, and what is left are bounds (Gafni and
// Bertsekas, SIAM Journal on Control and Optimization 22, 1984).
type simplex struct{}

func (simplex) face(theta, gradient []float64) face {
	pivot := 0
	for j, t := range theta {
		if t > theta[pivot] {
			pivot = j
		}
	}
	reduced := make([]float64, len(theta))
	for j, g := range gradient {
		reduced[j] = g - gradient[pivot]
	}
	f := &simplexFace{boundsFace: newBoundsFace(theta, reduced, func(int) (float64, float64) { return 0, 1 }), pivot: pivot}
	f.held[pivot] = false
	f.settle(theta)
	for _, held := range f.held {
		if !held {
			f.free++
		}
	}
	return f
}

type simplexFace struct {
	*boundsFace
	pivot, free int
}

// settle gives the pivot what the others leave.
func (f *simplexFace) settle(theta []float64) {
	theta[f.pivot] = 0
	theta[f.pivot] = 1 - total(theta)
}

// project removes the mean over the free coordinates.
func (f *simplexFace) project(v []float64) {
	f.boundsFace.project(v)
	mean := total(v) / float64(f.free)
	for j, held := range f.held {
		if !held {
			v[j] -= mean
		}
	}
}

func (f *simplexFace) walk(dst, p []float64, t float64) bool {
	f.boundsFace.walk(dst, p, t)
	f.settle(dst)
	return dst[f.pivot] >= 0
}
