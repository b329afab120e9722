package schedule

import (
	"cmp"
	"math"
)

// Polynomial is eta_t = alpha t^(-power): power 0 is constant, 1/2 inverse-sqrt,
// 1 inverse-time, and a negative power lets the steps grow. The powers in
// (1/2, 1) are those of averaging: Polyak and Juditsky, "Acceleration of
// stochastic approximation by averaging", SIAM J. Control Optim. 30, 1992.
type Polynomial struct {
	Alpha float64 `param:"alpha" doc:"scale of the step" range:"(0,inf)" scale:"true"`
	Power float64 `param:"power" doc:"power of 1/t; below 0 the steps grow" range:"(-inf,inf)"`
}

// Fill implements Schedule.
func (s Polynomial) Fill(eta []float64, t, T int) {
	checkBlock(eta, t, T)
	for i := range eta {
		eta[i] = s.Alpha / math.Pow(float64(t+i), s.Power)
	}
}

// Validate implements Schedule.
func (s Polynomial) Validate() error {
	return cmp.Or(positive("alpha", s.Alpha), finite("power", s.Power))
}

// SoundFor implements Sound: unless the steps grow, none is above alpha.
func (s Polynomial) SoundFor(int) bool { return s.Power >= 0 }

func (s Polynomial) String() string {
	return describe("polynomial", "alpha", s.Alpha, "power", s.Power)
}

// LaTeX returns the definition.
func (s Polynomial) LaTeX() string { return `\eta_t = \alpha\, t^{-p}` }
