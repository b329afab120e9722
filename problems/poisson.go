package problems

import (
	"context"

	"regret/problems/dataset"
	"regret/problems/linear"
	"regret/problems/optimum"
)

// Poisson is Poisson regression with the logarithmic link, phi(z, y) = e^z - yz,
// y >= 0: the negative log-likelihood less log y!. Targets are not centred.
type Poisson struct {
	FiniteSum
}

// Refuses says why parameters of FiniteSum mean nothing here.
func (Poisson) Refuses() map[string]string { return targetsAreNumbers }

// Build loads the data, finds the certified minimizer and the constants. It is an
// error if a target is negative.
func (p Poisson) Build(ctx context.Context, optima *optimum.Store) (*Problem, error) {
	if err := p.Validate(); err != nil {
		return nil, err
	}
	return p.build(ctx, optima, linear.Poisson{}, dataset.Counts, `\bigl(e^{z_i}-y_iz_i\bigr)`)
}
