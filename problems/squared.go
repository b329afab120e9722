package problems

import (
	"context"

	"regret/problems/dataset"
	"regret/problems/linear"
	"regret/problems/optimum"
)

// Squared is least squares, phi(z, y) = (z-y)^2/2.
type Squared struct {
	FiniteSum
}

// Refuses says why parameters of FiniteSum mean nothing here.
func (Squared) Refuses() map[string]string { return targetsAreNumbers }

// Build loads the data, finds the certified minimizer and the constants.
func (p Squared) Build(ctx context.Context, optima *optimum.Store) (*Problem, error) {
	if err := p.Validate(); err != nil {
		return nil, err
	}
	return p.build(ctx, optima, linear.Squared{}, dataset.Regression, `\tfrac12(z_i-y_i)^2`)
}
