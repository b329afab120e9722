package problems

import (
	"context"

	"regret/problems/dataset"
	"regret/problems/linear"
	"regret/problems/optimum"
)

// Logistic is logistic regression, phi(z, y) = log(1+exp(-yz)), y in {-1, +1}.
type Logistic struct {
	FiniteSum
}

// Build loads the data, finds the certified minimizer and the constants.
func (p Logistic) Build(ctx context.Context, optima *optimum.Store) (*Problem, error) {
	if err := p.Validate(); err != nil {
		return nil, err
	}
	return p.build(ctx, optima, linear.Logistic{}, dataset.TwoClass, `\log\bigl(1+e^{-y_iz_i}\bigr)`)
}
