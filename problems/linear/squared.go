package linear

import "math"

// Squared is phi(z, y) = (z-y)^2 / 2.
type Squared struct{}

// Eval returns (z-y)^2/2 and z-y.
func (Squared) Eval(z, y float64) (value, slope float64) {
	r := z - y
	return 0.5 * r * r, r
}

// Curvature returns 1.
func (Squared) Curvature(z, y float64) float64 { return 1 }

// MaxCurvature returns 1.
func (Squared) MaxCurvature() float64 { return 1 }

// CurvatureOn returns 1 and 1.
func (Squared) CurvatureOn(lo, hi, y float64) (least, most float64) { return 1, 1 }

// Conjugate returns alpha^2/2 + alpha*y.
func (Squared) Conjugate(alpha, y float64) float64 { return alpha * (0.5*alpha + y) }

// Slopes returns (-Inf, +Inf).
func (Squared) Slopes(y float64) (lo, hi float64) { return math.Inf(-1), math.Inf(1) }
