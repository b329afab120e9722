package runner

import (
	"math/rand/v2"

	"regret/experiments/config"
	"regret/optim"
)

// newRows returns the rows that a run sees.
func newRows(r *run) (optim.Rows, error) {
	if err := r.c.CheckHorizon(); err != nil {
		return nil, err
	}
	if r.c.Sampling.Kind == config.Sequence {
		return sequentialRows{}, nil
	}
	return r.c.Sampling.Law.Draws(newSource(r.seed, r.c.Instance.Content, r.c.Sampling.Spec, r.repetition)), nil
}

// newSource keys the stream by what the samples belong to: runs on the same data with
// the same sampling, seed and repetition see the same rows, whatever their loss,
// domain, method or schedule, so that comparisons are paired. (The rows of importance
// sampling follow its probabilities too.)
func newSource(seed uint64, content, sampling string, repetition int) *rand.PCG {
	key := streamKey(seed, content, sampling, repetition)
	return rand.NewPCG(key[0], key[1])
}

// sequentialRows takes the losses of an online problem in order: row t-1 at step t.
type sequentialRows struct{}

// Fill sets rows[i] to t+i-1.
func (sequentialRows) Fill(rows []int32, t int) {
	for i := range rows {
		rows[i] = int32(t + i - 1)
	}
}
