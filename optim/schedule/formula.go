package schedule

import (
	"errors"
	"fmt"
	"math"

	"regret/optim/schedule/formula"
)

// Formula is eta_t = whatever a user writes in terms of t, T and constants. It
// is a text, not yet a Schedule: NewFormula makes one when the constants are known.
type Formula struct {
	Step string `param:"step" doc:"formula of t, T and the problem's constants, such as D/(G*sqrt(t))"`
}

// Validate returns an error if the text is empty or too long. Parse checks the rest.
func (s Formula) Validate() error {
	if s.Step == "" {
		return errors.New("step must be a formula, got an empty text")
	}
	if len(s.Step) > formula.MaxLength {
		return fmt.Errorf("step must have at most %d bytes, got %d", formula.MaxLength, len(s.Step))
	}
	return nil
}

// LaTeX returns the definition.
func (s Formula) LaTeX() string { return `\eta_t = \eta(t, T)` }

// NewFormula returns the schedule of a formula whose names other than t and T
// have the values of env. It returns a *formula.Error at a name without a value.
// Steps that come out negative or not finite are found by Check.
func NewFormula(f *formula.Formula, env map[string]float64) (Schedule, error) {
	eval, err := f.Bind(env)
	if err != nil {
		return nil, err
	}
	return boundFormula{source: f, eval: eval}, nil
}

// boundFormula is a formula of t and T alone.
type boundFormula struct {
	source *formula.Formula
	eval   func(t, T float64) float64
}

// Fill implements Schedule.
func (s boundFormula) Fill(eta []float64, t, T int) {
	checkBlock(eta, t, T)
	if !s.source.Uses("t") {
		step := s.eval(float64(t), float64(T))
		for i := range eta {
			eta[i] = step
		}
		return
	}
	for i := range eta {
		eta[i] = s.eval(float64(t+i), float64(T))
	}
}

// Validate implements Schedule: what was parsed and bound is valid.
func (s boundFormula) Validate() error { return nil }

// SoundFor implements Sound for formulas without t, whose steps are all the same.
func (s boundFormula) SoundFor(T int) bool {
	if s.source.Uses("t") {
		return false
	}
	step := s.eval(1, float64(T))
	return step >= 0 && step <= math.MaxFloat64
}

func (s boundFormula) String() string { return describe("formula", "step", s.source) }

// LaTeX returns the definition.
func (s boundFormula) LaTeX() string { return `\eta_t = ` + s.source.LaTeX() }

// Label returns the formula in the light markup of figures.
func (s boundFormula) Label() string { return s.source.Label() }
