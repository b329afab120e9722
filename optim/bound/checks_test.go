package bound_test

import (
	"encoding/json"
	"math"
	"os"
	"strconv"
	"testing"

	"regret/optim/bound"
	"regret/optim/boundtest"
)

// check is a number computed elsewhere, with 40 digits or by a semidefinite
// program.
type check struct {
	ID       string         `json:"bound_id"`
	Inputs   map[string]any `json:"inputs"`
	Expected string         `json:"expected"`
}

// checkedSteps are the steps of the checks, by their text.
var checkedSteps = map[string]boundtest.Shape{
	"0.5/sqrt(t)":                func(t, _ float64) float64 { return 0.5 / math.Sqrt(t) },
	"0.25/sqrt(t)":               func(t, _ float64) float64 { return 0.25 / math.Sqrt(t) },
	"0.3/sqrt(t)":                func(t, _ float64) float64 { return 0.3 / math.Sqrt(t) },
	"1/sqrt(t)":                  func(t, _ float64) float64 { return 1 / math.Sqrt(t) },
	"1/t":                        func(t, _ float64) float64 { return 1 / t },
	"0.2(T-t)/T":                 func(t, T float64) float64 { return 0.2 * (T - t) / T },
	"(T+1-t)/T^1.5":              func(t, T float64) float64 { return (T + 1 - t) / math.Pow(T, 1.5) },
	"0.3 const":                  func(_, _ float64) float64 { return 0.3 },
	"min(1,(13-t)/4)*0.3":        func(t, _ float64) float64 { return min(1, (13-t)/4) * 0.3 },
	"warmup 0.3 min(1,t/5)":      func(t, _ float64) float64 { return 0.3 * min(1, t/5) },
	"0.054249192926301114 const": func(_, _ float64) float64 { return 0.054249192926301114 },
	"0.4/sqrt(t)":                func(t, _ float64) float64 { return 0.4 / math.Sqrt(t) },
	"0.1/sqrt(t)":                func(t, _ float64) float64 { return 0.1 / math.Sqrt(t) },
	"0.05 const":                 func(_, _ float64) float64 { return 0.05 },
	"0.02 const":                 func(_, _ float64) float64 { return 0.02 },
	"0.12(T+1-t)/(T+1)":          func(t, T float64) float64 { return 0.12 * (T + 1 - t) / (T + 1) },
	"sqrt(t)/T":                  func(t, T float64) float64 { return math.Sqrt(t) / T },
	"constant":                   func(_, _ float64) float64 { return 1 },
	"wsd min(1,(T-t)/(0.2T))":    func(t, T float64) float64 { return min(1, (T-t)/(0.2*T)) },
}

func TestChecks(t *testing.T) {
	text, err := os.ReadFile("testdata/checks.json")
	if err != nil {
		t.Fatal(err)
	}
	var checks []check
	if err := json.Unmarshal(text, &checks); err != nil {
		t.Fatal(err)
	}
	for _, c := range checks {
		want, err := strconv.ParseFloat(c.Expected, 64)
		if err != nil {
			t.Fatal(err)
		}
		tolerance := 1e-10
		switch c.ID {
		case "best_iterate":
			tolerance = 1e-7 // as its note says
		case "pep_best_iterate":
			tolerance = 5e-8 // a semidefinite program
		}
		if got := c.evaluate(t); !near(got, want, tolerance) {
			t.Errorf("%s of %v: %.15g, want %s", c.ID, c.Inputs, got, c.Expected)
		}
	}
}

// evaluate returns the number in the unit of the check: some are sums over
// time, for which the theorem is multiplied by T.
func (c check) evaluate(t *testing.T) float64 {
	in := bound.Input{Horizon: int(c.number("T")), D: c.number("D"), G: c.number("G"), R: c.number("R")}
	for _, key := range []string{"eta", "eta_1_to_11", "shape"} {
		if text, ok := c.Inputs[key].(string); ok {
			in.Steps = c.steps(text)
		}
	}
	if evaluate, ok := convexChecks[c.ID]; ok {
		return evaluate(t, c, in)
	}
	T := float64(in.Horizon)
	switch c.ID {
	case "zinkevich_regret":
		return T * value(t, "zinkevich", in)
	case "zinkevich_invsqrt_avg": // with 2 sqrt(T)-1 for the sum of 1/sqrt(t), which it exceeds
		alpha := c.number("alpha")
		in.Steps = boundtest.Shape(func(t, _ float64) float64 { return alpha / math.Sqrt(t) })
		excess := in.G * in.G * alpha / (2 * T) * (2*math.Sqrt(T) - 1 - sumInverseSqrt(in.Horizon))
		return value(t, "zinkevich", in) + excess
	case "wavg_any_eta":
		return value(t, "weighted-average", in)
	case "last_exact":
		return value(t, "last-exact", in)
	case "last_exact_tuned":
		return float64(bound.Evaluate(theorem(t, "last-exact"), in).BestValue)
	case "regret_exact":
		return T * value(t, "regret-exact", in)
	}
	t.Fatalf("unknown check %s", c.ID)
	return 0
}

// steps returns the steps of a text, which may be a number.
func (c check) steps(text string) bound.Steps {
	if eta, err := strconv.ParseFloat(text, 64); err == nil {
		return constantSteps(eta)
	}
	return checkedSteps[text]
}

func (c check) number(key string) float64 {
	switch v := c.Inputs[key].(type) {
	case float64:
		return v
	case string:
		x, err := strconv.ParseFloat(v, 64)
		if err == nil {
			return x
		}
	}
	return math.NaN()
}

func sumInverseSqrt(T int) float64 {
	sum := 0.0
	for t := T; t >= 1; t-- {
		sum += 1 / math.Sqrt(float64(t))
	}
	return sum
}
