package bound_test

import (
	"math"
	"strings"
	"testing"

	"regret/optim/bound"
	"regret/optim/boundtest"
)

var (
	inverseSqrt = boundtest.Shape(func(t, _ float64) float64 { return 1 / math.Sqrt(t) })
	linearDecay = boundtest.Shape(func(t, T float64) float64 { return (T - t) / T })
)

func theorem(t testing.TB, id string) *bound.Theorem {
	t.Helper()
	th, ok := bound.Lookup(id)
	if !ok {
		t.Fatalf("no theorem %s", id)
	}
	return th
}

// value returns the bound at the horizon; the theorem has to apply.
func value(t testing.TB, id string, in bound.Input) float64 {
	t.Helper()
	result := bound.Evaluate(theorem(t, id), in)
	if !result.Applies {
		t.Fatalf("%s does not apply: %s", id, result.Why)
	}
	return float64(result.Value)
}

// unit is an input with D = G = R = 1.
func unit(steps bound.Steps, T int) bound.Input {
	return bound.Input{Steps: steps, Horizon: T, D: 1, G: 1, R: 1}
}

// listed are steps given one by one.
type listed []float64

// Fill implements bound.Steps.
func (l listed) Fill(eta []float64, t, _ int) { copy(eta, l[t-1:]) }

func near(a, b, tolerance float64) bool {
	return math.Abs(a-b) <= tolerance*max(math.Abs(a), math.Abs(b))
}

func contains(err error, text string) bool { return strings.Contains(err.Error(), text) }
