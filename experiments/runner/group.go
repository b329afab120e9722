package runner

import (
	"context"
	"fmt"
	"runtime/debug"

	"regret/experiments/config"
	"regret/experiments/store"
	"regret/optim"
	"regret/problems"
	"regret/problems/linear"
)

// group is one run on the general loop, or runs that go together in lanes: they see
// the same rows of the same problem, and differ in their steps alone.
type group []*run

// company is what runs in lanes have in common: their rows, and all of their jobs but
// the steps. A sampling draws the same rows for the same data and repetition.
type company struct {
	instance            *problems.Problem
	sampling            config.Sampling
	horizon, repetition int
}

// groupRuns parts runs into groups, each where its first run stands. Where there is a worker
// for each run, all go alone: a step of eight lanes takes longer than that of one.
func groupRuns(runs []*run, workers int) []group {
	var groups []group
	if len(runs) <= workers {
		for _, r := range runs {
			groups = append(groups, group{r})
		}
		return groups
	}
	open := map[company]int{} // the group that still has a free lane
	for _, r := range runs {
		if !r.fitsLanes() {
			groups = append(groups, group{r})
			continue
		}
		with := company{r.c.Instance, r.c.Sampling, r.c.Horizon, r.repetition}
		at, ok := open[with]
		if !ok || len(groups[at]) == linear.Width {
			at = len(groups)
			open[with] = at
			groups = append(groups, nil)
		}
		groups[at] = append(groups[at], r)
	}
	return groups
}

// fitsLanes says which loop makes the run; that depends on its case alone. A full
// subgradient is no row.
func (r *run) fitsLanes() bool {
	job := r.job(nil)
	return r.c.Sampling.Kind != "full" && job.FitsLanes()
}

// execute takes the steps of the group's runs and sets their records. A panic below
// becomes an error that names the first run.
func (g group) execute(ctx context.Context, bar *progress, provenance store.Provenance) (err error) {
	first := g[0]
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("%s: panic: %v\n%s", first, p, debug.Stack())
		}
	}()
	rows, err := newRows(first)
	if err != nil {
		return fmt.Errorf("%s: %w", first, err)
	}
	meter := &meter{Rows: rows, batch: first.c.Sampling.Batch(), bar: bar, runs: len(g)}
	jobs := make([]optim.Job, len(g))
	for i, r := range g {
		r.begin(provenance)
		jobs[i] = r.job(meter)
	}
	if first.fitsLanes() {
		err = g.runLanes(ctx, jobs)
	} else {
		first.record.DivergedAt, err = optim.Run(ctx, jobs[0], first.note)
	}
	if err != nil {
		return err
	}
	for _, r := range g {
		r.finish()
	}
	bar.add(len(g) * (first.c.Horizon - meter.steps))
	return nil
}

func (g group) runLanes(ctx context.Context, jobs []optim.Job) error {
	divergedAt, err := optim.RunLanes(ctx, jobs, func(i int, s *optim.Snapshot) { g[i].note(s) })
	for i, t := range divergedAt {
		g[i].record.DivergedAt = t
	}
	return err
}
