package schedule

import "regret/problems/linear"

// InverseSqrt is eta_t = alpha/sqrt(t), the anytime schedule of Zinkevich,
// "Online convex programming and generalized infinitesimal gradient ascent",
// ICML 2003.
type InverseSqrt struct {
	Alpha float64 `param:"alpha" doc:"scale of the step" range:"(0,inf)" scale:"true"`
}

// Fill implements Schedule.
func (s InverseSqrt) Fill(eta []float64, t, T int) {
	checkBlock(eta, t, T)
	linear.InverseRoots(eta, s.Alpha, t)
}

// Validate implements Schedule.
func (s InverseSqrt) Validate() error { return positive("alpha", s.Alpha) }

// SoundFor implements Sound: no step is above alpha.
func (InverseSqrt) SoundFor(int) bool { return true }

func (s InverseSqrt) String() string { return describe("inverse-sqrt", "alpha", s.Alpha) }

// LaTeX returns the definition.
func (s InverseSqrt) LaTeX() string { return `\eta_t = \frac{\alpha}{\sqrt{t}}` }
