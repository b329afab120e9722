package problems

import (
	"context"
	"errors"

	"regret/problems/dataset"
	"regret/problems/domain"
	"regret/problems/linear"
	"regret/problems/optimum"
)

// Portfolio is the growth of wealth that is rebalanced every day to the fractions
// theta: phi(z) = -log z, where z_i = r_i.theta is the factor of day i and r_i
// holds the price relatives. Its domain is the simplex, and its minimizer the best
// constantly rebalanced portfolio in hindsight (Cover, Universal portfolios,
// Mathematical Finance 1(1), 1991).
type Portfolio struct {
	Data dataset.Source `param:"data" group:"datasets" doc:"price relatives, one day a row, all above 0; targets are ignored"`
	Order
}

// Validate asks for data.
func (p Portfolio) Validate() error {
	if p.Data == nil {
		return errors.New("data must be given")
	}
	return p.sum().Validate()
}

// Build loads the data, finds the certified minimizer and the constants. It is an
// error if a price relative is not above 0.
func (p Portfolio) Build(ctx context.Context, optima *optimum.Store) (*Problem, error) {
	if err := p.Validate(); err != nil {
		return nil, err
	}
	return p.sum().build(ctx, optima, linear.NegativeLog{}, dataset.PriceRelatives, `-\log z_i`)
}

func (p Portfolio) sum() FiniteSum {
	return FiniteSum{Data: p.Data, Domain: domain.Simplex{}, Preprocess: string(dataset.None), Order: p.Order}
}
