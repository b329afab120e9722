package linear

import "math"

// NegativeLog is phi(z, y) = -log z for z > 0, and +Inf elsewhere: the loss of a
// portfolio whose wealth is multiplied by z (Cover 1991). Targets are ignored.
type NegativeLog struct{}

// Eval returns -log z and -1/z, or +Inf and -Inf where z <= 0.
func (NegativeLog) Eval(z, y float64) (value, slope float64) {
	if z <= 0 {
		return math.Inf(1), math.Inf(-1)
	}
	return -math.Log(z), -1 / z
}

// Curvature returns 1/z^2 for z > 0.
func (NegativeLog) Curvature(z, y float64) float64 {
	if z <= 0 {
		return math.Inf(1)
	}
	return 1 / (z * z)
}

// MaxCurvature returns +Inf, the limit at z = 0.
func (NegativeLog) MaxCurvature() float64 { return math.Inf(1) }

// CurvatureOn returns 1/hi^2 and 1/lo^2.
func (l NegativeLog) CurvatureOn(lo, hi, y float64) (least, most float64) {
	return l.Curvature(hi, y), l.Curvature(lo, y)
}

// Conjugate returns -1 - log(-alpha) for alpha < 0, and +Inf elsewhere.
func (NegativeLog) Conjugate(alpha, y float64) float64 {
	if alpha >= 0 {
		return math.Inf(1)
	}
	return -1 - math.Log(-alpha)
}

// Slopes returns (-Inf, 0), whose ends are not attained.
func (NegativeLog) Slopes(y float64) (lo, hi float64) { return math.Inf(-1), 0 }
