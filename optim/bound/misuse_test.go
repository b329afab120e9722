package bound_test

import (
	"math"
	"strings"
	"testing"

	"regret/optim/bound"
	"regret/optim/boundtest"
)

// TestZinkevichNeedsNonIncreasingSteps: on increasing steps the formula is below
// the regret of a run on [0, 1], so the theorem has to refuse them.
func TestZinkevichNeedsNonIncreasingSteps(t *testing.T) {
	const T = 39
	steps := boundtest.Shape(func(t, T float64) float64 { return 0.229360 * (t / T) * (t / T) })
	x, regret := 1.0, 0.0 // against u = 0
	for i, sign := range strings.Repeat("+", 27) + strings.Repeat("-+", 6) {
		var eta [1]float64
		steps.Fill(eta[:], i+1, T)
		slope := map[rune]float64{'+': 1, '-': -1}[sign]
		regret += slope * x
		x = max(0, min(1, x-eta[0]*slope))
	}
	for _, id := range []string{"zinkevich", "regret-exact"} {
		th := theorem(t, id)
		if err := th.Applies(unit(steps, T)); err == nil || !strings.Contains(err.Error(), "eta_2") {
			t.Errorf("%s: Applies says %v", id, err)
		}
	}
	formula := theorem(t, "zinkevich").Terms(unit(steps, T), []int{T})[0]
	if sum := T * (formula[0] + formula[1]); regret < 21.32 || math.Abs(sum-3.7286) > 1e-4 {
		t.Errorf("regret %g against the formula %g, want 21.327 against 3.7286", regret, sum)
	}
}

// TestWeightedAverageIsNotTheUniformOne: f(x) = |x| with steps that grow keeps the
// uniform average of f above the bound on the weighted one.
func TestWeightedAverageIsNotTheUniformOne(t *testing.T) {
	const T = 50
	steps := boundtest.Shape(func(t, T float64) float64 { return 0.35297 * math.Pow(t/T, 4) })
	x, uniform, weighted, total := 1.0, 0.0, 0.0, 0.0
	for i := range T {
		var eta [1]float64
		steps.Fill(eta[:], i+1, T)
		uniform += math.Abs(x) / T
		weighted += eta[0] * math.Abs(x)
		total += eta[0]
		x -= eta[0] * math.Copysign(1, x)
	}
	b := value(t, "weighted-average", unit(steps, T))
	if weighted/total > b {
		t.Errorf("weighted average %g above its bound %g", weighted/total, b)
	}
	if math.Abs(uniform-0.673) > 1e-3 || math.Abs(b-0.237) > 1e-3 {
		t.Errorf("uniform average %g and bound %g, want 0.673 and 0.237", uniform, b)
	}
}

// TestRegretExactIsUpperBeyond: with eta_1 G > D the value 1.75 is not attained
// (a semidefinite program finds 1.649830), and the kind says so.
func TestRegretExactIsUpperBeyond(t *testing.T) {
	th := theorem(t, "regret-exact")
	result := bound.Evaluate(th, unit(listed{1.5, 1}, 2))
	if got := 2 * float64(result.Value); got != 1.75 || result.Kind != bound.Upper {
		t.Errorf("%g, %s, want 1.75, upper", got, result.Kind)
	}
	exact := unit(listed{1, 1}, 2)
	for _, row := range th.Rows {
		want := bound.ExactSup
		if row.Quantity == "gap-average" {
			want = bound.Upper
		}
		if got := th.KindOf(row, exact); got != want {
			t.Errorf("%s is %s, want %s", row.Quantity, got, want)
		}
	}
}

// TestVacuous: a last step of 0 makes Zinkevich's bound +Inf, and it still
// applies; regret-exact stays finite.
func TestVacuous(t *testing.T) {
	in := unit(linearDecay, 100)
	result := bound.Evaluate(theorem(t, "zinkevich"), in)
	if !result.Applies || !math.IsInf(float64(result.Value), 1) || !math.IsInf(float64(result.BestValue), 1) {
		t.Errorf("%+v", result)
	}
	if v := value(t, "regret-exact", in); math.IsInf(v, 1) {
		t.Errorf("regret-exact is %g", v)
	}
}

// TestRoundingOfSteps: an increase within rounding passes, for the lowest step
// so far, so that it cannot be repeated.
func TestRoundingOfSteps(t *testing.T) {
	up := math.Nextafter(0.1, 1)
	if err := theorem(t, "zinkevich").Applies(unit(listed{0.1, up, 0.1}, 3)); err != nil {
		t.Error(err)
	}
	drift := boundtest.Shape(func(t, _ float64) float64 { return 0.1 * (1 + t*0x1p-52) })
	if err := theorem(t, "zinkevich").Applies(unit(drift, 20)); err == nil {
		t.Error("a steady increase of one unit in the last place passes")
	}
}
