package sampling

import (
	"math/bits"
	"math/rand/v2"

	"regret/problems"
)

// IID draws rows independently and uniformly, with replacement. On a population
// it takes fresh samples.
type IID struct{}

// Validate accepts all.
func (IID) Validate() error { return nil }

// Of implements Sampling.
func (IID) Of(p *problems.Problem) (*Law, error) {
	if p.Stream != nil {
		return plain(p, true, func(*rand.PCG) Draws { return fresh{} }), nil
	}
	n := p.Objective.Len()
	return plain(p, true, func(source *rand.PCG) Draws { return &uniform{source, uint64(n)} }), nil
}

// uniform draws from 0..n-1. It holds the source itself, and not a rand.Rand, as a draw
// would take longer than all else that a short step does.
type uniform struct {
	source *rand.PCG
	n      uint64
}

// Fill draws the next len(rows) rows, those that rand.Rand.Uint64N gives.
func (u *uniform) Fill(rows []int32, _ int) {
	for i := range rows {
		rows[i] = int32(u.draw())
	}
}

// draw is exactly uniform. Lemire, "Fast random integer generation in an interval", ACM
// Transactions on Modeling and Computer Simulation 29 (2019).
func (u *uniform) draw() uint64 {
	x := u.source.Uint64()
	if u.n&(u.n-1) == 0 {
		return x & (u.n - 1)
	}
	high, low := bits.Mul64(x, u.n)
	for low < u.n && low < -u.n%u.n {
		high, low = bits.Mul64(u.source.Uint64(), u.n)
	}
	return high
}
