package sampling

import (
	"math/rand/v2"

	"regret/problems"
)

// Cyclic takes the rows in the order of the data, again and again: the incremental
// (sub)gradient method of Nedic and Bertsekas (2001).
type Cyclic struct{}

// Validate accepts all.
func (Cyclic) Validate() error { return nil }

// Of implements Sampling.
func (Cyclic) Of(p *problems.Problem) (*Law, error) {
	if err := finite(p); err != nil {
		return nil, err
	}
	n := p.Objective.Len()
	return plain(p, false, func(*rand.PCG) Draws { return cycle{identity(n)} }), nil
}

// cycle repeats one order of the rows.
type cycle struct{ order []int32 }

// Fill takes row number (k-1) mod n of the order at draw k.
func (c cycle) Fill(rows []int32, k int) {
	for i := range rows {
		rows[i] = c.order[(k-1+i)%len(c.order)]
	}
}

// identity returns 0, 1, ..., n-1.
func identity(n int) []int32 {
	order := make([]int32, n)
	for i := range order {
		order[i] = int32(i)
	}
	return order
}
