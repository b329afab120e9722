package schedule

import (
	"cmp"
	"fmt"
	"math"
)

// Limited is met by schedules that do not serve every horizon.
type Limited interface {
	// ValidFor returns why the schedule cannot serve a run of T points, or nil.
	ValidFor(T int) error
}

// Sound is met by schedules that know of their steps without computing them. Check
// takes their word and sweeps over the steps of all others, so that a new schedule is
// swept until it says otherwise; scheduletest.Check does not take it.
type Sound interface {
	// SoundFor says that no step of a run of T points is negative, infinite or NaN: it
	// follows from what Validate and ValidFor ask. False says nothing.
	SoundFor(T int) bool
}

func soundFor(s Schedule, T int) bool {
	sound, ok := s.(Sound)
	return ok && sound.SoundFor(T)
}

func validFor(s Schedule, T int) error {
	if limited, ok := s.(Limited); ok {
		return limited.ValidFor(T)
	}
	return nil
}

// Check returns an error if the schedule is not valid, does not serve a run of T
// points, or has a step that is negative, infinite or NaN: the first such t with
// its value. It computes all T steps, in blocks, unless the schedule is Sound.
func Check(s Schedule, T int) error {
	if T < 1 {
		return fmt.Errorf("a run has at least 1 point, got %d", T)
	}
	if err := cmp.Or(s.Validate(), validFor(s, T)); err != nil {
		return err
	}
	if soundFor(s, T) {
		return nil
	}
	block := make([]float64, min(T, 4096))
	for t := 1; t <= T; t += len(block) {
		block = block[:min(len(block), T-t+1)]
		s.Fill(block, t, T)
		for i, eta := range block {
			if !(eta >= 0 && eta <= math.MaxFloat64) {
				return fmt.Errorf("step at t = %d of %d is %g: steps must be finite and not negative", t+i, T, eta)
			}
		}
	}
	return nil
}
