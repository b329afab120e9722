package sampling

import (
	"math/rand/v2"

	"regret/problems"
)

// Shuffle takes every row once an epoch of n draws, in a fresh random order each
// epoch: random reshuffling.
type Shuffle struct{}

// Validate accepts all.
func (Shuffle) Validate() error { return nil }

// Of implements Sampling.
func (Shuffle) Of(p *problems.Problem) (*Law, error) {
	if err := finite(p); err != nil {
		return nil, err
	}
	n := p.Objective.Len()
	return plain(p, true, func(source *rand.PCG) Draws {
		return &reshuffle{random: rand.New(source), order: identity(n)}
	}), nil
}

// reshuffle permutes its order whenever an epoch begins.
type reshuffle struct {
	random *rand.Rand
	order  []int32
}

// Fill takes the next len(rows) rows.
func (s *reshuffle) Fill(rows []int32, k int) {
	n := len(s.order)
	for i := range rows {
		at := (k - 1 + i) % n
		if at == 0 {
			permute(s.order, s.random)
		}
		rows[i] = s.order[at]
	}
}

// ShuffleOnce takes the rows in one random order, again and again.
type ShuffleOnce struct{}

// Validate accepts all.
func (ShuffleOnce) Validate() error { return nil }

// Of implements Sampling.
func (ShuffleOnce) Of(p *problems.Problem) (*Law, error) {
	if err := finite(p); err != nil {
		return nil, err
	}
	n := p.Objective.Len()
	return plain(p, true, func(source *rand.PCG) Draws {
		order := identity(n)
		permute(order, rand.New(source))
		return cycle{order}
	}), nil
}

// permute brings rows into a uniformly random order (Fisher and Yates). It is not
// rand.Shuffle, whose way of drawing Go does not promise to keep.
func permute(order []int32, random *rand.Rand) {
	for i := len(order) - 1; i > 0; i-- {
		j := random.Uint32N(uint32(i + 1))
		order[i], order[j] = order[j], order[i]
	}
}
