package tune_test

import (
	"math"
	"math/rand/v2"
	"testing"

	"regret/optim/bound"
)

// listed are steps given one by one.
type listed []float64

// Fill implements bound.Steps.
func (l listed) Fill(eta []float64, t, _ int) { copy(eta, l[t-1:]) }

// randomSteps returns n positive steps in no order.
func randomSteps(random *rand.Rand, n int) listed {
	steps := make(listed, n)
	for i := range steps {
		steps[i] = math.Exp(2*random.NormFloat64() - 2)
	}
	return steps
}

func theorem(t testing.TB, id string) *bound.Theorem {
	t.Helper()
	th, ok := bound.Lookup(id)
	if !ok {
		t.Fatalf("no theorem %s", id)
	}
	return th
}

// value returns the bound at the horizon; the theorem has to apply.
func value(t testing.TB, th *bound.Theorem, in bound.Input) float64 {
	t.Helper()
	result := bound.Evaluate(th, in)
	if !result.Applies {
		t.Fatalf("%s does not apply: %s", th.ID, result.Why)
	}
	return float64(result.Value)
}

func near(a, b, tolerance float64) bool {
	return math.Abs(a-b) <= tolerance*max(math.Abs(a), math.Abs(b))
}
