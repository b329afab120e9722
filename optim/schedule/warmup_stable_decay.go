package schedule

import (
	"cmp"
	"fmt"
)

// WarmupStableDecay is alpha times a rise, a plateau and a fall to 0 at T: a
// Constant in a Warmup and a Cooldown, bit for bit. Without warmup and with a
// linear cooldown eta_t = alpha min(1, (T-t)/(c T)). Hu et al., "MiniCPM:
// unveiling the potential of small language models with scalable training
// strategies", 2024, arXiv:2404.06395; see Cooldown for the shape 1-sqrt.
type WarmupStableDecay struct {
	Alpha    float64 `param:"alpha" doc:"scale of the step: its height on the plateau" range:"(0,inf)" scale:"true"`
	Warmup   float64 `param:"warmup" doc:"linear rise: below 1 a fraction of T, from 1 on a number of steps" range:"[0,inf)" default:"0"`
	Cooldown float64 `param:"cooldown" doc:"part of T in which the steps fall to 0" range:"[0,1]" default:"0.2"`
	Shape    string  `param:"shape" doc:"how they fall" enum:"linear|1-sqrt" default:"linear"`
}

// Fill implements Schedule.
func (s WarmupStableDecay) Fill(eta []float64, t, T int) {
	Constant{s.Alpha}.Fill(eta, t, T)
	warm(eta, t, T, s.Warmup)
	cool(eta, t, T, s.Cooldown, s.Shape)
}

// Validate implements Schedule.
func (s WarmupStableDecay) Validate() error {
	err := cmp.Or(positive("alpha", s.Alpha), checkWarmup(s.Warmup), fraction("cooldown", s.Cooldown), checkShape(s.Shape))
	if err == nil && s.Warmup < 1 && s.Warmup+s.Cooldown > 1+1e-12 { // sums of decimal fractions round
		err = fmt.Errorf("warmup %g and cooldown %g overlap: their sum is above 1", s.Warmup, s.Cooldown)
	}
	return err
}

// ValidFor implements Limited: a warmup that is counted in steps must end
// before the cooldown begins.
func (s WarmupStableDecay) ValidFor(T int) error {
	if s.Warmup >= 1 && s.Warmup+s.Cooldown*float64(T) > float64(T)*(1+1e-12) {
		return fmt.Errorf("warmup of %g steps and cooldown of %g overlap in a run of %d points", s.Warmup, s.Cooldown*float64(T), T)
	}
	return nil
}

// SoundFor implements Sound: the factors of alpha lie in [0, 1].
func (WarmupStableDecay) SoundFor(int) bool { return true }

func (s WarmupStableDecay) String() string {
	return describe("warmup-stable-decay", "alpha", s.Alpha, "warmup", s.Warmup, "cooldown", s.Cooldown, "shape", s.Shape)
}

// LaTeX returns the definition.
func (s WarmupStableDecay) LaTeX() string {
	if s.Warmup > 0 {
		return `\eta_t = \alpha\,` + Warmup{}.LaTeX() + `\,` + coolLaTeX(s.Shape)
	}
	return `\eta_t = \alpha\,` + coolLaTeX(s.Shape)
}
