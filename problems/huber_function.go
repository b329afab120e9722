package problems

import (
	"context"
	"errors"
	"math"

	"regret/problems/optimum"
)

// HuberFunction is the Huber function of the distance to a point,
//
//	F(theta) = (L/2) r^2        where r = |theta - c| <= Delta,
//	           L Delta r - (L/2) Delta^2 beyond.
//
// With a Delta that depends on steps and horizon it is the worst function for
// gradient descent with short steps: Drori and Teboulle, Mathematical Programming
// 145 (2014), Theorem 3.2.
type HuberFunction struct {
	Centred
	L     float64 `param:"L" range:"(0,inf)" default:"1" doc:"smoothness"`
	Delta float64 `param:"delta" range:"(0,inf)" default:"0.1" doc:"distance at which F turns from quadratic to linear"`
}

// Validate asks for what Centred asks, and finite L, delta > 0.
func (p HuberFunction) Validate() error {
	return errors.Join(p.Centred.Validate(), positive("L", p.L), positive("delta", p.Delta))
}

// Build finds the certified minimizer and the constants.
func (p HuberFunction) Build(ctx context.Context, _ *optimum.Store) (*Problem, error) {
	if err := p.Validate(); err != nil {
		return nil, err
	}
	centre, start, err := p.points()
	if err != nil {
		return nil, err
	}
	eval := radial(centre, func(r float64) (value, slope float64) {
		if r <= p.Delta {
			return p.L / 2 * r * r, p.L * r
		}
		return p.L * p.Delta * (r - p.Delta/2), p.L * p.Delta
	})
	far, provenance := farthest(p.set(), centre)
	mu := Constant{0, onRays(p.set(), centre), "the function is linear far out"}
	if far <= p.Delta {
		mu = Constant{p.L, Exact, "the function is quadratic on the domain"}
	}
	smoothness := Constant{p.L, Certified, "the second derivative at c, which is outside the domain"}
	if p.set().Contains(centre, 0) {
		smoothness = Constant{p.L, Exact, "the second derivative at c"}
	}
	what := described{
		terms: eval, start: start,
		constants: map[string]Constant{
			"G":  {p.L * min(p.Delta, far), provenance, "L min(delta, sup|theta - c|)"},
			"L":  smoothness,
			"mu": mu,
		},
		formula: `F(\theta)=\tfrac L2r^2\ (r\le\delta),\ L\delta r-\tfrac L2\delta^2\ (r>\delta),\quad r=\|\theta-c\|,\ L=` +
			texNumber(p.L) + `,\ \delta=` + texNumber(p.Delta) + `,\ c=` + texVector(p.Centre),
	}
	return p.problem(ctx, p, what, func() (optimum.Certificate, error) { return nearest(p.set(), eval, centre), nil })
}

func positive(name string, value float64) error {
	if !(value > 0) || math.IsInf(value, 1) {
		return errors.New(name + " must be finite and greater than 0")
	}
	return nil
}
