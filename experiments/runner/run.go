package runner

import (
	"context"
	"fmt"
	"runtime/debug"

	"regret/experiments/config"
	"regret/experiments/store"
	"regret/optim"
)

// run is one repetition of one case.
type run struct {
	c          *config.Case
	averages   []config.Average
	seed       uint64
	repetition int
	grid       []int // checkpoints
	key        string
	record     *store.Record // nil until stored or made
}

func newRun(plan *config.Plan, c *config.Case, repetition int) *run {
	r := &run{
		c:          c,
		averages:   plan.Averages,
		seed:       plan.Seed,
		repetition: repetition,
		grid:       Checkpoints(plan.Checkpoints, c.Horizon),
	}
	r.key = r.hash()
	return r
}

// String names the run for messages.
func (r *run) String() string {
	return fmt.Sprintf("%s, horizon %d, repetition %d", r.c.Label(), r.c.Horizon, r.repetition+1)
}

// execute takes the run's steps and sets its record. A panic below becomes an error
// that names the run.
func (r *run) execute(ctx context.Context, bar *progress, provenance store.Provenance) (err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("%s: panic: %v\n%s", r, p, debug.Stack())
		}
	}()
	rows, err := newRows(r)
	if err != nil {
		return fmt.Errorf("%s: %w", r, err)
	}
	layout := layout{averages: r.averages, online: r.c.Instance.Online}
	record := &store.Record{
		Key:        r.key,
		Columns:    layout.columns(),
		Rows:       make([][]float64, 0, len(r.grid)),
		Provenance: provenance,
	}
	meter := &meter{Rows: rows, batch: r.batch(), bar: bar}
	record.DivergedAt, err = optim.Run(ctx, r.job(meter, layout), func(s *optim.Snapshot) {
		record.Rows = append(record.Rows, layout.row(s))
	})
	if err != nil {
		return err
	}
	for _, t := range r.grid[len(record.Rows):] {
		var step [1]float64
		r.c.Steps.Fill(step[:], t, r.c.Horizon)
		record.Rows = append(record.Rows, layout.divergedRow(t, step[0]))
	}
	bar.add(r.c.Horizon - meter.steps)
	r.record = record
	return nil
}

func (r *run) job(rows optim.Rows, l layout) optim.Job {
	instance := r.c.Instance
	return optim.Job{
		Objective:    newObjective(r),
		Set:          instance.Domain,
		Method:       r.c.Rule,
		Steps:        r.c.Steps,
		Rows:         rows,
		Batch:        r.batch(),
		Weights:      r.weights(),
		Start:        instance.Start,
		Comparator:   instance.Optimum.Theta,
		Horizon:      r.c.Horizon,
		Averages:     l.plain(),
		Checkpoints:  r.grid,
		Values:       !instance.Online,
		GradientNorm: l.gradientNorm(),
	}
}

// batch is the number of rows a step.
func (r *run) batch() int {
	if r.c.Sampling.Law == nil {
		return 1
	}
	return r.c.Sampling.Law.Batch
}

func (r *run) weights() []float64 {
	if r.c.Sampling.Law == nil {
		return nil
	}
	return r.c.Sampling.Law.Weights
}
