package problems

import (
	"context"

	"regret/problems/optimum"
)

// LinfRegression is Chebyshev's approximation, F(theta) = max_i |a_i.theta - y_i|.
type LinfRegression struct {
	AffinePieces
}

// Build loads the data, finds the certified minimizer and the constants.
func (p LinfRegression) Build(ctx context.Context, optima *optimum.Store) (*Problem, error) {
	return p.build(ctx, optima, -1, true, `F(\theta)=\max_i|a_i^\top\theta-y_i|`)
}
