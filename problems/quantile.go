package problems

import (
	"context"
	"errors"

	"regret/problems/dataset"
	"regret/problems/linear"
	"regret/problems/optimum"
)

// Quantile is quantile regression,
// phi(z, y) = Tau (y-z)_+ + (1-Tau) (z-y)_+.
type Quantile struct {
	FiniteSum
	Tau float64 `param:"tau" range:"(0,1)" default:"0.5" doc:"level of the quantile; 0.5 is half the absolute loss"`
}

// Refuses says why parameters of FiniteSum mean nothing here.
func (Quantile) Refuses() map[string]string { return targetsAreNumbers }

// Validate asks for what FiniteSum asks, and 0 < tau < 1.
func (p Quantile) Validate() error {
	if err := p.FiniteSum.Validate(); err != nil {
		return err
	}
	if !(p.Tau > 0 && p.Tau < 1) {
		return errors.New("tau must lie strictly between 0 and 1")
	}
	return nil
}

// Build loads the data, finds the certified minimizer and the constants.
func (p Quantile) Build(ctx context.Context, optima *optimum.Store) (*Problem, error) {
	if err := p.Validate(); err != nil {
		return nil, err
	}
	return p.build(ctx, optima, linear.Quantile{Tau: p.Tau}, dataset.Regression,
		`\bigl[\tau(y_i-z_i)_++(1-\tau)(z_i-y_i)_+\bigr]`, `\tau=`+texNumber(p.Tau))
}
