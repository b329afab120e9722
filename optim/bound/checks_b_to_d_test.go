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

// TestChecksBToD evaluates sections B to D of the catalogue where their values were
// computed elsewhere.
func TestChecksBToD(t *testing.T) {
	text, err := os.ReadFile("testdata/checks_b_to_d.json")
	if err != nil {
		t.Fatal(err)
	}
	var checks []check
	if err := json.Unmarshal(text, &checks); err != nil {
		t.Fatal(err)
	}
	if len(checks) != len(adapters) {
		t.Errorf("%d checks for %d adapters", len(checks), len(adapters))
	}
	for _, c := range checks {
		want, err := strconv.ParseFloat(c.Expected, 64)
		if err != nil {
			t.Fatal(err)
		}
		adapt, found := adapters[c.ID]
		if !found {
			t.Fatalf("unknown check %s", c.ID)
		}
		id, in, factor := adapt(c)
		if got := factor * value(t, id, in); !near(got, want, 1e-10) {
			t.Errorf("%s of %v: %.15g, want %s", c.ID, c.Inputs, got, c.Expected)
		}
	}
}

// adapters turn the inputs of a check into a theorem's: its ID, its input, and a factor,
// for some checks are sums over time.
var adapters = map[string]func(c check) (id string, in bound.Input, factor float64){
	"sc_hazan": func(c check) (string, bound.Input, float64) {
		return "strongly-convex-hazan", c.stronglyConvex(0, 1), 1
	},
	"sc_lsb_sharp": func(c check) (string, bound.Input, float64) {
		return "strongly-convex-weighted-t-sharp", c.stronglyConvex(1, 2), 1
	},
	"sc_suffix_rakhlin": func(c check) (string, bound.Input, float64) {
		in := c.stronglyConvex(0, 1)
		in.Params = map[string]float64{"fraction": c.number("alpha")}
		return "strongly-convex-suffix-rakhlin", in, 1
	},
	"last_rho_mu": func(c check) (string, bound.Input, float64) {
		return "strongly-convex-last", c.stronglyConvex(0, 1), 1
	},
	"smooth_wavg": func(c check) (string, bound.Input, float64) {
		return "smooth-weighted-average", bound.Input{Horizon: int(c.number("T")), R: c.number("R"), L: c.number("L"),
			Sigma: c.number("sigma"), D: math.Inf(1), Steps: checkedSteps["0.5/sqrt(t)"]}, 1
	},
	"bcn46": func(c check) (string, bound.Input, float64) {
		return "bottou-curtis-nocedal-constant", bound.Input{Horizon: int(c.number("k")), L: c.number("L"), Mu: c.number("c"),
			D: math.Inf(1), Steps: constant(c.number("alpha")),
			Params: map[string]float64{"M": c.number("M"), "gap1": c.number("gap1"), "descent": c.number("mu")}}, 1
	},
	"pl_recursion": func(c check) (string, bound.Input, float64) {
		return "pl-recursion", bound.Input{Horizon: int(c.number("N")) + 1, L: c.number("L"), Mu: c.number("c"),
			D: math.Inf(1), Sigma: c.number("sigma"),
			Steps:  boundtest.Shape(func(t, _ float64) float64 { return 1 / (1 + t) }),
			Params: map[string]float64{"gap1": c.number("gap1")}}, 1
	},
	"gower_decreasing": func(c check) (string, bound.Input, float64) {
		mu, smooth := c.number("mu"), c.number("Lcal")
		return "gower-decreasing", bound.Input{Horizon: int(c.number("k")) + 1, Lmax: smooth, Mu: mu,
			R: math.Sqrt(c.number("d0sq")), D: math.Inf(1), Steps: gowerSteps(smooth, mu),
			Params: map[string]float64{"sigma_star": math.Sqrt(c.number("sigma2"))}}, 1
	},
	"sgd_one_step": func(c check) (string, bound.Input, float64) {
		return "sgd-one-step", bound.Input{Horizon: 2, Lmax: c.number("L"), R: c.number("R"), D: math.Inf(1),
			Steps:  constant(c.number("gamma")),
			Params: map[string]float64{"sigma_star": c.number("v"), "mu-rows": c.number("mu")}}, 1
	},
	"gd_const_tight": func(c check) (string, bound.Input, float64) {
		return "gradient-descent-constant", bound.Input{Horizon: int(c.number("N")) + 1, L: c.number("L"), R: c.number("R"),
			D: math.Inf(1), Steps: constant(c.number("h"))}, 1
	},
	"bach_moulines": func(c check) (string, bound.Input, float64) {
		return "bach-moulines", bound.Input{Horizon: int(c.number("n")), R: c.number("dist0"), D: math.Inf(1),
			Steps: constant(1.0 / 16), // the text of the check is a fraction
			Params: map[string]float64{"Rx": math.Sqrt(c.number("R2")), "noise": c.number("sigma"),
				"dimension": c.number("d")}}, 1
	},
	"adagrad_norm": func(c check) (string, bound.Input, float64) {
		return "adagrad-norm", bound.Input{Horizon: 6, D: c.number("D"),
			GradientNorms: constant(math.Sqrt(c.number("sum_g2") / 6))}, 6
	},
	"eg_regret": func(c check) (string, bound.Input, float64) {
		return "exponentiated-gradient", bound.Input{Horizon: int(c.number("T")), Steps: constant(c.number("eta")),
			Params: map[string]float64{"dimension": c.number("d"), "Ginf": c.number("Ginf")}}, c.number("T")
	},
	"ftrl_regret": func(c check) (string, bound.Input, float64) {
		return "ftrl", bound.Input{Horizon: int(c.number("T")), R: c.number("R"), G: c.number("G"),
			Steps: checkedSteps["0.5/sqrt(t)"]}, c.number("T")
	},
	"kt_potential": func(c check) (string, bound.Input, float64) {
		return "coin-betting-wealth", bound.Input{Horizon: int(c.number("T")), G: 1,
			Params: map[string]float64{"sum": c.number("S"), "wealth": c.number("eps")}}, 1
	},
}

// stronglyConvex is an input with the steps factor/(mu (t+offset)), written as the
// theorems do.
func (c check) stronglyConvex(offset, factor float64) bound.Input {
	mu := c.number("mu")
	return bound.Input{Horizon: int(c.number("T")), Mu: mu, G: c.number("G"), R: c.number("R"),
		Steps: boundtest.Shape(func(t, _ float64) float64 { return factor / (mu * (t + offset)) })}
}

// constant is the same step at all times.
func constant(eta float64) boundtest.Shape {
	return func(_, _ float64) float64 { return eta }
}

// gowerSteps are 1/(2 smooth) for k < 4 ceil(smooth/mu), k = t-1, and then (2k+1)/((k+1)^2 mu).
func gowerSteps(smooth, mu float64) boundtest.Shape {
	return func(t, _ float64) float64 {
		if t-1 < 4*math.Ceil(smooth/mu) {
			return 1 / (2 * smooth)
		}
		return (2*t - 1) / (t * t * mu)
	}
}
