package problems

import (
	"context"
	"math"

	"regret/problems/optimum"
)

// Norm is the Euclidean distance to a point, F(theta) = |theta - c|; |theta| on
// the line with c = 0. Its minimum over a domain is at the projection of c.
type Norm struct {
	Centred
}

// Build finds the certified minimizer and the constants.
func (p Norm) Build(ctx context.Context, _ *optimum.Store) (*Problem, error) {
	if err := p.Validate(); err != nil {
		return nil, err
	}
	centre, start, err := p.points()
	if err != nil {
		return nil, err
	}
	eval := radial(centre, func(r float64) (value, slope float64) { return r, 1 })
	kink := Constant{math.Inf(1), Certified, "the function has a kink at c, outside the domain"}
	if p.set().Contains(centre, 0) {
		kink = Constant{math.Inf(1), Exact, "the function has a kink"}
	}
	what := described{
		terms: eval, start: start,
		constants: map[string]Constant{
			"G":  {1, Exact, "|theta - c| has unit subgradients but at c, where 0 is taken"},
			"L":  kink,
			"mu": {0, onRays(p.set(), centre), "the function is linear along rays from c"},
		},
		formula: `F(\theta)=\|\theta-c\|,\quad c=` + texVector(p.Centre),
	}
	return p.problem(ctx, p, what, func() (optimum.Certificate, error) { return nearest(p.set(), eval, centre), nil })
}
