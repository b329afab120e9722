package analysis

import (
	"math"
	"strings"
	"testing"

	"regret/experiments/config"
	"regret/optim/schedule"
	"regret/problems"
)

// theoryPlan asks for one figure of bounds with D = 2, G = 3, R = 1 and T = 4, 16.
func theoryPlan(fig config.Figure, steps schedule.Schedule) *config.Plan {
	exact := func(x float64) problems.Constant { return problems.Constant{Value: x, Provenance: problems.Exact} }
	plan := &config.Plan{
		Constants:   map[string]problems.Constant{"D": exact(2), "G": exact(3), "R": exact(1)},
		Checkpoints: 100,
		Figures:     []config.Figure{fig},
	}
	for _, T := range []int{4, 16} {
		plan.Cases = append(plan.Cases, config.Case{
			Schedule: "s", Horizon: T, Steps: steps, Instance: &problems.Problem{Constants: plan.Constants},
		})
	}
	return plan
}

func promised(t *testing.T, plan *config.Plan) []*Promise {
	t.Helper()
	result, err := Analyse(plan, nil)
	if err != nil {
		t.Fatal(err)
	}
	if result.Failed() || len(result.Bounds)+len(result.Curves) > 0 {
		t.Error("something was measured")
	}
	return result.Promises
}

func regretFigure(against, value string, bounds ...string) config.Figure {
	return config.Figure{Quantity: "average-regret", Average: "uniform", Bounds: bounds, Value: value, Against: against}
}

// Zinkevich's bound at t of constant steps 1/2 is D^2/(2 t/2) + G^2/4 = 4/t + 9/4.
func TestPromisesForTheStepsGiven(t *testing.T) {
	constant := schedule.Constant{Step: 0.5}
	ends := promised(t, theoryPlan(regretFigure("horizon", config.Given, "zinkevich"), constant))
	if len(ends) != 2 || ends[0].End() != 3.25 || ends[1].End() != 2.5 || ends[0].Verdict != Promised || ends[0].Scale != 1 {
		t.Errorf("%d promises, the first %+v; want 3.25 and 2.5 for T = 4 and 16", len(ends), *ends[0])
	}
	along := promised(t, theoryPlan(regretFigure("t", config.Given, "zinkevich"), constant))
	if len(along) != 1 || len(along[0].T) != 16 {
		t.Fatalf("%d promises along t, want that of the longest horizon with every t", len(along))
	}
	for k, v := range along[0].Value {
		if want := 4/float64(k+1) + 2.25; math.Abs(v-want) > 1e-15 {
			t.Errorf("at t = %d: %g, want %g", k+1, v, want)
		}
	}
}

// At the best scale the bound is DG/sqrt T, and its terms add up to it.
func TestPromisesAtTheBestScale(t *testing.T) {
	for _, p := range promised(t, theoryPlan(regretFigure("horizon", config.Best, "zinkevich"), schedule.Constant{Step: 0.5})) {
		T := float64(p.Case.Horizon)
		if want := 6 / math.Sqrt(T); math.Abs(p.End()-want) > 1e-15 || math.Abs(p.Terms[0][0]+p.Terms[0][1]-want) > 1e-14 {
			t.Errorf("T = %g: %g as %v, want %g", T, p.End(), p.Terms[0], want)
		}
		if want := 2 / (3 * math.Sqrt(T)) / 0.5; math.Abs(p.Scale-want) > 1e-15 {
			t.Errorf("T = %g: scale %g, want %g", T, p.Scale, want)
		}
	}
}

// Whether the regret bound is exact depends on the first of the scaled steps, not
// of those given.
func TestKindIsThatOfTheScaledSteps(t *testing.T) {
	for _, p := range promised(t, theoryPlan(regretFigure("horizon", config.Best, "regret-exact"), schedule.Constant{Step: 100})) {
		if p.Kind != "exact" {
			t.Errorf("T = %d: %s, want exact", p.Case.Horizon, p.Kind)
		}
	}
}

func TestVacuousAndRefusedPromises(t *testing.T) {
	for _, value := range []string{config.Given, config.Best} {
		vacuous := promised(t, theoryPlan(regretFigure("horizon", value, "zinkevich"), schedule.LinearDecay{Alpha: 1}))
		if p := vacuous[0]; p.Verdict != Vacuous || !math.IsInf(p.End(), 1) {
			t.Errorf("%s: %s with %g, want vacuous with +Inf", value, p.Verdict, p.End())
		}
		refused := promised(t, theoryPlan(regretFigure("horizon", value, "zinkevich"), schedule.Warmup{Of: schedule.Constant{Step: 1}, Length: 3}))
		if p := refused[0]; p.Verdict != NotApplicable || p.Value != nil || !strings.Contains(p.Why, "eta_2") {
			t.Errorf("%s: %s (%s), want not applicable, first for eta_2", value, p.Verdict, p.Why)
		}
	}
}

// Two figures that show the same bound share its evaluation, and a measured one has
// none.
func TestPromisesAreMadeOnce(t *testing.T) {
	plan := theoryPlan(regretFigure("horizon", config.Given, "zinkevich"), schedule.Constant{Step: 1})
	plan.Figures = append(plan.Figures, config.Figure{Quantity: "average-regret", Against: "t"}, regretFigure("horizon", config.Given, "regret-exact", "zinkevich"))
	result, err := Analyse(plan, nil)
	if err != nil {
		t.Fatal(err)
	}
	if len(result.Promises) != 4 || len(result.Shown[0]) != 2 || len(result.Shown[1]) != 0 || len(result.Shown[2]) != 4 {
		t.Errorf("%d promises, shown %d, %d and %d; want 4, shown 2, 0 and 4",
			len(result.Promises), len(result.Shown[0]), len(result.Shown[1]), len(result.Shown[2]))
	}
	uncertain := theoryPlan(regretFigure("horizon", config.Given, "zinkevich"), schedule.Constant{Step: 1})
	uncertain.Constants["G"] = problems.Constant{Value: 3, Provenance: problems.Estimated}
	if p := promised(t, uncertain)[0]; p.Verdict != Heuristic {
		t.Errorf("verdict %s with an estimated G, want heuristic", p.Verdict)
	}
}
