package config

import (
	"maps"
	"runtime"

	"golang.org/x/sync/errgroup"

	"regret/optim"
	"regret/optim/average"
	"regret/optim/schedule"
	"regret/problems"
)

// maxCases bounds what the lists and grids of a file may multiply to.
const maxCases = 100_000

// cases builds every problem and expands the file into its cases. It returns
// nil after a diagnostic.
func (f *file) cases() []Case {
	if f.constants != nil {
		return f.givenCases()
	}
	count := len(f.problems) * len(f.samplings) * len(f.methods) * len(f.schedules) * len(f.horizons)
	if count > maxCases {
		f.at(0, 0, "the file stands for more than 100000 cases")
		return nil
	}
	sources := f.sampled(f.sources())
	checked := map[string]*fault{}
	var out []Case
	for _, s := range sources {
		for _, method := range f.methods {
			for _, steps := range f.schedules {
				for _, T := range f.horizons {
					c, bad := f.combination(s.over(T), method, steps, T, checked)
					if bad != nil {
						f.errorf(bad.node, "%v", bad.err)
						continue
					}
					f.checkFactors(&c)
					out = append(out, c)
				}
			}
		}
	}
	return out
}

// sources builds the problems, several at a time: their optima take a while.
func (f *file) sources() []*source {
	built := make([]*source, len(f.problems))
	faults := make([]*fault, len(f.problems))
	var group errgroup.Group
	group.SetLimit(runtime.GOMAXPROCS(0))
	for i, k := range f.problems {
		group.Go(func() error {
			built[i], faults[i] = f.newSource(k)
			return nil
		})
	}
	_ = group.Wait() // faults holds the errors, all of them and in order
	var sound []*source
	for i, bad := range faults {
		if bad != nil {
			f.errorf(bad.node, "%v", bad.err)
			continue
		}
		sound = append(sound, built[i])
	}
	return sound
}

// combination makes one case.
func (f *file) combination(s *source, method, steps *kind, T int, checked map[string]*fault) (Case, *fault) {
	env := s.environment(T)
	rule, bad := method.build(env)
	if bad != nil {
		return Case{}, bad
	}
	eta, bad := steps.checkedSchedule(env, T, checked)
	if bad != nil {
		return Case{}, bad
	}
	c := Case{
		Problem: s.kind.name, Method: method.name, Schedule: steps.name,
		Params: map[string]float64{}, Horizon: T, Sampling: s.sampling,
		MethodKind: method.entry.Kind, Rule: rule.value.(optim.Method), Steps: eta.value.(schedule.Schedule),
		ProblemSpec: s.spec, MethodSpec: rule.spec, StepSpec: eta.spec,
	}
	if c.Instance, bad = s.instance(c); bad != nil {
		return Case{}, bad
	}
	if err := c.CheckHorizon(); err != nil {
		return Case{}, faultAt(s.kind.node, "%w", err)
	}
	if unevenly(&c) {
		return Case{}, faultAt(method.node, "%s takes the term l1 |theta|_1 whole, but the sampling %s weighs it with the rows; take sgd, or draw rows evenly", method.name, s.sampling.Name)
	}
	s.kind.gridValues(s.numbers, c.Params)
	maps.Copy(c.Params, s.drawn)
	method.gridValues(rule.numbers, c.Params)
	steps.gridValues(eta.numbers, c.Params)
	return c, nil
}

// unevenly says whether a method that takes f_i apart meets losses w_i f_i: its steps
// would be for w_i h_i + r, another sequence than the one that regret is recorded of.
func unevenly(c *Case) bool {
	splitting, splits := c.Rule.(optim.Splitting)
	if !splits || c.Sampling.Law == nil || c.Sampling.Law.Weights == nil {
		return false
	}
	oracle, _ := splitting.Split(c.Instance.Objective)
	return oracle != c.Instance.Objective
}

// givenCases expands schedules and horizons under the constants of the file.
func (f *file) givenCases() []Case {
	if len(f.schedules)*len(f.horizons) > maxCases {
		f.at(0, 0, "the file stands for more than 100000 cases")
		return nil
	}
	instance := &problems.Problem{Constants: f.constants}
	checked := map[string]*fault{}
	var out []Case
	for _, steps := range f.schedules {
		for _, T := range f.horizons {
			env := environment{values: f.constants}.with("T", float64(T))
			eta, bad := steps.checkedSchedule(env, T, checked)
			if bad != nil {
				f.errorf(bad.node, "%v", bad.err)
				continue
			}
			c := Case{
				Schedule: steps.name, Params: map[string]float64{}, Horizon: T, Instance: instance,
				Steps: eta.value.(schedule.Schedule), StepSpec: eta.spec,
			}
			steps.gridValues(eta.numbers, c.Params)
			f.checkFactors(&c)
			out = append(out, c)
		}
	}
	return out
}

// checkedSchedule builds a schedule and checks its steps, those of one schedule
// and horizon once.
func (k *kind) checkedSchedule(env environment, T int, checked map[string]*fault) (*built, *fault) {
	eta, bad := k.schedule(env)
	if bad != nil {
		return nil, bad
	}
	key := eta.spec + " T=" + hex(float64(T))
	bad, known := checked[key]
	if !known {
		bad = k.checkSteps(eta.value.(schedule.Schedule), T, env)
		checked[key] = bad
	}
	if bad != nil {
		return nil, bad
	}
	return eta, nil
}

// gridValues copies the numbers that a grid varies.
func (k *kind) gridValues(numbers, into map[string]float64) {
	for _, a := range k.varied() {
		if x, ok := numbers[a.param.Name]; ok {
			into[a.param.Name] = x
		}
	}
}

// planAverages builds the averages.
func (f *file) planAverages() []Average {
	var out []Average
	for _, k := range f.averages {
		b, bad := k.build(environment{})
		if bad != nil {
			f.errorf(bad.node, "%v", bad.err)
			continue
		}
		out = append(out, Average{Name: k.name, Average: b.value.(average.Average)})
	}
	return out
}
