package problems

import (
	"context"
	"errors"

	"regret/problems/dataset"
	"regret/problems/domain"
	"regret/problems/linear"
	"regret/problems/optimum"
)

// Linear has the losses f_i(theta) = a_i.theta. The worst sequence of convex losses
// is one of these, as f_t(x) - f_t(u) <= g_t.(x-u) (Zinkevich, ICML 2003). Without
// ridge the domain has to be bounded for there to be a minimizer.
type Linear struct {
	Data   dataset.Source `param:"data" group:"datasets" doc:"the vectors a_i; targets are ignored, and nothing is done to the features"`
	Domain domain.Set     `param:"domain" group:"domains" doc:"convex set that theta lives in"`
	Ridge  float64        `param:"ridge" range:"[0,inf)" default:"0" doc:"lambda of the term (lambda/2)|theta|^2, a part of every f_i"`
	Order
}

// Validate asks for data, a domain and a finite ridge >= 0.
func (p Linear) Validate() error {
	if p.Domain == nil {
		return errors.New("domain must be given")
	}
	return p.sum().Validate()
}

// Build loads the data, and finds the minimizer in closed form and the constants.
func (p Linear) Build(ctx context.Context, optima *optimum.Store) (*Problem, error) {
	if err := p.Validate(); err != nil {
		return nil, err
	}
	return p.sum().build(ctx, optima, linear.Identity{}, dataset.Losses, `z_i`)
}

func (p Linear) sum() FiniteSum {
	return FiniteSum{Data: p.Data, Domain: p.Domain, Ridge: p.Ridge, Preprocess: string(dataset.None), Order: p.Order}
}
