package schedule

import "math"

// InverseSqrt is eta_t = alpha/sqrt(t), the anytime schedule of Zinkevich,
// "Online convex programming and generalized infinitesimal gradient ascent",
// ICML 2003.
type InverseSqrt struct {
	Alpha float64 `param:"alpha" doc:"scale of the step" range:"(0,inf)" scale:"true"`
}

// Fill implements Schedule.
func (s InverseSqrt) Fill(eta []float64, t, T int) {
	checkBlock(eta, t, T)
	inverseSqrts(eta, s.Alpha, t)
}

// inverseSqrtsPortable sets eta[i] = alpha/sqrt(t+i). A step has a square root and a
// division, of which processors do few at a time.
func inverseSqrtsPortable(eta []float64, alpha float64, t int) {
	for i := range eta {
		eta[i] = alpha / math.Sqrt(float64(t+i))
	}
}

// Validate implements Schedule.
func (s InverseSqrt) Validate() error { return positive("alpha", s.Alpha) }

func (s InverseSqrt) String() string { return describe("inverse-sqrt", "alpha", s.Alpha) }

// LaTeX returns the definition.
func (s InverseSqrt) LaTeX() string { return `\eta_t = \frac{\alpha}{\sqrt{t}}` }
