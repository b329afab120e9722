package linear

import "math"

// Poisson is phi(z, y) = e^z - y z with y >= 0: the negative log-likelihood of a
// count y whose mean is e^z, less log y!, which does not depend on z (Nelder and
// Wedderburn 1972).
type Poisson struct{}

// Eval returns e^z - yz and e^z - y; both are +Inf where e^z overflows.
func (Poisson) Eval(z, y float64) (value, slope float64) {
	e := Exp(z)
	return e - y*z, e - y
}

// Curvature returns e^z.
func (Poisson) Curvature(z, y float64) float64 { return Exp(z) }

// MaxCurvature returns +Inf, the limit at large z.
func (Poisson) MaxCurvature() float64 { return math.Inf(1) }

// CurvatureOn returns e^lo and e^hi.
func (Poisson) CurvatureOn(lo, hi, y float64) (least, most float64) { return Exp(lo), Exp(hi) }

// Conjugate returns m log m - m with m = alpha + y >= 0, and +Inf elsewhere.
func (Poisson) Conjugate(alpha, y float64) float64 {
	m := alpha + y
	if m < 0 {
		return math.Inf(1)
	}
	return xlogx(m) - m
}

// Slopes returns (-y, +Inf).
func (Poisson) Slopes(y float64) (lo, hi float64) { return -y, math.Inf(1) }
