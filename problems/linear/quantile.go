package linear

import "math"

// Quantile is the pinball loss phi(z, y) = Tau (y-z)_+ + (1-Tau) (z-y)_+,
// whose minimizer over constants z is the Tau-quantile of y (Koenker and
// Bassett 1978). 0 < Tau < 1.
type Quantile struct {
	Tau float64
}

// Eval returns the loss and its slope, -Tau below the target and 1-Tau above,
// with the subgradient 0 at the kink.
func (q Quantile) Eval(z, y float64) (value, slope float64) {
	switch r := z - y; {
	case r > 0:
		return (1 - q.Tau) * r, 1 - q.Tau
	case r < 0:
		return -q.Tau * r, -q.Tau
	default:
		return math.Abs(r), 0
	}
}

// Curvature returns 0.
func (Quantile) Curvature(z, y float64) float64 { return 0 }

// MaxCurvature returns +Inf: the slope jumps at z = y.
func (Quantile) MaxCurvature() float64 { return math.Inf(1) }

// CurvatureOn returns 0, and +Inf if the kink y is among the margins, else 0.
func (Quantile) CurvatureOn(lo, hi, y float64) (least, most float64) { return 0, kinked(lo, hi, y) }

// Conjugate returns alpha*y for -Tau <= alpha <= 1-Tau, and +Inf elsewhere.
func (q Quantile) Conjugate(alpha, y float64) float64 {
	if alpha < -q.Tau || alpha > 1-q.Tau {
		return math.Inf(1)
	}
	return alpha * y
}

// Slopes returns (-Tau, 1-Tau).
func (q Quantile) Slopes(y float64) (lo, hi float64) { return -q.Tau, 1 - q.Tau }
