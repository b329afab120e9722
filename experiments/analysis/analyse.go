package analysis

import (
	"cmp"
	"fmt"
	"runtime"

	"golang.org/x/sync/errgroup"

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
	cases := make([]analysedCase, len(records))
	if err := inParallel(len(cases), func(i int) (err error) {
		cases[i], err = analyseCase(plan, &plan.Cases[i], records[i])
		return err
	}); err != nil {
		return nil, err
	}
	result := &Result{Plan: plan}
	for _, c := range cases {
		result.Curves = append(result.Curves, c.curves...)
		result.Bounds = append(result.Bounds, c.bounds...)
	}
	result.Claims = judgeClaims(result)
	var err error
	result.Promises, result.Shown, err = promises(plan)
	return result, err
}

type analysedCase struct {
	curves []Curve
	bounds []Bound
}

func analyseCase(plan *config.Plan, c *config.Case, records []*store.Record) (a analysedCase, err error) {
	if len(records) == 0 {
		return a, fmt.Errorf("analysis: no record of %s", caseLabel(c))
	}
	if a.curves, err = curvesOf(c, plan.Averages, records); err != nil {
		return a, err
	}
	a.bounds, err = boundsOf(c, plan.Bounds, a.curves, records)
	return a, err
}

// inParallel calls do(0)..do(n-1) on all processors, and returns the error of the
// first that fails. Sweeps over the steps of long runs take most of the time.
func inParallel(n int, do func(i int) error) error {
	errs := make([]error, n)
	var group errgroup.Group
	group.SetLimit(runtime.GOMAXPROCS(0))
	for i := range n {
		group.Go(func() error {
			errs[i] = do(i)
			return nil
		})
	}
	if err := group.Wait(); err != nil {
		return err
	}
	return cmp.Or(errs...)
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
