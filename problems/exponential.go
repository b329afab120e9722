package problems

import (
	"context"

	"regret/problems/dataset"
	"regret/problems/linear"
	"regret/problems/optimum"
)

// Exponential is the loss of AdaBoost, phi(z, y) = exp(-yz), y in {-1, +1}.
type Exponential struct {
	FiniteSum
}

// Build loads the data, finds the certified minimizer and the constants.
func (p Exponential) Build(ctx context.Context, optima *optimum.Store) (*Problem, error) {
	if err := p.Validate(); err != nil {
		return nil, err
	}
	return p.build(ctx, optima, linear.Exponential{}, dataset.TwoClass, `e^{-y_iz_i}`)
}
