package main

import (
	"context"
	"fmt"
	"math"

	"regret/optim"
	"regret/optim/average"
)

// objectives are values of F: where all start, where ours ends, and where the peers' runs
// end by variant.
type objectives struct {
	start, last, mean float64
	peers             map[string]float64
}

// check makes each contender's run once and compares F at the end with ours:
//
//   - C and NumPy (after a tenth of the steps) see the same rows: equal up to rounding.
//   - So does scikit-learn, once, on the rows in their order; its derivative of the logistic
//     loss is off by up to 1.5e-8 at margins beyond 18.
//   - Shuffled, it sees other rows: within 1 per cent of what was gained since the start.
func check(ctx context.Context, w *workload, p *problem, c, py *peer) (objectives, error) {
	n, steps := w.n, w.steps()
	ours, err := values(ctx, p.job(w.c, steps, given(p.drawn), average.Last{}, average.Uniform{}), steps/10+1, steps+1)
	if err != nil {
		return objectives{}, err
	}
	ordered1, err := values(ctx, p.job(w.c, n, inOrder{n}, average.Last{}), n+1)
	if err != nil {
		return objectives{}, err
	}
	o := objectives{start: p.Value(make([]float64, p.Dim())), last: ours[1][0], mean: ours[1][1], peers: map[string]float64{}}
	gain := o.start - o.last
	for _, run := range []struct {
		peer            *peer
		variant         string
		steps           int
		want, tolerance float64
	}{
		{c, plain, steps, o.last, 1e-9 * o.start},
		{c, best, steps, o.last, 1e-9 * o.start},
		{py, numpy, steps / 10, ours[0][0], 1e-9 * o.start},
		{py, ordered, n, ordered1[0][0], 1e-7 * o.start},
		{py, sklearn, steps, o.last, 0.01 * gain},
		{py, skAverage, steps, o.mean, 0.01 * gain},
	} {
		if _, err := run.peer.run(run.variant, run.steps, w.c); err != nil {
			return o, err
		}
		theta, err := run.peer.theta()
		if err != nil {
			return o, err
		}
		value := p.Value(theta)
		if !(math.Abs(value-run.want) <= run.tolerance) {
			return o, fmt.Errorf("%s, %s, computes something else: F = %v after %d steps, ours is %v", run.peer.name, run.variant, value, run.steps, run.want)
		}
		o.peers[run.variant] = value
	}
	if !(gain > 0) {
		return o, fmt.Errorf("F rose from %v to %v", o.start, o.last)
	}
	return o, nil
}

// values makes a run and returns F at its averages at the checkpoints.
func values(ctx context.Context, job optim.Job, checkpoints ...int) ([][]float64, error) {
	job.Checkpoints, job.Values = checkpoints, true
	var out [][]float64
	err := take(ctx, []optim.Job{job}, func(s *optim.Snapshot) {
		var now []float64
		for _, a := range s.Averages {
			now = append(now, a.Value)
		}
		out = append(out, now)
	})
	if err == nil && len(out) != len(checkpoints) {
		err = fmt.Errorf("our own run diverged")
	}
	return out, err
}
