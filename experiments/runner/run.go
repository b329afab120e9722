package runner

import (
	"fmt"

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

// layout lays out the rows of the run's record.
func (r *run) layout() layout { return layout{averages: r.averages, online: r.c.Instance.Online} }

// begin makes an empty record.
func (r *run) begin(provenance store.Provenance) {
	r.record = &store.Record{
		Key:        r.key,
		Columns:    r.layout().columns(),
		Rows:       make([][]float64, 0, len(r.grid)),
		Provenance: provenance,
	}
}

// note appends a checkpoint to the record.
func (r *run) note(s *optim.Snapshot) {
	r.record.Rows = append(r.record.Rows, r.layout().row(s))
}

// finish fills in the checkpoints that a diverged run did not reach.
func (r *run) finish() {
	for _, t := range r.grid[len(r.record.Rows):] {
		var step [1]float64
		r.c.Steps.Fill(step[:], t, r.c.Horizon)
		r.record.Rows = append(r.record.Rows, r.layout().divergedRow(t, step[0]))
	}
}

func (r *run) job(rows optim.Rows) optim.Job {
	instance, l := r.c.Instance, r.layout()
	return optim.Job{
		Objective:    newObjective(r),
		Set:          instance.Domain,
		Method:       r.c.Rule,
		Steps:        r.c.Steps,
		Rows:         rows,
		Batch:        r.c.Sampling.Batch(),
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

func (r *run) weights() []float64 {
	if r.c.Sampling.Law == nil {
		return nil
	}
	return r.c.Sampling.Law.Weights
}
