package linear

import "math"

// Hinge is phi(z, y) = max(0, 1 - y z) with y in {-1, +1}.
type Hinge struct{}

// Eval returns max(0, 1-yz) and the subgradient -y where yz < 1, else 0 (the
// kink itself included).
func (Hinge) Eval(z, y float64) (value, slope float64) {
	if s := y * z; s < 1 {
		return 1 - s, -y
	}
	return 0, 0
}

// Curvature returns 0.
func (Hinge) Curvature(z, y float64) float64 { return 0 }

// MaxCurvature returns +Inf: the slope jumps at yz = 1.
func (Hinge) MaxCurvature() float64 { return math.Inf(1) }

// CurvatureOn returns 0, and +Inf if the kink 1/y = y is among the margins, else 0.
func (Hinge) CurvatureOn(lo, hi, y float64) (least, most float64) { return 0, kinked(lo, hi, y) }

// Conjugate returns alpha*y for -alpha*y in [0, 1], and +Inf elsewhere.
func (Hinge) Conjugate(alpha, y float64) float64 {
	if p := -alpha * y; p < 0 || p > 1 {
		return math.Inf(1)
	}
	return alpha * y
}

// Slopes returns (-1, 0) for y = 1 and (0, 1) for y = -1.
func (Hinge) Slopes(y float64) (lo, hi float64) { return math.Min(-y, 0), math.Max(-y, 0) }
