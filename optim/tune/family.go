package tune

import (
	"fmt"
	"math"
	"slices"

	"regret/optim/bound"
)

// Point is one member of a family of schedules at its own best scale.
type Point struct {
	X     float64 // the parameter
	Scale float64 // factor on the steps that were built for X; NaN where none makes a difference
	Value float64 // the bound; +Inf where it is vacuous or does not apply
	Why   string  // why the theorem does not apply, or empty
}

// Optimum is the best member of a family.
type Optimum struct {
	Point
	// Curve is the family by increasing X: the values that were tried, and the
	// best one.
	Curve []Point
	// Tied are the values tried that are as good as the best, if there are several.
	// The best is the first of them, and Flat says that it is all of them.
	Tied []float64
	Flat bool
}

// gridPoints is how many values of the parameter Family tries before it refines.
const gridPoints = 101

// Family finds the value x in [lo, hi] of a family's parameter whose schedule has
// the smallest bound at T = in.Horizon, each schedule at its own best scale (see
// Scale): a cooldown fraction, say, or the power of a decay. in.Steps is not read.
//
// It tries 101 evenly spaced values and then searches, by golden section, between
// the neighbours of the best: a dip of the curve that is narrower than the spacing
// may be missed.
func Family(build func(x float64) (bound.Steps, error), lo, hi float64, th *bound.Theorem, in bound.Input) (Optimum, error) {
	if !(lo < hi && !math.IsInf(hi-lo, 0)) {
		return Optimum{}, fmt.Errorf("no range from %g to %g", lo, hi)
	}
	grid := make([]float64, gridPoints)
	for i := range grid {
		grid[i] = lo + (hi-lo)*float64(i)/(gridPoints-1)
	}
	grid[gridPoints-1] = hi
	best, err := Among(build, grid, th, in)
	if err != nil {
		return Optimum{}, err
	}
	var failure error
	x, _ := refine(func(x float64) float64 {
		p, err := member(build, x, th, in)
		if err != nil {
			failure = err
			return math.Inf(1)
		}
		return p.Value
	}, grid, slices.Index(grid, best.X), best.Value)
	if failure != nil {
		return Optimum{}, failure
	}
	if x == best.X {
		return best, nil
	}
	best.Point, err = member(build, x, th, in)
	best.Tied, best.Flat = nil, false
	at := 1 + slices.IndexFunc(grid[1:], func(tried float64) bool { return tried > x })
	best.Curve = slices.Insert(best.Curve, at, best.Point)
	return best, err
}

// Among finds the best of the given values of a family's parameter, which must
// increase: a warmup of 1, 2, 4, ... steps, say. Otherwise it is Family.
func Among(build func(x float64) (bound.Steps, error), xs []float64, th *bound.Theorem, in bound.Input) (Optimum, error) {
	var best Optimum
	values := make([]float64, len(xs))
	for i, x := range xs {
		if i > 0 && !(x > xs[i-1]) {
			return Optimum{}, fmt.Errorf("values must increase, but %g follows %g", x, xs[i-1])
		}
		p, err := member(build, x, th, in)
		if err != nil {
			return Optimum{}, err
		}
		best.Curve = append(best.Curve, p)
		values[i] = p.Value
	}
	at := lowest(values)
	if at < 0 {
		return Optimum{}, noneApplies(th, best.Curve)
	}
	best.Point = best.Curve[at]
	for i, x := range xs {
		if values[i] <= best.Value*(1+rounding) {
			best.Tied = append(best.Tied, x)
		}
	}
	best.Flat = len(best.Tied) == len(xs)
	if len(best.Tied) == 1 {
		best.Tied = nil
	}
	return best, nil
}

// member returns the schedule of one value at its best scale.
func member(build func(x float64) (bound.Steps, error), x float64, th *bound.Theorem, in bound.Input) (Point, error) {
	steps, err := build(x)
	if err != nil {
		return Point{}, fmt.Errorf("no schedule at %g: %w", x, err)
	}
	in.Steps = steps
	p := Point{X: x}
	if p.Scale, p.Value, err = Scale(th, in); err != nil {
		p.Scale, p.Value, p.Why = math.NaN(), math.Inf(1), err.Error()
	}
	return p, nil
}

func noneApplies(th *bound.Theorem, curve []Point) error {
	for _, p := range curve {
		if p.Why != "" {
			return fmt.Errorf("no schedule of the family has a bound: at %g, %s", p.X, p.Why)
		}
	}
	return fmt.Errorf("%s is infinite for all schedules of the family", th.ID)
}

// Note says in words what the numbers do not show: that the curve is flat, has
// several best points, or falls up to an end of the range. It is empty otherwise.
func (o Optimum) Note() string {
	first, last := o.Curve[0].X, o.Curve[len(o.Curve)-1].X
	switch {
	case o.Flat:
		return fmt.Sprintf("flat: the bound is the same for all values tried from %.4g to %.4g", first, last)
	case o.Tied != nil:
		return fmt.Sprintf("a tie: %d values tried, from %.4g to %.4g, are equally good", len(o.Tied), o.Tied[0], o.Tied[len(o.Tied)-1])
	case o.X == first || o.X == last:
		return fmt.Sprintf("the best value, %.4g, is an end of the range", o.X)
	}
	return ""
}
