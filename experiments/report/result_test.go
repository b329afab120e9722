package report_test

import (
	"math"

	"regret/experiments/analysis"
	"regret/experiments/config"
	"regret/optim/bound"
	"regret/optim/schedule"
	"regret/problems"
	"regret/problems/optimum"
)

// problem has D = 2, G = 3 and R = 1, and texts that every format must escape.
func problem() *problems.Problem {
	return &problems.Problem{
		Formula: `F(\theta)=|\theta|`,
		Optimum: optimum.Certificate{Theta: []float64{0}, Value: 0.5, Gap: 1e-12, Method: "100% by_hand & #1"},
		Constants: map[string]problems.Constant{
			"n":  {Value: 4, Provenance: problems.Exact},
			"G":  {Value: 3, Provenance: problems.Certified, Formula: "max_i |a_i|"},
			"L":  {Value: math.Inf(1), Provenance: problems.Exact, Formula: "kinks"},
			"D":  {Value: 2, Provenance: problems.Exact, Formula: "diameter"},
			"mu": {Value: 0, Provenance: problems.Certified},
			"R":  {Value: 1, Provenance: problems.Exact},
		},
	}
}

// newCase is a case of T points.
func newCase(name string, steps schedule.Schedule, T int, params map[string]float64) config.Case {
	return config.Case{
		Problem: "a_b & 50% <c>", Method: "sgd", Schedule: name, Params: params, Horizon: T,
		Sampling: config.Sampling{Name: "iid", Kind: "iid"}, Instance: problem(), Steps: steps,
	}
}

// measured is a curve at 1, T/2 and T that falls like 1/t in two runs.
func measured(c *config.Case, quantity, average string) analysis.Curve {
	curve := analysis.Curve{Case: c, Quantity: quantity, Average: average, T: []int{1, c.Horizon / 2, c.Horizon}, DivergedAt: []int{0, 0}}
	for _, t := range curve.T {
		x := 1 / float64(t)
		curve.Stats = append(curve.Stats, analysis.Stats{Count: 2, Mean: x, Median: x, Q05: x / 2, Q95: 2 * x})
	}
	return curve
}

// judged is a row of a theorem on a case, with the values of the theorem itself.
func judged(c *config.Case, id string, row int) analysis.Bound {
	th, ok := bound.Lookup(id)
	if !ok {
		panic("no bound " + id)
	}
	in := bound.Input{Steps: c.Steps, Horizon: c.Horizon, D: 2, G: 3, R: 1}
	b := analysis.Bound{
		Case: c, Theorem: th, Row: th.Rows[row], T: []int{1, c.Horizon / 2, c.Horizon},
		Ratio: []float64{0.1, 0.2, 0.3}, WorstRatio: 0.3, Verdict: analysis.Holds,
	}
	if err := th.Applies(in); err != nil {
		b.Verdict, b.Why, b.Ratio, b.WorstRatio = analysis.NotApplicable, err.Error(), nil, math.NaN()
		return b
	}
	b.Terms = th.Terms(in, b.T)
	for _, terms := range b.Terms {
		sum := 0.0
		for _, x := range terms {
			sum += x
		}
		b.Value = append(b.Value, sum)
	}
	return b
}

// result has a curve of regret and one of the last gap for every case, with the
// bounds of zinkevich on the first and of last-exact on the second.
func result(figures []config.Figure, cases ...config.Case) *analysis.Result {
	r := &analysis.Result{Plan: &config.Plan{Name: "made", Title: "Made_up", Seeds: 2, Cases: cases, Figures: figures, Bounds: []string{"zinkevich", "last-exact", "regret-exact"}, Resolved: []byte("horizon: 8 # <b>\n")}}
	for i := range cases {
		c := &cases[i]
		r.Curves = append(r.Curves, measured(c, "average-regret", "uniform"), measured(c, "gap-last", ""))
		r.Bounds = append(r.Bounds, judged(c, "zinkevich", 0), judged(c, "last-exact", 1))
	}
	return r
}
