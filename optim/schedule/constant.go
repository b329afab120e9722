package schedule

// Constant is eta_t = step. With a known horizon, step = D/(G sqrt T) minimizes
// the bound of Zinkevich (ICML 2003) among all constant steps.
type Constant struct {
	Step float64 `param:"step" doc:"the step" range:"(0,inf)" scale:"true"`
}

// Fill implements Schedule.
func (s Constant) Fill(eta []float64, t, T int) {
	checkBlock(eta, t, T)
	for i := range eta {
		eta[i] = s.Step
	}
}

// Validate implements Schedule.
func (s Constant) Validate() error { return positive("step", s.Step) }

// SoundFor implements Sound: every step is the valid one.
func (Constant) SoundFor(int) bool { return true }

func (s Constant) String() string { return describe("constant", "step", s.Step) }

// LaTeX returns the definition.
func (s Constant) LaTeX() string { return `\eta_t = \eta` }
