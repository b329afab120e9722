package linear

import "math"

// Huber is, with r = z - y, phi(z, y) = r^2/2 where |r| <= Delta and
// Delta|r| - Delta^2/2 beyond (Huber 1964). Delta > 0.
type Huber struct {
	Delta float64
}

// Eval returns the loss and its derivative, r clipped to [-Delta, Delta].
func (h Huber) Eval(z, y float64) (value, slope float64) {
	r := z - y
	switch {
	case r > h.Delta:
		return h.Delta * (r - 0.5*h.Delta), h.Delta
	case r < -h.Delta:
		return h.Delta * (-r - 0.5*h.Delta), -h.Delta
	default:
		return 0.5 * r * r, r
	}
}

// Curvature returns 1 where |z-y| <= Delta, else 0.
func (h Huber) Curvature(z, y float64) float64 {
	if math.Abs(z-y) <= h.Delta {
		return 1
	}
	return 0
}

// MaxCurvature returns 1.
func (Huber) MaxCurvature() float64 { return 1 }

// CurvatureOn returns 1 where all, or some, of the margins have |z-y| <= Delta,
// else 0.
func (h Huber) CurvatureOn(lo, hi, y float64) (least, most float64) {
	if lo <= y+h.Delta && hi >= y-h.Delta {
		most = 1
	}
	return min(h.Curvature(lo, y), h.Curvature(hi, y)), most
}

// Conjugate returns alpha^2/2 + alpha*y for |alpha| <= Delta, and +Inf
// elsewhere.
func (h Huber) Conjugate(alpha, y float64) float64 {
	if math.Abs(alpha) > h.Delta {
		return math.Inf(1)
	}
	return alpha * (0.5*alpha + y)
}

// Slopes returns (-Delta, Delta).
func (h Huber) Slopes(y float64) (lo, hi float64) { return -h.Delta, h.Delta }
