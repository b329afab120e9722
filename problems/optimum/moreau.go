package optimum

import "regret/problems/linear"

// moreau is the Moreau envelope of a piecewise linear loss with one kink,
//
//	max over alpha in [lo, hi] of alpha (z - kink) - width alpha^2/2 + const,
//
// quadratic within width times [lo, hi] of the kink. Its slopes lie in the
// domain of the conjugate of the loss itself.
type moreau struct {
	linear.Loss
	width float64
}

// Eval returns value and slope of the envelope.
func (m moreau) Eval(z, y float64) (value, slope float64) {
	lo, hi := m.Slopes(y)
	kink, height := kinkOf(m.Loss, y)
	slope = min(max((z-kink)/m.width, lo), hi)
	return slope*(z-kink) + height - m.width/2*slope*slope, slope
}

// Curvature returns 1/width near the kink, else 0.
func (m moreau) Curvature(z, y float64) float64 {
	lo, hi := m.Slopes(y)
	kink, _ := kinkOf(m.Loss, y)
	if r := (z - kink) / m.width; r >= lo && r <= hi {
		return 1 / m.width
	}
	return 0
}

// MaxCurvature returns 1/width.
func (m moreau) MaxCurvature() float64 { return 1 / m.width }

// Conjugate adds width alpha^2/2 to the conjugate of the loss.
func (m moreau) Conjugate(alpha, y float64) float64 {
	return m.Loss.Conjugate(alpha, y) + m.width/2*alpha*alpha
}

// kinkOf returns where the kink of a piecewise linear loss lies and its value
// there, read off the conjugate kink alpha - height.
func kinkOf(loss linear.Loss, y float64) (kink, height float64) {
	lo, hi := loss.Slopes(y)
	atHi := loss.Conjugate(hi, y)
	kink = (atHi - loss.Conjugate(lo, y)) / (hi - lo)
	return kink, kink*hi - atHi
}
