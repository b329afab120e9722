package analysis

import (
	"fmt"

	"regret/experiments/config"
	"regret/experiments/store"
)

// Analyse turns the records of a plan, by case and repetition, into curves,
// judged bounds and judged claims, and evaluates the bounds that figures show
// alone. A plan without runs has no records.
func Analyse(plan *config.Plan, records [][]*store.Record) (*Result, error) {
	if plan.Runs() && len(records) != len(plan.Cases) {
		panic("analysis: records must be given for every case")
	}
	result := &Result{Plan: plan}
	for i := range records {
		c := &plan.Cases[i]
		if len(records[i]) == 0 {
			return nil, fmt.Errorf("analysis: no record of %s", caseLabel(c))
		}
		curves, err := curvesOf(c, plan.Averages, records[i])
		if err != nil {
			return nil, err
		}
		bounds, err := boundsOf(c, plan.Bounds, curves, records[i])
		if err != nil {
			return nil, err
		}
		result.Curves = append(result.Curves, curves...)
		result.Bounds = append(result.Bounds, bounds...)
	}
	result.Claims = judgeClaims(result)
	var err error
	result.Promises, result.Shown, err = promises(plan)
	return result, err
}

// Failed says whether a bound was violated or a claim did not pass.
func (r *Result) Failed() bool {
	for i := range r.Bounds {
		if r.Bounds[i].Verdict == Violated {
			return true
		}
	}
	for i := range r.Claims {
		if !r.Claims[i].Passed {
			return true
		}
	}
	return false
}
