package cli

import (
	"errors"
	"io/fs"

	"regret/experiments/config"
)

// loadPlans loads every file before anything runs.
func (con *console) loadPlans(files []string, opts config.Options) ([]*config.Plan, error) {
	var plans []*config.Plan
	var problems config.Diagnostics
	first := map[string]string{}
	for _, file := range files {
		plan, err := con.loadPlan(file, opts)
		var located config.Diagnostics
		switch {
		case errors.As(err, &located):
			problems = append(problems, located...)
			continue
		case err != nil:
			return nil, err
		}
		if other, ok := first[plan.Name]; ok {
			return nil, badUsage("%s and %s would both write to the results folder %q", other, file, plan.Name)
		}
		first[plan.Name] = file
		plans = append(plans, plan)
	}
	if problems != nil {
		return nil, problems
	}
	return plans, nil
}

// loadPlan loads one file; that it is missing is bad usage.
func (con *console) loadPlan(file string, opts config.Options) (*config.Plan, error) {
	opts.Optima = optima()
	defer con.waitingFor(file)()
	plan, err := config.Load(con.ctx, file, opts)
	if con.ctx.Err() != nil {
		return nil, errInterrupted
	}
	if errors.Is(err, fs.ErrNotExist) {
		return nil, badUsage("%w", err)
	}
	return plan, err
}
