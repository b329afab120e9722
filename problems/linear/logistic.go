package linear

import "math"

// Logistic is phi(z, y) = log(1 + exp(-y z)) with y in {-1, +1}.
type Logistic struct{}

// Eval returns log(1+exp(-yz)) and -y/(1+exp(yz)), without overflow and with
// full relative accuracy at both ends.
func (Logistic) Eval(z, y float64) (value, slope float64) {
	s := y * z
	e := Exp(-math.Abs(s))
	value, top := logOnePlus(e), e
	if !(s >= 0) {
		value, top = value-s, 1
	}
	return value, -y * (top / (1 + e))
}

// Curvature returns p(1-p) with p = 1/(1+exp(z)).
func (Logistic) Curvature(z, y float64) float64 {
	e := Exp(-math.Abs(z))
	return y * y * e / ((1 + e) * (1 + e))
}

// MaxCurvature returns 1/4, attained at z = 0.
func (Logistic) MaxCurvature() float64 { return 0.25 }

// CurvatureOn returns the curvatures at the margins farthest from and nearest to 0.
func (l Logistic) CurvatureOn(lo, hi, y float64) (least, most float64) {
	return l.Curvature(max(-lo, hi), y), l.Curvature(min(max(lo, 0), hi), y)
}

// Conjugate returns p log p + (1-p) log(1-p) with p = -alpha*y in [0, 1], the
// negative entropy, and +Inf elsewhere.
func (Logistic) Conjugate(alpha, y float64) float64 {
	p := -alpha * y
	if p < 0 || p > 1 {
		return math.Inf(1)
	}
	return xlogx(p) + xlogx(1-p)
}

// Slopes returns (-1, 0) for y = 1 and (0, 1) for y = -1.
func (Logistic) Slopes(y float64) (lo, hi float64) { return math.Min(-y, 0), math.Max(-y, 0) }

func xlogx(p float64) float64 {
	if p == 0 {
		return 0
	}
	return p * math.Log(p)
}
