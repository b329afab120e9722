package sampling

import (
	"math/rand/v2"

	"regret/problems"
)

// Full takes the full subgradient of F at every step.
type Full struct{}

// Validate accepts all.
func (Full) Validate() error { return nil }

// Of implements Sampling.
func (Full) Of(p *problems.Problem) (*Law, error) {
	return plain(p, false, func(*rand.Rand) Draws { return whole{} }), nil
}

type whole struct{}

// Fill sets every row to Whole.
func (whole) Fill(rows []int32, _ int) {
	for i := range rows {
		rows[i] = Whole
	}
}
