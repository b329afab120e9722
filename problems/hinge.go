package problems

import (
	"context"

	"regret/problems/dataset"
	"regret/problems/linear"
	"regret/problems/optimum"
)

// Hinge is the linear support vector machine, phi(z, y) = max(0, 1-yz), y in {-1, +1}.
type Hinge struct {
	FiniteSum
}

// Build loads the data, finds the certified minimizer and the constants.
func (p Hinge) Build(ctx context.Context, optima *optimum.Store) (*Problem, error) {
	if err := p.Validate(); err != nil {
		return nil, err
	}
	return p.build(ctx, optima, linear.Hinge{}, dataset.TwoClass, `\max(0,\,1-y_iz_i)`)
}
