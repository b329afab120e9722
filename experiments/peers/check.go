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
//   - So does scikit-learn, for one epoch, without shuffle: to 1e-7, since its derivative of
//     the logistic loss is off by up to 1.5e-8 at margins beyond 18. Its average is that of
//     theta_2, ..., theta_{n+1}, which is ours of theta_1 = 0, ..., theta_{n+1} times (n+1)/n.
//   - Shuffled, it sees other rows: within 1 per cent of what was gained since the start.
func check(ctx context.Context, w *workload, p *problem, c, py *peer) (objectives, error) {
	n, steps := w.n, w.steps()
	ours, err := values(ctx, p.job(w.c, steps, given(p.drawn), average.Last{}, average.Uniform{}), steps/10+1, steps+1)
	if err != nil {
		return objectives{}, err
	}
	ordered, err := values(ctx, p.job(w.c, n, inOrder{n}, average.Last{}, average.Uniform{}), n+1)
	if err != nil {
		return objectives{}, err
	}
	o := objectives{start: p.Value(make([]float64, p.Dim())), last: ours[1][0], mean: ours[1][1], peers: map[string]float64{}}
	gain := o.start - o.last
	if !(gain > 0) {
		return o, fmt.Errorf("our own objective rose from %v to %v", o.start, o.last)
	}
	for _, e := range []expected{
		{c, plain, steps, 1, o.last, 1e-9 * o.start},
		{c, best, steps, 1, o.last, 1e-9 * o.start},
		{py, numpy, steps / 10, 1, ours[0][0], 1e-9 * o.start},
		{py, inOrderRun, n, 1, ordered[0][0], 1e-7 * o.start},
		{py, inOrderMean, n, float64(n) / float64(n+1), ordered[0][1], 1e-7 * o.start},
		{py, sklearn, steps, 1, o.last, 0.01 * gain},
		{py, skAverage, steps, 1, o.mean, 0.01 * gain},
	} {
		if o.peers[e.variant], err = e.run(p, w.c); err != nil {
			return o, err
		}
	}
	return o, nil
}

// expected is the F that a peer's run must end with.
type expected struct {
	peer             *peer
	variant          string
	steps            int
	scale            float64 // of its iterate
	value, tolerance float64
}

// run makes the peer's run and returns F at its end.
func (e *expected) run(p *problem, c float64) (float64, error) {
	if _, err := e.peer.run(e.variant, e.steps, c); err != nil {
		return 0, err
	}
	theta, err := e.peer.theta()
	if err != nil {
		return 0, err
	}
	for j := range theta {
		theta[j] *= e.scale
	}
	value := p.Value(theta)
	if !(math.Abs(value-e.value) <= e.tolerance) {
		return 0, fmt.Errorf("%s, %s, computes something else: F = %v after %d steps, ours is %v", e.peer.name, e.variant, value, e.steps, e.value)
	}
	return value, nil
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
