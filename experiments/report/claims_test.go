package report_test

import (
	"math"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"regret/experiments/analysis"
	"regret/experiments/config"
	"regret/experiments/figure"
	"regret/optim/schedule"
)

// claimed draws one figure of two schedules at T = 8 with a claim on it; the
// findings get the cases in order.
func claimed(t *testing.T, f config.Figure, claim analysis.Claim, findings ...analysis.Finding) figure.Plot {
	t.Helper()
	r := result([]config.Figure{f},
		newCase("decay", schedule.InverseSqrt{Alpha: 1}, 8, nil), newCase("constant", schedule.Constant{Step: 1}, 8, nil))
	for i := range findings {
		if findings[i].Cases == nil {
			findings[i].Cases = []*config.Case{&r.Plan.Cases[i]}
		}
		for k := range findings[i].Cases {
			if findings[i].Cases[k] == nil {
				findings[i].Cases[k] = &r.Plan.Cases[k]
			}
		}
	}
	claim.Findings = findings
	r.Claims = []analysis.Claim{claim}
	return draw(t, r)[0].Plot
}

var lastAgainstT = config.Figure{Quantity: "gap-last", Against: "t"}

func number(verdict analysis.Verdict, side string, limit float64) analysis.Finding {
	return analysis.Finding{Verdict: verdict, Side: side, Limit: limit, Text: "found"}
}

func TestAClaimedNumberIsALevel(t *testing.T) {
	claim := analysis.Claim{Claim: config.Claim{Quantity: "gap-last", Below: "R*G/sqrt(T)"}}
	p := claimed(t, lastAgainstT, claim, number(analysis.Holds, "below", 0.5), number(analysis.Violated, "below", 0.5))
	want := []figure.Level{{Label: "✗ FAIL below RG/√T at T", X: []float64{1, 4, 8}, Y: []float64{0.5, 0.5, 0.5}}}
	if diff := cmp.Diff(want, p.Levels); diff != "" {
		t.Error(diff)
	}
	if len(p.Notes) != 0 {
		t.Errorf("notes %q: the level says it", p.Notes)
	}
}

// A level that differs from curve to curve names them; each has its own verdict.
func TestLevelsThatDifferNameTheirCurves(t *testing.T) {
	claim := analysis.Claim{Claim: config.Claim{Quantity: "gap-last", Schedule: "s", Above: "R"}}
	p := claimed(t, lastAgainstT, claim, number(analysis.Holds, "above", 0.5), number(analysis.Undecided, "above", 0.25))
	var labels []string
	for _, l := range p.Levels {
		labels = append(labels, l.Label)
	}
	if diff := cmp.Diff([]string{"✓ PASS s above R at T, decay", "? UNDECIDED s above R at T, constant"}, labels); diff != "" {
		t.Error(diff)
	}
}

// Against the horizon a formula in T has a value for each run.
func TestALevelFollowsTheHorizon(t *testing.T) {
	r := result([]config.Figure{{Quantity: "gap-last", Against: "horizon"}},
		newCase("constant", schedule.Constant{Step: 1}, 4, nil), newCase("constant", schedule.Constant{Step: 1}, 16, nil))
	claim := analysis.Claim{Claim: config.Claim{Quantity: "gap-last", Below: "1/T"}}
	for i, limit := range []float64{0.25, 0.0625} {
		f := number(analysis.Holds, "below", limit)
		f.Cases = []*config.Case{&r.Plan.Cases[i]}
		claim.Findings = append(claim.Findings, f)
	}
	r.Claims = []analysis.Claim{claim}
	want := []figure.Level{{Label: "✓ PASS below 1/T", X: []float64{4, 16}, Y: []float64{0.25, 0.0625}}}
	if diff := cmp.Diff(want, draw(t, r)[0].Plot.Levels); diff != "" {
		t.Error(diff)
	}
}

func TestAFactorOnABoundIsALine(t *testing.T) {
	claim := analysis.Claim{Claim: config.Claim{Quantity: "gap-last", Below: "last-exact", Factor: 0.5}}
	p := claimed(t, lastAgainstT, claim, number(analysis.Holds, "below", 1), number(analysis.Violated, "below", 1))
	for i, c := range p.Curves {
		if diff := cmp.Diff([]string{"last-exact", "0.5 · last-exact, as claimed"}, boundLabels(c)); diff != "" {
			t.Fatalf("curve %d: %s", i, diff)
		}
		for k, y := range c.Bounds[1].Y {
			if whole := c.Bounds[0].Y[k]; math.Abs(y-whole/2) > 1e-15*whole {
				t.Errorf("curve %d at %d: %v is not half of %v", i, k, y, whole)
			}
		}
	}
	want := []string{"✗ FAIL below 0.5 · last-exact on 1 of 2: constant", "✓ PASS below 0.5 · last-exact on 1 of 2"}
	if diff := cmp.Diff(want, p.Notes); diff != "" {
		t.Error(diff)
	}
}

func TestSlopesAndOrdersAreNotes(t *testing.T) {
	nan := math.NaN()
	slope := analysis.Claim{Claim: config.Claim{Quantity: "gap-last", Against: "t", Slope: []float64{-1, 0}}}
	findings := func() []analysis.Finding {
		return []analysis.Finding{
			{Verdict: analysis.Holds, Text: "slope -0.5", Measured: nan, Limit: nan},
			{Verdict: analysis.Undecided, Text: "slope -0.1", Measured: nan, Limit: nan},
		}
	}
	want := []string{"? UNDECIDED constant: slope -0.1", "✓ PASS decay: slope -0.5"}
	if diff := cmp.Diff(want, claimed(t, lastAgainstT, slope, findings()...).Notes); diff != "" {
		t.Error(diff)
	}
	slope.Against = "horizon"
	if notes := claimed(t, lastAgainstT, slope, findings()...).Notes; len(notes) != 0 {
		t.Errorf("along t the slope along the horizon is told: %q", notes)
	}
	order := analysis.Claim{Claim: config.Claim{Quantity: "gap-last", Order: []string{"decay", "constant"}}}
	pair := analysis.Finding{Cases: make([]*config.Case, 2), Verdict: analysis.Violated, Text: "decay < constant at T: 2 against 1", Measured: nan, Limit: nan}
	if diff := cmp.Diff([]string{"✗ FAIL decay < constant at T: 2 against 1"}, claimed(t, lastAgainstT, order, pair).Notes); diff != "" {
		t.Error(diff)
	}
	order.Quantity = "average-regret"
	if notes := claimed(t, lastAgainstT, order, pair).Notes; slices.ContainsFunc(notes, func(n string) bool { return strings.Contains(n, "FAIL") }) {
		t.Errorf("a claim on another quantity is told: %q", notes)
	}
}
