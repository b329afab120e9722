package cli

import (
	"maps"
	"slices"

	"regret/experiments/catalogue"
	"regret/optim/bound"
	"regret/optim/schedule"
)

// question is what theorems are asked about: a schedule, a horizon, constants
// and parameters.
type question struct {
	Schedule      string            `help:"A formula of t, T and the constants, or a schedule's name; its scale is 1 unless --param sets it." placeholder:"FORMULA|NAME"`
	Steps         stepList          `help:"The steps eta_1,eta_2,... themselves." placeholder:"A,B,C"`
	Horizon       count             `help:"T, the number of evaluated points; by default the number of --steps." placeholder:"T"`
	Param         map[string]string `help:"A parameter of the named schedule or of a bound: a number, or a formula of T and the constants. A name that both have is the schedule's; ID.NAME=VALUE is for the bound ID alone." mapsep:"none" placeholder:"NAME=VALUE"`
	GradientNorms string            `help:"A bound G_t on each subgradient: a list, or a formula of t, T and the constants. Bounds without a per-step form still need --G." placeholder:"A,B,C|FORMULA"`
	constants
}

// asked is a question that makes sense, for some theorems.
type asked struct {
	label  string      // what to call the schedule
	input  bound.Input // but for the theorems' own parameters
	params theoremParams
}

// maxHorizon keeps a sweep over the steps within seconds.
const maxHorizon = 100_000_000

// read checks the question and finds its schedule.
func (q *question) read(theorems []*bound.Theorem) (*asked, error) {
	if err := q.constants.validate(); err != nil {
		return nil, err
	}
	horizon, err := q.horizon()
	if err != nil {
		return nil, err
	}
	entry, named := catalogue.Lookup("schedules", q.Schedule)
	var own []catalogue.Param
	if named {
		own = entry.Params()
	}
	given, params, err := q.shareParams(entry.Kind, own, theorems, horizon)
	if err != nil {
		return nil, err
	}
	steps, label, err := q.steps(given, horizon)
	if err != nil {
		return nil, err
	}
	if err := schedule.Check(steps, horizon); err != nil {
		return nil, badUsage("%s: %w", label, err)
	}
	in := q.constants.input(steps, horizon)
	if in.GradientNorms, err = q.gradientNorms(horizon); err != nil {
		return nil, err
	}
	return &asked{label, in, params}, nil
}

// on is the input for one theorem.
func (a *asked) on(th *bound.Theorem) bound.Input {
	in := a.input
	in.Params = a.params.of[th.ID]
	return in
}

// share has the theorems share their sweeps over the steps.
func (a *asked) share(theorems []*bound.Theorem) {
	var readings []bound.Reading
	for _, th := range theorems {
		readings = append(readings, th.Readings(a.on(th))...)
	}
	a.input = bound.Share(a.input, []int{a.input.Horizon}, readings)
}

// evaluate is what one theorem answers.
func (a *asked) evaluate(th *bound.Theorem) promise {
	in := a.on(th)
	p := promise{Result: bound.Evaluate(th, in), Method: methodOf(th), TermNames: th.TermNames}
	if !p.Applies {
		p.Missing = missing(th, in)
	}
	return p
}

// horizon is T as given, or the number of steps given.
func (q *question) horizon() (int, error) {
	if (q.Schedule == "") == (len(q.Steps) == 0) {
		return 0, badUsage("give either --schedule or --steps")
	}
	horizon := int(q.Horizon)
	if horizon == 0 {
		horizon = len(q.Steps)
	}
	switch {
	case horizon == 0:
		return 0, badUsage("give --horizon, the number T of evaluated points")
	case q.Schedule == "" && horizon > len(q.Steps):
		return 0, badUsage("--steps lists %d steps, fewer than the horizon %d: a run of T points has steps eta_1, ..., eta_T (eta_T never moves theta_T, but enters regret and average bounds)",
			len(q.Steps), horizon)
	case horizon > maxHorizon:
		return 0, badUsage("--horizon %d is above %d, the most steps that this command sweeps", horizon, maxHorizon)
	}
	return horizon, nil
}

// empty says whether nothing was asked.
func (q *question) empty() bool {
	return q.Schedule == "" && len(q.Steps) == 0 && q.Horizon == 0 && len(q.Param) == 0 &&
		q.GradientNorms == "" && len(q.constants.given()) == 0
}

// methodOf names the method that a theorem speaks of.
func methodOf(th *bound.Theorem) string {
	if th.Method == "" {
		return "sgd"
	}
	return th.Method
}

// sortedKeys are the names in a map, in order, so that the first error is always the same.
func sortedKeys[V any](m map[string]V) []string { return slices.Sorted(maps.Keys(m)) }
