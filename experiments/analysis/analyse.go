package analysis

import (
	"fmt"

	"regret/experiments/config"
	"regret/experiments/store"
)

// Analyse turns the records of a plan, by case and repetition, into curves,
// judged bounds and judged claims.
func Analyse(plan *config.Plan, records [][]*store.Record) (*Result, error) {
	if len(records) != len(plan.Cases) {
		panic("analysis: records must be given for every case")
	}
	result := &Result{Plan: plan}
	for i := range plan.Cases {
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
	return result, nil
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
