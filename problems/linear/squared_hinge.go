package linear

import "math"

// SquaredHinge is phi(z, y) = max(0, 1 - y z)^2 with y in {-1, +1}, without a
// factor 1/2: the L2-loss of LIBLINEAR (Fan and others, JMLR 2008).
type SquaredHinge struct{}

// Eval returns s^2 and -2 y s with s = max(0, 1-yz).
func (SquaredHinge) Eval(z, y float64) (value, slope float64) {
	s := max(0, 1-y*z)
	return s * s, -2 * y * s
}

// Curvature returns 2 where yz < 1, else 0.
func (SquaredHinge) Curvature(z, y float64) float64 {
	if y*z < 1 {
		return 2
	}
	return 0
}

// MaxCurvature returns 2.
func (SquaredHinge) MaxCurvature() float64 { return 2 }

// CurvatureOn returns 2 where all, or some, of the margins have yz < 1, else 0.
func (l SquaredHinge) CurvatureOn(lo, hi, y float64) (least, most float64) {
	atLo, atHi := l.Curvature(lo, y), l.Curvature(hi, y)
	return min(atLo, atHi), max(atLo, atHi)
}

// Conjugate returns alpha^2/4 + alpha*y for alpha*y <= 0, and +Inf elsewhere.
func (SquaredHinge) Conjugate(alpha, y float64) float64 {
	if alpha*y > 0 {
		return math.Inf(1)
	}
	return alpha * (0.25*alpha + y)
}

// Slopes returns (-Inf, 0) for y = 1 and (0, +Inf) for y = -1.
func (SquaredHinge) Slopes(y float64) (lo, hi float64) {
	if y > 0 {
		return math.Inf(-1), 0
	}
	return 0, math.Inf(1)
}
