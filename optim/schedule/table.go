package schedule

import (
	"errors"
	"fmt"
)

// Table is eta_t = steps[t-1], from a list or a CSV file. It serves horizons up
// to its length; shorter ones use its beginning.
type Table struct {
	Steps  []float64 `param:"steps" doc:"eta_1, eta_2, ...; either this or file" range:"[0,inf)" default:""`
	File   string    `param:"file" doc:"CSV file with a step a line" path:"true" default:""`
	Column string    `param:"column" doc:"the file's column, by its name in the header or its number from 1; needed if there are several" default:""`
}

// Fill implements Schedule. It panics beyond the last step and, for a file,
// before Load.
func (s Table) Fill(eta []float64, t, T int) {
	checkBlock(eta, t, T)
	if last := t + len(eta) - 1; last > len(s.Steps) {
		panic(fmt.Sprintf("schedule: eta_%d asked of a table of %d steps", last, len(s.Steps)))
	}
	copy(eta, s.Steps[t-1:])
}

// Validate implements Schedule. It does not open the file.
func (s Table) Validate() error {
	switch {
	case len(s.Steps) > 0 && s.File != "":
		return errors.New("steps and file exclude each other")
	case len(s.Steps) == 0 && s.File == "":
		return errors.New("steps must be a list that is not empty, or file a CSV file")
	case s.File == "" && s.Column != "":
		return errors.New("column must be left out without file")
	}
	for i, step := range s.Steps {
		if err := nonNegative("steps", step); err != nil {
			return fmt.Errorf("%w as eta_%d", err, i+1)
		}
	}
	return nil
}

// ValidFor implements Limited.
func (s Table) ValidFor(T int) error {
	if T > len(s.Steps) {
		return fmt.Errorf("table has %d steps, too few for a run of %d points", len(s.Steps), T)
	}
	return nil
}

// SoundFor implements Sound: Validate looks at every step.
func (Table) SoundFor(int) bool { return true }

func (s Table) String() string {
	if s.File != "" {
		return describe("table", "file", s.File)
	}
	return describe("table", "steps", len(s.Steps))
}

// LaTeX returns the definition.
func (s Table) LaTeX() string { return `\eta_1, \eta_2, \dots \text{ from a table}` }
