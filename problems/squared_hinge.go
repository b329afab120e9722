package problems

import (
	"context"

	"regret/problems/dataset"
	"regret/problems/linear"
	"regret/problems/optimum"
)

// SquaredHinge is the support vector machine with squared errors,
// phi(z, y) = max(0, 1-yz)^2, y in {-1, +1}, without a factor 1/2 as in LIBLINEAR.
type SquaredHinge struct {
	FiniteSum
}

// Build loads the data, finds the certified minimizer and the constants.
func (p SquaredHinge) Build(ctx context.Context, optima *optimum.Store) (*Problem, error) {
	if err := p.Validate(); err != nil {
		return nil, err
	}
	return p.build(ctx, optima, linear.SquaredHinge{}, dataset.TwoClass, `\max(0,\,1-y_iz_i)^2`)
}
