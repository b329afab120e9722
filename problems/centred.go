package problems

import (
	"math"

	"regret/problems/domain"
	"regret/problems/linear"
)

// Centred holds what test functions with their minimum over R^d at a point c
// have in common.
type Centred struct {
	Function
	Centre []float64 `param:"centre" range:"(-inf,inf)" default:"[0]" doc:"c: one number for all coordinates, or dim numbers"`
	Start  []float64 `param:"start" range:"(-inf,inf)" default:"[1]" doc:"theta_1, then projected: one number for all coordinates, or dim numbers"`
}

// Validate asks for what Function asks, and for lists of one or dim finite numbers.
func (c Centred) Validate() error {
	if err := c.Function.Validate(); err != nil {
		return err
	}
	_, _, err := c.points()
	return err
}

// points returns centre and start, not yet projected.
func (c Centred) points() (centre, start []float64, err error) {
	if centre, err = c.fullSize(c.Centre, "centre"); err != nil {
		return nil, nil, err
	}
	start, err = c.fullSize(c.Start, "start")
	return centre, start, err
}

// farthest returns sup |x - c| over the set, attained where the result is exact:
// by a point opposite to c on a ball, at a corner of a box or of the simplex.
func farthest(set domain.Set, c []float64) (length float64, provenance Provenance) {
	d := len(c)
	switch s := set.(type) {
	case domain.Box:
		var sum linear.Sum
		for _, v := range c {
			away := max(math.Abs(v-s.Lo), math.Abs(v-s.Hi))
			sum.Add(away * away)
		}
		return math.Sqrt(sum.Value()), Exact
	case domain.Simplex:
		least := math.Inf(1)
		for _, v := range c {
			least = min(least, v)
		}
		var sum linear.Sum // |e_j - c|^2 = |c|^2 - 2c_j + 1
		for _, v := range c {
			sum.Add(v * v)
		}
		sum.Add(-2 * least)
		sum.Add(1)
		return math.Sqrt(sum.Value()), Exact
	case domain.Ball, domain.WholeSpace:
		return norm(c) + set.Norm(d), Exact
	}
	return norm(c) + set.Norm(d), Certified
}
