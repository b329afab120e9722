package problems

import (
	"context"

	"regret/problems/dataset"
	"regret/problems/linear"
	"regret/problems/optimum"
)

// Absolute is least absolute deviations, phi(z, y) = |z-y|.
type Absolute struct {
	FiniteSum
}

// Refuses says why parameters of FiniteSum mean nothing here.
func (Absolute) Refuses() map[string]string { return targetsAreNumbers }

// Build loads the data, finds the certified minimizer and the constants.
func (p Absolute) Build(ctx context.Context, optima *optimum.Store) (*Problem, error) {
	if err := p.Validate(); err != nil {
		return nil, err
	}
	return p.build(ctx, optima, linear.Absolute{}, dataset.Regression, `|z_i-y_i|`)
}
