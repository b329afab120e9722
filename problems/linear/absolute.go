package linear

import "math"

// Absolute is phi(z, y) = |z-y|.
type Absolute struct{}

// Eval returns |z-y| and sign(z-y), with the subgradient 0 at the kink.
func (Absolute) Eval(z, y float64) (value, slope float64) {
	switch r := z - y; {
	case r > 0:
		return r, 1
	case r < 0:
		return -r, -1
	default:
		return math.Abs(r), 0
	}
}

// Curvature returns 0.
func (Absolute) Curvature(z, y float64) float64 { return 0 }

// MaxCurvature returns +Inf: the slope jumps at z = y.
func (Absolute) MaxCurvature() float64 { return math.Inf(1) }

// CurvatureOn returns 0, and +Inf if the kink y is among the margins, else 0.
func (Absolute) CurvatureOn(lo, hi, y float64) (least, most float64) { return 0, kinked(lo, hi, y) }

// Conjugate returns alpha*y for |alpha| <= 1, and +Inf elsewhere.
func (Absolute) Conjugate(alpha, y float64) float64 {
	if math.Abs(alpha) > 1 {
		return math.Inf(1)
	}
	return alpha * y
}

// Slopes returns (-1, 1).
func (Absolute) Slopes(y float64) (lo, hi float64) { return -1, 1 }
