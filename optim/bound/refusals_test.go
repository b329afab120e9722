package bound_test

import (
	"math"
	"strings"
	"testing"

	"regret/optim/bound"
	"regret/optim/boundtest"
)

// TestRefusals: each theorem of sections B to D says which assumption fails and, for
// steps, the first t.
func TestRefusals(t *testing.T) {
	sound := func() bound.Input {
		return bound.Input{Steps: constant(0.1), Horizon: 20, D: math.Inf(1), G: 1, R: 1, L: 2, Lmax: 4, Mu: 0.5, Sigma: 1,
			Params: map[string]float64{"gap1": 1, "M": 1, "sigma_star": 1, "dimension": 2, "eigenvalues": 2, "Dinf": 1, "Ginf": 1, "sum": 1}}
	}
	late := boundtest.Shape(func(t, _ float64) float64 { // 1/(mu t) but for t = 7
		if t == 7 {
			return 0.3
		}
		return 1 / (0.5 * t)
	})
	switchLate := boundtest.Shape(func(t, _ float64) float64 { // K = 8: at k <= 32, not < 32
		if t-1 <= 32 {
			return 0.125
		}
		return (2*t - 1) / (t * t * 0.5)
	})
	for _, c := range []struct {
		id, want string
		spoil    func(in *bound.Input)
	}{
		{"strongly-convex-hazan", "steps 1/(mu t): eta_7 = 0.3 is not 0.285714", func(in *bound.Input) { in.Steps = late }},
		{"strongly-convex-hazan", "strongly convex objective: mu is 0", func(in *bound.Input) { in.Mu, in.Steps = 0, late }},
		{"strongly-convex-hazan", "G_3 = -1 is not", func(in *bound.Input) {
			in.GradientNorms = append(repeat(1, 2), append(listed{-1}, repeat(1, 20)...)...)
		}},
		{"strongly-convex-weighted-t", "steps 2/(mu (t+1)): eta_1 = 0.1 is not 2", func(*bound.Input) {}},
		{"strongly-convex-any", "known power: power = -21 is outside [-20,20]", func(in *bound.Input) { in.Params["power"] = -21 }},
		{"strongly-convex-suffix", "known fraction: fraction = 1.5 is outside (0,1]", func(in *bound.Input) { in.Params["fraction"] = 1.5 }},
		{"strongly-convex-last", "R is infinite", func(in *bound.Input) { in.R = math.Inf(1) }},
		{"smooth-weighted-average", "steps up to 1/L: eta_1 = 0.6 exceeds 1/L = 0.5", func(in *bound.Input) { in.Steps = constant(0.6) }},
		{"smooth-weighted-average", "unconstrained problem: the domain has the diameter 2", func(in *bound.Input) { in.D = 2 }},
		{"smooth-weighted-average", "bounded noise: sigma is infinite", func(in *bound.Input) { in.Sigma = math.Inf(1) }},
		{"smooth-projected-average", "steps below 1/L: eta_1 = 0.5 is not below 1/L = 0.5", func(in *bound.Input) { in.Steps = constant(0.5) }},
		{"bottou-curtis-nocedal-constant", "constant steps: eta_2 = 0.35355", func(in *bound.Input) {
			in.Steps = boundtest.Shape(func(t, _ float64) float64 { return 0.5 / math.Sqrt(t) })
		}},
		{"bottou-curtis-nocedal-constant", "exceeds descent/(L MG) = 0.05", func(in *bound.Input) { in.Params["MG"] = 10 }},
		{"bottou-curtis-nocedal-decreasing", "which is not positive and finite", func(*bound.Input) {}},
		{"bottou-curtis-nocedal-decreasing", "beta large enough: beta = 1 is not above 1/(mu descent) = 2", func(in *bound.Input) {
			in.Steps = boundtest.Shape(func(t, _ float64) float64 { return 1 / (3 + t) })
		}},
		{"bottou-curtis-nocedal-decreasing", "first step: eta_1 = 1 exceeds", func(in *bound.Input) {
			in.Steps = boundtest.Shape(func(t, _ float64) float64 { return 4 / (3 + t) })
		}},
		{"bottou-curtis-nocedal-decreasing", "eta_2 = 0.7", func(in *bound.Input) {
			in.Steps = boundtest.Shape(func(t, _ float64) float64 { return 1 / math.Sqrt(t) })
		}},
		{"pl-recursion", "known gap1: gap1 is not given", func(in *bound.Input) { delete(in.Params, "gap1") }},
		{"gower-constant", "steps up to 1/(2 Lexp): eta_1 = 0.2 exceeds", func(in *bound.Input) { in.Steps = constant(0.2) }},
		{"gower-decreasing", "eta_33 = 0.125 is not 0.119", func(in *bound.Input) { in.Steps, in.Horizon = switchLate, 50 }},
		{"gradient-descent-constant", "steps below 2/L: eta_1 = 1 is not below", func(in *bound.Input) { in.Steps = constant(1) }},
		{"bach-moulines", "known Rx: Rx is not given", func(*bound.Input) {}},
		{"quadratic-exact", "eigenvalues = 2.5 is not a whole number", func(in *bound.Input) { in.Params["eigenvalues"] = 2.5 }},
		{"adagrad-norm", "bounded domain: D is infinite", func(*bound.Input) {}},
		{"ftrl", "eta_2 = 0.2 exceeds eta_1 = 0.1", func(in *bound.Input) { in.Steps = append(listed{0.1}, repeat(0.2, 19)...) }},
		{"hedge", "constant steps", func(in *bound.Input) { in.Steps = late }},
		{"polyak-smooth", "L is not known", func(in *bound.Input) { in.L = math.NaN() }},
		{"amsgrad", "beta1 is not below the root of beta2", func(in *bound.Input) { in.Params["beta2"] = 0.5 }},
		{"dog-weighted", "rbar is not given", func(*bound.Input) {}},
		{"coin-betting-wealth", "sum = 21 exceeds T = 20", func(in *bound.Input) { in.Params["sum"] = 21 }},
	} {
		in := sound()
		c.spoil(&in)
		if err := theorem(t, c.id).Applies(in); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v, want %q", c.id, err, c.want)
		}
	}
}

