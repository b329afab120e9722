package schedule

import "math"

// Cosine is eta_t = alpha (1 + cos(pi t/T))/2, so that eta_T = 0: one period of
// Loshchilov and Hutter, "SGDR: stochastic gradient descent with warm restarts",
// ICLR 2017, arXiv:1608.03983.
type Cosine struct {
	Alpha float64 `param:"alpha" doc:"scale of the step" range:"(0,inf)" scale:"true"`
}

// Fill implements Schedule.
func (s Cosine) Fill(eta []float64, t, T int) {
	checkBlock(eta, t, T)
	for i := range eta {
		eta[i] = s.Alpha * halfCosine(t+i, T)
	}
}

// halfCosine returns (1 + cos(pi t/T))/2 by half angles: the sum itself cancels
// near t = T. The first half takes 1 - sin^2 rather than cos^2, because the sine
// is steep where the cosine is flat: no rounding can make the steps rise.
func halfCosine(t, T int) float64 {
	quarter := math.Pi / (2 * float64(T))
	if 2*t <= T {
		s := math.Sin(quarter * float64(t))
		return 1 - s*s
	}
	s := math.Sin(quarter * float64(T-t))
	return s * s
}

// Validate implements Schedule.
func (s Cosine) Validate() error { return positive("alpha", s.Alpha) }

// SoundFor implements Sound: the factors of alpha lie in [0, 1].
func (Cosine) SoundFor(int) bool { return true }

func (s Cosine) String() string { return describe("cosine", "alpha", s.Alpha) }

// LaTeX returns the definition.
func (s Cosine) LaTeX() string {
	return `\eta_t = \frac{\alpha}{2}\left(1 + \cos\frac{\pi t}{T}\right)`
}
