package linear

import "math"

// Exponential is phi(z, y) = exp(-y z) with y in {-1, +1}, the loss that AdaBoost
// minimizes (Schapire and Singer 1999).
type Exponential struct{}

// Eval returns exp(-yz) and -y exp(-yz), which are infinite where they overflow.
func (Exponential) Eval(z, y float64) (value, slope float64) {
	e := Exp(-y * z)
	return e, -y * e
}

// Curvature returns exp(-yz).
func (Exponential) Curvature(z, y float64) float64 { return Exp(-y * z) }

// MaxCurvature returns +Inf, the limit at large -yz.
func (Exponential) MaxCurvature() float64 { return math.Inf(1) }

// CurvatureOn returns exp(-yz) at the two ends, in order.
func (Exponential) CurvatureOn(lo, hi, y float64) (least, most float64) {
	atLo, atHi := Exp(-y*lo), Exp(-y*hi)
	return min(atLo, atHi), max(atLo, atHi)
}

// Conjugate returns p log p - p with p = -alpha*y >= 0, and +Inf elsewhere.
func (Exponential) Conjugate(alpha, y float64) float64 {
	p := -alpha * y
	if p < 0 {
		return math.Inf(1)
	}
	return xlogx(p) - p
}

// Slopes returns (-Inf, 0) for y = 1 and (0, +Inf) for y = -1.
func (Exponential) Slopes(y float64) (lo, hi float64) {
	if y > 0 {
		return math.Inf(-1), 0
	}
	return 0, math.Inf(1)
}
