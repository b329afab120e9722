package runner

import (
	"fmt"
	"math/rand/v2"

	"regret/optim"
)

// The samplings of a case.
const (
	iid      = "iid"
	full     = "full"
	sequence = "sequence"
)

// newRows returns the rows that a run sees.
func newRows(r *run) (optim.Rows, error) {
	n := r.c.Instance.Objective.Len()
	switch r.c.Sampling {
	case iid:
		if r.c.Instance.Stream != nil {
			return sequentialRows{}, nil // sample t at step t, see newObjective
		}
		return newUniformRows(r.seed, r.c.Instance.Content, r.repetition, n), nil
	case full:
		return wholeRows{}, nil
	case sequence:
		if r.c.Horizon > n {
			return nil, fmt.Errorf("horizon %d is beyond the sequence of %d losses", r.c.Horizon, n)
		}
		return sequentialRows{}, nil
	}
	return nil, fmt.Errorf("unknown sampling %q", r.c.Sampling)
}

// uniformRows draws rows independently and uniformly from 0..n-1, with
// replacement. The stream depends on neither horizon nor blocks, so a short run
// sees a prefix of what a long one sees.
type uniformRows struct {
	random *rand.Rand
	n      uint32
}

// newUniformRows keys the stream by what the samples belong to: runs on the
// same data with the same seed and repetition see the same rows, whatever their
// loss, domain, method or schedule, so that comparisons are paired.
func newUniformRows(seed uint64, content string, repetition, n int) *uniformRows {
	key := streamKey(seed, content, iid, repetition)
	return &uniformRows{random: rand.New(rand.NewPCG(key[0], key[1])), n: uint32(n)}
}

// Fill draws the next len(rows) rows.
func (u *uniformRows) Fill(rows []int32, _ int) {
	for i := range rows {
		rows[i] = int32(u.random.Uint32N(u.n))
	}
}

// wholeRows takes the full subgradient of F at every step.
type wholeRows struct{}

// Fill sets every row to optim.Whole.
func (wholeRows) Fill(rows []int32, _ int) {
	for i := range rows {
		rows[i] = optim.Whole
	}
}

// sequentialRows takes the losses of an online problem, or the samples of a
// population, in order: row t-1 at step t.
type sequentialRows struct{}

// Fill sets rows[i] to t+i-1.
func (sequentialRows) Fill(rows []int32, t int) {
	for i := range rows {
		rows[i] = int32(t + i - 1)
	}
}
