package schedule

import (
	"cmp"
	"fmt"
	"math"
)

// Shapes of a cooldown.
const (
	Linear       = "linear"
	OneMinusSqrt = "1-sqrt"
)

// Cooldown multiplies a schedule by a factor that falls to 0 at T over the last
// c T steps, 0 <= c <= 1. With u = (T-t)/(c T) it is min(1, u) for the shape
// linear and, where u < 1, 1 - sqrt(1-u) = 1 - sqrt((t-(1-c)T)/(c T)) for 1-sqrt:
// Hägele, Bakouch, Kosson, Ben Allal, Von Werra and Jaggi, "Scaling laws and
// compute-optimal training beyond fixed training durations", NeurIPS 2024,
// arXiv:2405.18392.
type Cooldown struct {
	Of       Schedule
	Fraction float64 `param:"fraction" doc:"part of T in which the steps fall to 0" range:"[0,1]" default:"0.2"`
	Shape    string  `param:"shape" doc:"how they fall" enum:"linear|1-sqrt" default:"linear"`
}

// Fill implements Schedule.
func (s Cooldown) Fill(eta []float64, t, T int) {
	s.Of.Fill(eta, t, T)
	cool(eta, t, T, s.Fraction, s.Shape)
}

// cool multiplies eta_t.. by the factor of a cooldown.
func cool(eta []float64, t, T int, fraction float64, shape string) {
	if fraction == 0 {
		return
	}
	length := fraction * float64(T)
	for i := range eta {
		u := float64(T-t-i) / length
		switch {
		case u >= 1:
		case shape == Linear:
			eta[i] *= u
		default: // 1 - sqrt(1-u) without its cancellation, and 0 at T
			eta[i] *= u / (1 + math.Sqrt(1-u))
		}
	}
}

// Validate implements Schedule.
func (s Cooldown) Validate() error {
	return cmp.Or(fraction("fraction", s.Fraction), checkShape(s.Shape), validateInner(s.Of))
}

// ValidFor implements Limited.
func (s Cooldown) ValidFor(T int) error { return validFor(s.Of, T) }

func checkShape(shape string) error {
	if shape != Linear && shape != OneMinusSqrt {
		return fmt.Errorf("shape must be %s or %s, got %q", Linear, OneMinusSqrt, shape)
	}
	return nil
}

// SoundFor implements Sound: the factors lie in [0, 1].
func (s Cooldown) SoundFor(T int) bool { return soundFor(s.Of, T) }

func (s Cooldown) String() string {
	return fmt.Sprintf("%v with %s", s.Of, describe("cooldown", "fraction", s.Fraction, "shape", s.Shape))
}

// LaTeX returns the factor.
func (s Cooldown) LaTeX() string { return coolLaTeX(s.Shape) }

func coolLaTeX(shape string) string {
	if shape == OneMinusSqrt {
		return `\left(1 - \sqrt{\max\left(0, \frac{t - (1-c)T}{cT}\right)}\right)`
	}
	return `\min\left(1, \frac{T - t}{cT}\right)`
}
