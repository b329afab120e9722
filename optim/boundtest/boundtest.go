// Package boundtest holds the contract that every theorem of package bound
// meets: texts that can be cited, assumptions that are checked, and terms that
// agree with themselves on prefixes and under scaling.
package boundtest

import (
	"maps"
	"math"
	"regexp"
	"slices"
	"strings"
	"testing"

	"regret/optim/bound"
)

// Check runs the contract on one theorem.
func Check(t *testing.T, th *bound.Theorem) {
	t.Run("texts", func(t *testing.T) { checkTexts(t, th) })
	t.Run("assumptions", func(t *testing.T) { checkAssumptions(t, th) })
	t.Run("parameters", func(t *testing.T) { checkParams(t, th) })
	applied := 0
	for _, s := range shapes {
		in := input(th, s.steps, horizon)
		if th.Applies(in) != nil {
			continue
		}
		applied++
		t.Run("missing/"+s.name, func(t *testing.T) { checkMissing(t, th, in) })
		t.Run("terms/"+s.name, func(t *testing.T) { checkTerms(t, th, in) })
		t.Run("prefixes/"+s.name, func(t *testing.T) { checkPrefixes(t, th, in) })
		t.Run("scale/"+s.name, func(t *testing.T) { checkScale(t, th, in) })
		t.Run("constants/"+s.name, func(t *testing.T) { checkConstants(t, th, in) })
	}
	if applied == 0 {
		t.Error("the theorem applies to none of the shapes of steps")
	}
}

// checkTerms compares Terms with Evaluate.
func checkTerms(t *testing.T, th *bound.Theorem, in bound.Input) {
	result := bound.Evaluate(th, in)
	if !result.Applies || result.Why != "" {
		t.Fatalf("Evaluate says applies %v, why %q", result.Applies, result.Why)
	}
	terms := th.Terms(in, []int{in.Horizon})[0]
	if len(terms) != len(th.TermNames) {
		t.Fatalf("%d terms for %d names", len(terms), len(th.TermNames))
	}
	sum := 0.0
	for i, term := range terms {
		if math.IsNaN(term) {
			t.Errorf("term %d is NaN", i)
		}
		sum += term
	}
	if float64(result.Value) != sum {
		t.Errorf("Evaluate gives %g, the terms sum to %g", result.Value, sum)
	}
	if th.Minimax != nil && !(th.Minimax(in) > 0) {
		t.Errorf("the minimax value %g is not positive", th.Minimax(in))
	}
	if ratio := float64(result.RatioToMinimax); ratio < 1 && th.Kind != bound.Lower {
		t.Errorf("the bound is %g times the minimax value, which no method beats", ratio)
	}
}

// checkPrefixes compares the terms at several checkpoints with those at each.
func checkPrefixes(t *testing.T, th *bound.Theorem, in bound.Input) {
	at := []int{1, 2, 7, horizon / 2, horizon - 1, horizon}
	observed := in.Observed[0]
	in.Observed = slices.Repeat([]bound.Observed{observed}, len(at))
	together := th.Terms(in, at)
	in.Observed = []bound.Observed{observed}
	for k, when := range at {
		alone := th.Terms(in, []int{when})[0]
		for i := range alone {
			if !close(together[k][i], alone[i], 1e-14) {
				t.Errorf("term %d at t = %d: %g among others, %g alone", i, when, together[k][i], alone[i])
			}
		}
	}
}

// checkScale scales the steps by Best: the bound must reach its value, and
// nearby scales to which the theorem applies must not be better.
func checkScale(t *testing.T, th *bound.Theorem, in bound.Input) {
	if th.Best == nil {
		return
	}
	scale, best := th.Best(in)
	if math.IsNaN(scale) {
		if value := total(th, in); !close(value, best, 1e-12) {
			t.Errorf("no scale makes a difference, but the bound is %g and its best %g", value, best)
		}
		return
	}
	in.Steps = bound.Scaled{Steps: in.Steps, Factor: scale}
	if value := total(th, in); !close(value, best, 1e-12) {
		t.Errorf("at the best scale %g the bound is %g, not %g", scale, value, best)
	}
	for _, factor := range []float64{0.5, 0.9, 0.999, 1.001, 1.1, 2} {
		nearby := in
		nearby.Steps = bound.Scaled{Steps: in.Steps, Factor: factor}
		if th.Applies(nearby) != nil {
			continue
		}
		if value := total(th, nearby); value < best*(1-1e-12) {
			t.Errorf("at %g times the best scale the bound is %g, below its best %g", factor, value, best)
		}
	}
}

// checkAssumptions puts in what no theorem may accept, and illegal steps where the
// theorem has an assumption on steps.
func checkAssumptions(t *testing.T, th *bound.Theorem) {
	spoiled := func(value float64) bound.Input {
		return input(th, Shape(func(when, T float64) float64 {
			if when == 5 {
				return value
			}
			return 0.1
		}), horizon)
	}
	refuses(t, th, input(th, inverseSqrt, 0), "T = 0")
	unknown := bound.Input{Steps: inverseSqrt, Horizon: horizon, D: nan, G: nan, Gloss: nan, R: nan, L: nan, Lmax: nan, Mu: nan, Sigma: nan}
	if err := th.Applies(unknown); err == nil || !unknownPattern.MatchString(err.Error()) {
		t.Errorf("without constants and parameters Applies says %v", err)
	}
	for _, need := range th.Needs {
		if strings.Contains(need.Name, "steps") {
			refuses(t, th, spoiled(-1), "eta_5 = -1 is negative")
			refuses(t, th, spoiled(nan), "eta_5 = NaN")
			refuses(t, th, spoiled(math.Inf(1)), "eta_5 = +Inf")
		}
		if need.Name == "non-increasing steps" {
			refuses(t, th, spoiled(0.3), "eta_5 = 0.3 exceeds eta_4 = 0.1")
		}
	}
}

var unknownPattern = regexp.MustCompile(`(is|are) not (known|given)`)

// checkParams leaves out each parameter that must be given, and puts in values that
// none can have.
func checkParams(t *testing.T, th *bound.Theorem) {
	for _, p := range th.Params {
		if p.Name == "" || p.Doc == "" {
			t.Errorf("the parameter %q lacks a name or what it is", p.Name)
		}
		in := input(th, inverseSqrt, horizon)
		in.Params = maps.Clone(in.Params)
		for _, value := range []float64{nan, math.Inf(-1)} {
			in.Params[p.Name] = value
			refuses(t, th, in, "known "+p.Name+": ")
		}
		delete(in.Params, p.Name)
		if math.IsNaN(p.Default) {
			refuses(t, th, in, p.Name+" is not given")
		}
	}
}

func refuses(t *testing.T, th *bound.Theorem, in bound.Input, want string) {
	t.Helper()
	if err := th.Applies(in); err == nil || !strings.Contains(err.Error(), want) {
		t.Errorf("Applies says %v, want an error with %q", err, want)
	}
	if result := bound.Evaluate(th, in); result.Applies || !math.IsNaN(float64(result.Value)) {
		t.Errorf("Evaluate gives %g where the theorem does not apply", result.Value)
	}
}

func total(th *bound.Theorem, in bound.Input) float64 {
	sum := 0.0
	for _, term := range th.Terms(in, []int{in.Horizon})[0] {
		sum += term
	}
	return sum
}

// close compares within a relative tolerance; infinities are close to
// themselves.
func close(a, b, tolerance float64) bool {
	return a == b || math.Abs(a-b) <= tolerance*max(math.Abs(a), math.Abs(b))
}
