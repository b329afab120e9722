package config

import (
	"math"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// Without problems a case is a schedule and a horizon under the constants given.
func TestGivenCases(t *testing.T) {
	plan := load(t, "bounds")
	if plan.Runs() || len(plan.Cases) != 4*3 {
		t.Fatalf("runs: %v, %d cases, want none and 4 schedules x 3 horizons", plan.Runs(), len(plan.Cases))
	}
	last := plan.Cases[5] // linear-decay alpha=R/G, T = 1000
	var eta [1]float64
	last.Steps.Fill(eta[:], 500, last.Horizon)
	if want := 1 / 3.5 * 0.5; math.Abs(eta[0]-want) > 1e-15 || last.Schedule != "linear-decay alpha=R/G" || last.Problem != "" {
		t.Errorf("%q, problem %q: the step half way is %g, want %g", last.Schedule, last.Problem, eta[0], want)
	}
	want := []Figure{
		{Quantity: "gap-last", Bounds: []string{"last-exact"}, Value: Best, Times: "sqrt(T)/(R*G)", Against: "horizon", Per: "all"},
		{Quantity: "average-regret", Average: "uniform", Bounds: []string{"regret-exact", "zinkevich"}, Value: Given, Times: "sqrt(t)", Against: "t", Per: "all"},
		{Quantity: "gap-last", Bounds: []string{"last-exact"}, Value: Given, Times: "2", Against: "alpha", Per: "schedule", Title: "Against the scale"},
		{Quantity: "gap-last", Bounds: []string{"last-exact"}, Value: Given, Times: "0.5", Against: "alpha", Per: "all"},
	}
	if diff := cmp.Diff(want, plan.Figures); diff != "" {
		t.Errorf("figures (-want +got):\n%s", diff)
	}
	for i, want := range []float64{math.Sqrt(1000) / 3.5, 10, 2, 0.5} {
		if got, err := plan.Figures[i].Factor(&last, 100); err != nil || got != want {
			t.Errorf("factor of figure %d: %g (error %v), want %g", i, got, err, want)
		}
	}
	if got := plan.Figures[0].FactorLabel(); got != "√T/(RG)" {
		t.Errorf("label of the factor: %q", got)
	}
}
