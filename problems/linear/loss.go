package linear

import "math"

// Loss is a convex function phi(z, y) of a prediction z and a target y.
// Implementations are plain structs of numbers.
type Loss interface {
	// Eval returns phi(z, y) and a subgradient of phi(., y) at z.
	Eval(z, y float64) (value, slope float64)
	// Curvature returns the second derivative of phi(., y) at z where it
	// exists, and 0 for piecewise linear losses.
	Curvature(z, y float64) float64
	// MaxCurvature is sup over z of the second derivative (the smoothness of
	// phi): 1 for squared, 1/4 for logistic, +Inf for losses with kinks and for
	// those whose curvature has no bound, as Poisson.
	MaxCurvature() float64
	// CurvatureOn returns inf and sup of the second derivative of phi(., y) over
	// the margins in [lo, hi], whose ends may be infinite; sup is +Inf if there is
	// a kink among them. phi(., y) restricted to [lo, hi] has an extension to all
	// reals whose second derivative keeps to these two.
	CurvatureOn(lo, hi, y float64) (least, most float64)
	// Conjugate returns phi*(alpha, y) = sup_z alpha*z - phi(z, y), +Inf
	// outside its domain.
	Conjugate(alpha, y float64) float64
	// Slopes returns inf and sup over all real z of the subgradients of
	// phi(., y): (-1, 1) for absolute, (-Inf, +Inf) for squared.
	Slopes(y float64) (lo, hi float64)
}

// kinked is the largest curvature on [lo, hi] of a piecewise linear function with
// one kink.
func kinked(lo, hi, kink float64) float64 {
	if lo <= kink && kink <= hi {
		return math.Inf(1)
	}
	return 0
}
