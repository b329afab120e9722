package analysis

import (
	"cmp"
	"fmt"
	"math"

	"regret/experiments/config"
	"regret/experiments/runner"
	"regret/optim/bound"
)

// Promise is what theory alone says of one case: the values of a theorem, without
// a run.
type Promise struct {
	Case    *config.Case
	Theorem *bound.Theorem
	Row     bound.Row // the quantity that is promised
	Of      string    // config.Given or config.Best: which multiple of the steps
	// Scale is that multiple: 1 for the steps as they are given, NaN if the bound
	// is the same for all.
	Scale float64
	Kind  bound.Kind
	T     []int // the horizon, or the checkpoints along t
	Value []float64
	Terms [][]float64 // at T[k], for the scaled steps
	// Verdict is Promised, Vacuous (infinite at the horizon), Heuristic or
	// NotApplicable: then there are no values.
	Verdict Verdict
	Why     string // for the last two
}

// End is the value at the horizon.
func (p *Promise) End() float64 { return p.Value[len(p.Value)-1] }

// Steps says which steps the values are for: "as given", "times 0.5".
func (p *Promise) Steps() string {
	switch {
	case p.Of == config.Given:
		return "as given"
	case math.IsNaN(p.Scale) || p.Verdict == Vacuous:
		return "any multiple"
	}
	return fmt.Sprintf("times %.6g", p.Scale)
}

// promiseKey tells promises apart.
type promiseKey struct {
	c                              *config.Case
	theorem, quantity, average, of string
	along                          bool // t, rather than at the horizon alone
}

// promises evaluates what the figures of bounds show: all promises, each once, and
// those of every figure.
func promises(plan *config.Plan) (all []*Promise, shown [][]*Promise, err error) {
	shown = make([][]*Promise, len(plan.Figures))
	found := map[promiseKey]*Promise{}
	for i, fig := range plan.Figures {
		if len(fig.Bounds) == 0 {
			continue // of a measured quantity
		}
		theorems, err := theoremsFor(fig.Bounds)
		if err != nil {
			return nil, nil, err
		}
		for _, c := range shownCases(plan, fig) {
			for _, th := range theorems {
				key := promiseKey{c, th.ID, fig.Quantity, fig.Average, fig.Value, fig.Against == "t"}
				if found[key] == nil {
					found[key] = newPromise(plan, c, th, fig)
					all = append(all, found[key])
				}
				shown[i] = append(shown[i], found[key])
			}
		}
	}
	return all, shown, inParallel(len(all), func(i int) error {
		all[i].evaluate()
		return nil
	})
}

// shownCases are the cases of a figure of bounds: along t those of the longest
// horizon, against a parameter those that have it.
func shownCases(plan *config.Plan, fig config.Figure) []*config.Case {
	longest := 0
	for i := range plan.Cases {
		longest = max(longest, plan.Cases[i].Horizon)
	}
	var cases []*config.Case
	for i := range plan.Cases {
		c := &plan.Cases[i]
		_, varied := c.Params[fig.Against]
		switch {
		case fig.Against == "horizon", fig.Against == "t" && c.Horizon == longest, varied:
			cases = append(cases, c)
		}
	}
	return cases
}

func newPromise(plan *config.Plan, c *config.Case, th *bound.Theorem, fig config.Figure) *Promise {
	row, _ := config.RowOf(th, fig.Quantity, fig.Average)
	p := &Promise{Case: c, Theorem: th, Row: row, Of: fig.Value, Scale: 1, Kind: cmp.Or(row.Kind, th.Kind),
		T: []int{c.Horizon}}
	if fig.Against == "t" {
		p.T = runner.Checkpoints(plan.Checkpoints, c.Horizon)
	}
	return p
}

// evaluate sets the values, or why there are none.
func (p *Promise) evaluate() {
	in := InputOf(p.Case)
	if err := p.Theorem.Applies(in); err != nil {
		p.Verdict, p.Why = NotApplicable, err.Error()
		return
	}
	if p.Row.When != nil && !p.Row.When(in) {
		p.Verdict, p.Why = NotApplicable, "with these parameters it speaks of another average"
		return
	}
	best := math.NaN()
	if p.Of == config.Best {
		p.Scale, best = p.Theorem.Best(in)
		if p.Scale > 0 { // no scale helps a vacuous bound
			in.Steps = bound.Scaled{Steps: in.Steps, Factor: p.Scale}
		}
	}
	p.Kind = p.Theorem.KindOf(p.Row, in)
	p.Terms = p.Theorem.Terms(in, p.T)
	for _, terms := range p.Terms {
		value := 0.0
		for _, term := range terms {
			value += term
		}
		p.Value = append(p.Value, value)
	}
	if p.Of == config.Best { // the closed form, where the sum has rounding
		p.Value = []float64{best}
	}
	switch {
	case uncertain(p.Theorem, p.Case):
		p.Verdict, p.Why = Heuristic, unproved
	case math.IsInf(p.End(), 1):
		p.Verdict = Vacuous
	default:
		p.Verdict = Promised
	}
}
