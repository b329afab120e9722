package schedule

import "cmp"

// InverseTime is eta_t = alpha/(t + offset). Its steps sum to infinity and their
// squares do not, the condition of Robbins and Monro, "A stochastic approximation
// method", Ann. Math. Statist. 22, 1951. With alpha = 1/mu and offset 0 it is the
// schedule for mu-strongly convex losses.
type InverseTime struct {
	Alpha  float64 `param:"alpha" doc:"scale of the step" range:"(0,inf)" scale:"true"`
	Offset float64 `param:"offset" doc:"shift of time: eta_1 is alpha/(1 + offset)" range:"[0,inf)" default:"0"`
}

// Fill implements Schedule.
func (s InverseTime) Fill(eta []float64, t, T int) {
	checkBlock(eta, t, T)
	for i := range eta {
		eta[i] = s.Alpha / (float64(t+i) + s.Offset)
	}
}

// Validate implements Schedule.
func (s InverseTime) Validate() error {
	return cmp.Or(positive("alpha", s.Alpha), nonNegative("offset", s.Offset))
}

// SoundFor implements Sound: no step is above alpha.
func (InverseTime) SoundFor(int) bool { return true }

func (s InverseTime) String() string {
	return describe("inverse-time", "alpha", s.Alpha, "offset", s.Offset)
}

// LaTeX returns the definition.
func (s InverseTime) LaTeX() string { return `\eta_t = \frac{\alpha}{t + t_0}` }
