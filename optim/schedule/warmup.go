package schedule

import (
	"cmp"
	"errors"
	"fmt"
	"math"
)

// Warmup multiplies a schedule by min(1, t/w): a linear rise over the first w
// steps. The schedule's own time runs meanwhile: it is not shifted by w.
type Warmup struct {
	Of Schedule
	// Length is w: below 1 it is a fraction of T (w = Length*T, not rounded),
	// from 1 on a whole number of steps.
	Length float64 `param:"warmup" doc:"linear rise: below 1 a fraction of T, from 1 on a number of steps" range:"[0,inf)"`
}

// Fill implements Schedule.
func (s Warmup) Fill(eta []float64, t, T int) {
	s.Of.Fill(eta, t, T)
	warm(eta, t, T, s.Length)
}

// warm multiplies eta_t.. by min(1, t/w).
func warm(eta []float64, t, T int, length float64) {
	w := length
	if length < 1 {
		w *= float64(T)
	}
	for i := range eta {
		if float64(t+i) >= w {
			return
		}
		eta[i] *= float64(t+i) / w
	}
}

// Validate implements Schedule.
func (s Warmup) Validate() error { return cmp.Or(checkWarmup(s.Length), validateInner(s.Of)) }

// ValidFor implements Limited.
func (s Warmup) ValidFor(T int) error { return validFor(s.Of, T) }

func checkWarmup(length float64) error {
	if err := nonNegative("warmup", length); err != nil {
		return err
	}
	if length > 1 && length != math.Trunc(length) {
		return fmt.Errorf("warmup must be a fraction of T below 1 or a whole number of steps, got %g", length)
	}
	return nil
}

func validateInner(s Schedule) error {
	if s == nil {
		return errors.New("no schedule to compose with")
	}
	return s.Validate()
}

// SoundFor implements Sound: the factors lie in [0, 1].
func (s Warmup) SoundFor(T int) bool { return soundFor(s.Of, T) }

func (s Warmup) String() string {
	return fmt.Sprintf("%v with %s", s.Of, describe("warmup", "length", s.Length))
}

// LaTeX returns the factor.
func (s Warmup) LaTeX() string { return `\min\left(1, \frac{t}{w}\right)` }