// TestOnePoint: with T = 1 no step has been made, and every theorem on the last point
// answers with what is known of x_1.
func TestOnePoint(t *testing.T) {
	in := bound.Input{Horizon: 1, D: math.Inf(1), G: 1, R: 1.5, L: 2, Lmax: 4, Mu: 0.5, Sigma: 1,
		Params: map[string]float64{"gap1": 0.7, "M": 1, "sigma_star": 0, "eigenvalues": 1}}
	strong, small := constant(2), constant(0.1)
	for _, c := range []struct {
		id    string
		steps bound.Steps
		want  float64
	}{
		{"strongly-convex-distance", strong, 4},
		{"strongly-convex-last", small, 1.5 - 0.5*1.5*1.5/2},
		{"smooth-projected-average", small, math.Inf(1)},
		{"bottou-curtis-nocedal-constant", small, 0.7},
		{"pl-recursion", small, 0.7},
		{"gower-constant", small, 2.25},
		{"gower-any", small, 2.25},
		{"smooth-distance", small, 2.25},
		{"sgd-one-step", small, 2.25},
		{"gradient-descent", small, 2.25},
		{"gradient-descent-constant", small, 2.25},
		{"gradient-descent-strongly-convex", small, 2.25},
		{"quadratic-exact", small, 2.25},
	} {
		in.Steps = c.steps
		if got := value(t, c.id, in); !near(got, c.want, 1e-10) && got != c.want {
			t.Errorf("%s: %g, want %g", c.id, got, c.want)
		}
	}
}
