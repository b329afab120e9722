package bound_test

import (
	"math"
	"testing"

	"regret/optim/bound"
	"regret/optim/boundtest"
)

// convexChecks evaluates the checks of the bounds for convex functions, in the
// unit of each check.
var convexChecks = map[string]func(t *testing.T, c check, in bound.Input) float64{
	"regret_any_eta_bounded": func(t *testing.T, _ check, in bound.Input) float64 {
		in.Steps = listed{0.3, 0.1, 0.4, 0.1, 0.2}
		return 5 * value(t, "regret-any-eta", in)
	},
	"wavg_opt": func(t *testing.T, _ check, in bound.Input) float64 {
		in.GradientNorms = boundtest.Shape(func(t, _ float64) float64 { return (t + 1) / 4 })
		in.Steps = listed(bound.AverageSteps(in.R, in.GradientNorms, in.Horizon))
		return value(t, "weighted-average", in)
	},
	"const_avg_exact":       plainly("const-average"),
	"uniform_avg_unbounded": plainly("uniform-average"),
	"suffix_bounded": func(t *testing.T, c check, in bound.Input) float64 {
		in.Params = map[string]float64{"fraction": 1 - c.number("s")/float64(in.Horizon)}
		return value(t, "suffix-bounded", in)
	},
	"polydecay_weight": func(_ *testing.T, c check, in bound.Input) float64 {
		weights := polynomialDecayWeights(in.Horizon, c.number("gamma"))
		return weights[int(c.number("t"))-1]
	},
	"weighted_bounded_domain": plainly("polynomial-decay"),
	"orabona_last":            plainly("last-orabona"),
	"omega_last":              plainly("last-omega"),
	"zg_const_opt_value": func(t *testing.T, c check, in bound.Input) float64 {
		in.Horizon, in.G, in.Steps = int(c.number("N"))+1, c.number("B"), constantSteps(1)
		return float64(bound.Evaluate(theorem(t, "last-constant"), in).BestValue)
	},
	"refined_steps": func(_ *testing.T, c check, in bound.Input) float64 {
		norms := boundtest.Shape(func(t, _ float64) float64 { return 1 + t/10 })
		return bound.RefinedSteps(in.R, norms, in.Horizon)[int(c.number("t"))-1]
	},
	"w_form": func(t *testing.T, _ check, in bound.Input) float64 {
		in.Steps = listed(bound.DecaySteps([]float64{0.1, 0.2, 0.3, 0.4, 0.5, 0.6}))
		in.Params = map[string]float64{"power": 1}
		return value(t, "w-form", in)
	},
	"shamir_zhang_last": func(t *testing.T, c check, in bound.Input) float64 {
		in.Steps = boundtest.Shape(func(t, _ float64) float64 { return c.number("c") / math.Sqrt(t) })
		return value(t, "last-shamir-zhang", in)
	},
	"schedule_free": func(t *testing.T, c check, in bound.Input) float64 {
		in.Steps = constantSteps(c.number("gamma"))
		return value(t, "schedule-free", in)
	},
	"azuma_avg": func(t *testing.T, c check, in bound.Input) float64 {
		in.Params = map[string]float64{"delta": c.number("delta")}
		return value(t, "azuma-average", in)
	},
	"minimax_lower": func(t *testing.T, _ check, in bound.Input) float64 {
		in.Steps = inverseSqrt
		return value(t, "minimax-lower", in)
	},
	"best_iterate":     plainly("best-iterate"),
	"pep_best_iterate": plainly("best-iterate"),
	"weighted_exact": func(t *testing.T, c check, in bound.Input) float64 {
		if c.Inputs["w"] == "t" {
			in.Params = map[string]float64{"power": 1}
		}
		return value(t, "weighted-exact", in)
	},
	"regret_any_steps": func(t *testing.T, _ check, in bound.Input) float64 {
		return float64(in.Horizon) * value(t, "regret-any-steps", in)
	},
	"harvey_convex_instance": func(t *testing.T, _ check, in bound.Input) float64 {
		instance, err := bound.HarveyConvex(in.Horizon + 1)
		if err != nil {
			t.Fatal(err)
		}
		return lastLoss(t, instance, inverseSqrt, in.Horizon+1, intoBall)
	},
	"harvey_sc_instance": func(t *testing.T, _ check, in bound.Input) float64 {
		instance, err := bound.HarveyStronglyConvex(in.Horizon + 1)
		if err != nil {
			t.Fatal(err)
		}
		return lastLoss(t, instance, inverseTime, in.Horizon+1, intoBall)
	},
}

var inverseTime = boundtest.Shape(func(t, _ float64) float64 { return 1 / t })

// intoBall projects onto the unit ball.
func intoBall(x []float64) { scale(x, 1/max(1, norm(x))) }

// plainly evaluates a theorem without more ado.
func plainly(id string) func(*testing.T, check, bound.Input) float64 {
	return func(t *testing.T, _ check, in bound.Input) float64 { return value(t, id, in) }
}

// polynomialDecayWeights follows the rule of the average: the new point gets the
// share c_t, and all others shrink by 1-c_t.
func polynomialDecayWeights(T int, gamma float64) []float64 {
	var weights []float64
	for t := 1; t <= T; t++ {
		share := (gamma + 1) / (float64(t) + gamma)
		scale(weights, 1-share)
		weights = append(weights, share)
	}
	return weights
}
