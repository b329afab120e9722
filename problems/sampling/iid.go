package sampling

import (
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
		return plain(p, true, func(*rand.Rand) Draws { return fresh{} }), nil
	}
	n := uint32(p.Objective.Len())
	return plain(p, true, func(random *rand.Rand) Draws { return &uniform{random, n} }), nil
}

// uniform draws from 0..n-1.
type uniform struct {
	random *rand.Rand
	n      uint32
}

// Fill draws the next len(rows) rows.
func (u *uniform) Fill(rows []int32, _ int) {
	for i := range rows {
		rows[i] = int32(u.random.Uint32N(u.n))
	}
}
