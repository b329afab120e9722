package runner

import (
	"fmt"
	"math"
	"math/rand/v2"

	"regret/experiments/config"
	"regret/optim"
)

// newRows returns the rows that a run sees.
func newRows(r *run) (optim.Rows, error) {
	if r.c.Sampling.Kind == config.Sequence {
		if n := r.c.Instance.Objective.Len(); r.c.Horizon > n {
			return nil, fmt.Errorf("horizon %d is beyond the sequence of %d losses", r.c.Horizon, n)
		}
		return sequentialRows{}, nil
	}
	if r.c.Instance.Stream != nil && r.c.Horizon > math.MaxInt32/r.batch() {
		return nil, fmt.Errorf("horizon %d in batches of %d takes more than 2^31-1 samples", r.c.Horizon, r.batch())
	}
	return r.c.Sampling.Law.Draws(newRandom(r.seed, r.c.Instance.Content, r.c.Sampling.Spec, r.repetition)), nil
}

// newRandom keys the stream by what the samples belong to: runs on the same data with
// the same sampling, seed and repetition see the same rows, whatever their loss,
// domain, method or schedule, so that comparisons are paired. (The rows of importance
// sampling follow its probabilities too.)
func newRandom(seed uint64, content, sampling string, repetition int) *rand.Rand {
	key := streamKey(seed, content, sampling, repetition)
	return rand.New(rand.NewPCG(key[0], key[1]))
}

// sequentialRows takes the losses of an online problem in order: row t-1 at step t.
type sequentialRows struct{}

// Fill sets rows[i] to t+i-1.
func (sequentialRows) Fill(rows []int32, t int) {
	for i := range rows {
		rows[i] = int32(t + i - 1)
	}
}
