package optimum

import (
	"regret/problems/domain"
	"regret/problems/linear"
)

// What is called small is solved with dense d x d matrices, to rounding: the
// interior-point method and Newton's method cost n d^2 + d^3 a step. All else
// goes by products with the rows alone, whose number depends on the data: few
// for smooth losses, and for the others where n < d. On the whole space without
// ridge a proof needs the singular values of A, so that dense matrices are used
// as far as they can be had.
const (
	smallDim  = 256
	smallCost = 4_000_000_000 // multiplications a step, about a second
)

// small says whether dense matrices are used.
func small(m *linear.Model, set domain.Set) bool {
	n, d := float64(m.Len()), float64(m.Dim())
	if _, whole := set.(domain.WholeSpace); whole && m.Ridge == 0 {
		return n*d*min(n, d) <= smallCost
	}
	if kinked(m.Loss) {
		return d <= smallDim || n >= d && n*d*d <= smallCost
	}
	return d <= smallDim && n*d*d <= smallCost
}

// kinked tells losses with kinks from those whose curvature is merely unbounded.
func kinked(loss linear.Loss) bool {
	switch loss.(type) {
	case linear.Absolute, linear.Hinge, linear.Quantile:
		return true
	}
	return false
}

// targetOf is the relative gap that is asked for, 0 for none.
func targetOf(m *linear.Model) float64 {
	switch {
	case !kinked(m.Loss):
		return SmoothTarget
	case m.Len()*m.Dim() <= Excepted:
		return NonSmoothTarget
	}
	return 0
}
