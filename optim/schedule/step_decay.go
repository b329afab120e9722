package schedule

import (
	"cmp"
	"fmt"
	"math"
)

// StepDecay is eta_t = alpha factor^floor((t-1)/every): constant stages of the
// given length, each with the step of the one before times factor.
type StepDecay struct {
	Alpha  float64 `param:"alpha" doc:"scale of the step: that of the first stage" range:"(0,inf)" scale:"true"`
	Factor float64 `param:"factor" doc:"factor from stage to stage" range:"(0,1]" default:"0.5"`
	Every  int     `param:"every" doc:"length of a stage in steps" range:"[1,inf)"`
}

// Fill implements Schedule.
func (s StepDecay) Fill(eta []float64, t, T int) {
	checkBlock(eta, t, T)
	for i := 0; i < len(eta); {
		stage := (t + i - 1) / s.Every
		step := s.Alpha * math.Pow(s.Factor, float64(stage))
		end := len(eta)
		if last := (stage + 1) * s.Every; last-t+1 < end { // last step of the stage
			end = last - t + 1
		}
		for ; i < end; i++ {
			eta[i] = step
		}
	}
}

// Validate implements Schedule.
func (s StepDecay) Validate() error {
	var every error
	if s.Every < 1 {
		every = fmt.Errorf("every must be in [1, inf), got %d", s.Every)
	}
	return cmp.Or(positive("alpha", s.Alpha), ratio("factor", s.Factor), every)
}

// SoundFor implements Sound: the factors of alpha lie in [0, 1].
func (StepDecay) SoundFor(int) bool { return true }

func (s StepDecay) String() string {
	return describe("step-decay", "alpha", s.Alpha, "factor", s.Factor, "every", s.Every)
}

// LaTeX returns the definition.
func (s StepDecay) LaTeX() string {
	return `\eta_t = \alpha\, q^{\lfloor (t-1)/m \rfloor}`
}
