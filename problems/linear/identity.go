package linear

import "math"

// Identity is phi(z, y) = z: the linear losses f_t(theta) = a_t.theta of online
// learning, whose targets are ignored.
type Identity struct{}

// Eval returns z and 1.
func (Identity) Eval(z, y float64) (value, slope float64) { return z, 1 }

// Curvature returns 0.
func (Identity) Curvature(z, y float64) float64 { return 0 }

// MaxCurvature returns 0.
func (Identity) MaxCurvature() float64 { return 0 }

// CurvatureOn returns 0 and 0.
func (Identity) CurvatureOn(lo, hi, y float64) (least, most float64) { return 0, 0 }

// Conjugate returns 0 at alpha = 1, and +Inf elsewhere.
func (Identity) Conjugate(alpha, y float64) float64 {
	if alpha != 1 {
		return math.Inf(1)
	}
	return 0
}

// Slopes returns (1, 1).
func (Identity) Slopes(y float64) (lo, hi float64) { return 1, 1 }
