package problems

import (
	"context"
	"errors"
	"math"

	"regret/problems/domain"
	"regret/problems/optimum"
)

// Quadratic is F(theta) = (1/2) sum_j h_j (theta_j - c_j)^2 with curvatures
// that fall geometrically from h_1 = L to h_d = L/Condition; in one dimension
// the curvature is L.
type Quadratic struct {
	Centred
	L         float64 `param:"L" range:"(0,inf)" default:"1" doc:"largest curvature"`
	Condition float64 `param:"condition" range:"[1,inf)" default:"100" doc:"ratio of the largest to the least curvature"`
}

// Validate asks for what Centred asks, a finite L > 0 and a finite condition >= 1.
func (p Quadratic) Validate() error {
	if err := errors.Join(p.Centred.Validate(), positive("L", p.L)); err != nil {
		return err
	}
	if !(p.Condition >= 1) || math.IsInf(p.Condition, 1) || p.L/p.Condition == 0 {
		return errors.New("condition must be finite and at least 1, and L/condition above 0")
	}
	return nil
}

// curvatures returns h.
func (p Quadratic) curvatures() []float64 {
	h := make([]float64, p.Dim)
	for j := range h {
		h[j] = p.L * math.Pow(p.Condition, -float64(j)/float64(max(p.Dim-1, 1)))
	}
	return h
}

// Build finds the certified minimizer and the constants.
func (p Quadratic) Build(ctx context.Context, _ *optimum.Store) (*Problem, error) {
	if err := p.Validate(); err != nil {
		return nil, err
	}
	centre, start, err := p.points()
	if err != nil {
		return nil, err
	}
	h := p.curvatures()
	what := described{
		terms: separable(h, centre), start: start,
		constants: map[string]Constant{
			"G":  p.steepest(h, centre),
			"L":  {h[0], eigenvaluesOn(p.set()), "largest curvature"},
			"mu": {h[p.Dim-1], eigenvaluesOn(p.set()), "least curvature"},
		},
		formula: `F(\theta)=\tfrac12\sum_{j=1}^dh_j(\theta_j-c_j)^2,\quad h_j=L\kappa^{-(j-1)/(d-1)},\ L=` +
			texNumber(p.L) + `,\ \kappa=` + texNumber(p.Condition) + `,\ c=` + texVector(p.Centre),
	}
	return p.problem(ctx, p, what, func() (optimum.Certificate, error) {
		return optimum.MinimizeSeparable(h, centre, p.set()), nil
	})
}

// steepest is G = sup |h (theta - c)|, exact where the supremum is at a corner or
// the ball is centred at c: a convex function is largest at an extreme point.
func (p Quadratic) steepest(h, c []float64) Constant {
	scaled := make([]float64, len(c))
	for j, v := range c {
		scaled[j] = h[j] * v
	}
	switch s := p.set().(type) {
	case domain.Box:
		for j, v := range c {
			scaled[j] = h[j] * max(math.Abs(v-s.Lo), math.Abs(v-s.Hi))
		}
		return Constant{norm(scaled), Exact, "|h (theta - c)| at the farthest corner"}
	case domain.Simplex:
		// |h (e_j - c)|^2 = |hc|^2 + h_j^2 (1 - 2c_j).
		largest := math.Inf(-1)
		for j, v := range c {
			largest = max(largest, h[j]*h[j]*(1-2*v))
		}
		square := norm(scaled)
		return Constant{math.Sqrt(max(0, square*square+largest)), Exact, "max_j |h (e_j - c)|"}
	}
	provenance := Certified
	if norm(scaled) == 0 || math.IsInf(p.set().Norm(p.Dim), 1) {
		provenance = Exact
	}
	return Constant{h[0]*p.set().Norm(p.Dim) + norm(scaled), provenance, "L sup|theta| + |h c|"}
}

// separable is the objective (1/2) sum_j h_j (theta_j - c_j)^2.
func separable(h, c []float64) single {
	return single{dim: len(h), eval: func(dst, theta []float64) float64 {
		return optimum.Separable(dst, theta, h, c)
	}}
}
