package problems

import (
	"context"
	"errors"
	"math"

	"regret/problems/dataset"
	"regret/problems/linear"
	"regret/problems/optimum"
)

// Huber is robust regression: with r = z-y, phi(z, y) = r^2/2 where
// |r| <= Delta and Delta|r| - Delta^2/2 beyond.
type Huber struct {
	FiniteSum
	Delta float64 `param:"delta" range:"(0,inf)" default:"1" doc:"residual at which the loss turns from quadratic to linear"`
}

// Refuses says why parameters of FiniteSum mean nothing here.
func (Huber) Refuses() map[string]string { return targetsAreNumbers }

// Validate asks for what FiniteSum asks, and a finite delta > 0.
func (p Huber) Validate() error {
	if err := p.FiniteSum.Validate(); err != nil {
		return err
	}
	if !(p.Delta > 0) || math.IsInf(p.Delta, 1) {
		return errors.New("delta must be finite and greater than 0")
	}
	return nil
}

// Build loads the data, finds the certified minimizer and the constants.
func (p Huber) Build(ctx context.Context, optima *optimum.Store) (*Problem, error) {
	if err := p.Validate(); err != nil {
		return nil, err
	}
	return p.build(ctx, optima, linear.Huber{Delta: p.Delta}, dataset.Regression,
		`h_\delta(z_i-y_i)`, `h_\delta(r)=\tfrac12r^2\ (|r|\le\delta),\ \delta|r|-\tfrac12\delta^2\ (|r|>\delta)`, `\delta=`+texNumber(p.Delta))
}
