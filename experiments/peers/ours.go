package main

import (
	"context"
	"math"
	"slices"
	"time"

	"regret/optim"
	"regret/optim/average"
	"regret/optim/schedule"
	"regret/problems/domain"
	"regret/problems/linear"
)

// inOrder reveals f_1, ..., f_n again and again.
type inOrder struct{ n int }

// Fill sets rows[i] to row (t+i-1) mod n.
func (o inOrder) Fill(rows []int32, t int) {
	for i := range rows {
		rows[i] = int32((t + i - 1) % o.n)
	}
}

// given reveals the rows of a list.
type given []int32

// Fill copies the rows of steps t, t+1, ...
func (g given) Fill(rows []int32, t int) { copy(rows, g[t-1:]) }

// job is a run of as many points as steps and one, so that its last point is the one
// that the peers end with.
func (p *problem) job(c float64, steps int, rows optim.Rows, averages ...average.Average) optim.Job {
	return optim.Job{
		Objective: p.Model, Set: domain.WholeSpace{}, Method: optim.SGD{}, Steps: schedule.InverseSqrt{Alpha: c}, Rows: rows,
		Start: make([]float64, p.Dim()), Comparator: p.truth, Horizon: steps + 1,
		Averages: averages, Checkpoints: []int{steps + 1},
	}
}

// schedules are how many runs a sweep has.
const schedules = 32

// scale is the c of the k-th schedule of a sweep.
func (w *workload) scale(k int) float64 { return w.c * math.Exp2(-float64(k)/8) }

// sweep makes count runs as the product does, in lanes where they fit, and returns the
// processor time and the sum of their steps. On the general loop, which shares nothing
// between runs and is slow, it makes a single short one.
func (w *workload) sweep(ctx context.Context, p *problem, count int, a average.Average) (time.Duration, int, error) {
	steps := w.steps()
	if job := p.job(w.c, 1, given(p.drawn), a); !job.FitsLanes() {
		count, steps = 1, w.n
	}
	var jobs []optim.Job
	for k := range count {
		jobs = append(jobs, p.job(w.scale(k), steps, given(p.drawn), a))
	}
	start := processor()
	for group := range slices.Chunk(jobs, linear.Width) {
		if err := take(ctx, group, func(*optim.Snapshot) {}); err != nil {
			return 0, 0, err
		}
	}
	return processor() - start, count * steps, nil
}

// take makes runs in lanes, or one by one where they do not fit.
func take(ctx context.Context, jobs []optim.Job, emit func(*optim.Snapshot)) error {
	if jobs[0].FitsLanes() {
		_, err := optim.RunLanes(ctx, jobs, func(_ int, s *optim.Snapshot) { emit(s) })
		return err
	}
	for _, job := range jobs {
		if _, err := optim.Run(ctx, job, emit); err != nil {
			return err
		}
	}
	return nil
}
