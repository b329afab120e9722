package problems

import (
	"context"

	"regret/problems/optimum"
)

// MaxAffine is the maximum of affine functions F(theta) = max_i (a_i.theta + y_i).
type MaxAffine struct {
	AffinePieces
}

// Build loads the data, finds the certified minimizer and the constants. The error
// is optimum.ErrUnbounded if all pieces fall for ever in one direction.
func (p MaxAffine) Build(ctx context.Context, optima *optimum.Store) (*Problem, error) {
	return p.build(ctx, optima, 1, false, `F(\theta)=\max_i\,(a_i^\top\theta+y_i)`)
}
