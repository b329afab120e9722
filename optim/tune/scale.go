// Package tune finds the best of many schedules for a theorem: the best scale of
// one schedule, the best member of a family, and the best schedule of all.
package tune

import (
	"fmt"
	"math"

	"regret/optim/bound"
)

// The grid of factors in Scale: from 2^-60 to 2^60 by sqrt(2).
const (
	doublings = 60
	fineness  = 2 // points a doubling
)

// Scale returns the factor c > 0 that makes the bound of c eta_1, ..., c eta_T at
// T = in.Horizon smallest, and that bound.
//
// It is the theorem's closed form, where it has one and applies at its factor.
// Otherwise it is searched: the bound need not fall and then rise in c, so a grid
// of log c over 36 decades comes first, and golden section around its lowest
// point second. Factors for which the theorem does not apply are left out. As in
// bound.Theorem, the factor is NaN where none makes a difference.
//
// It is an error if the theorem applies for no factor, reads a run (which other
// steps would change), is a lower bound, or is still falling at an end of the grid.
func Scale(th *bound.Theorem, in bound.Input) (scale, value float64, err error) {
	switch {
	case th.NeedsRun:
		return 0, 0, fmt.Errorf("%s reads a run, which other steps would change", th.ID)
	case th.Kind == bound.Lower:
		return 0, 0, fmt.Errorf("%s is a lower bound: no scale is best for it", th.ID)
	}
	if scale, value, ok := ClosedForm(th, in); ok {
		return scale, value, nil
	}
	return searchScale(th, in)
}

// ClosedForm returns the best factor and the bound there from the theorem's closed
// form, and whether it has one that applies at its factor. It costs a few sweeps
// over the steps, a search about two hundred.
func ClosedForm(th *bound.Theorem, in bound.Input) (scale, value float64, ok bool) {
	if th.Best == nil || th.Applies(in) != nil {
		return 0, 0, false
	}
	scale, value = th.Best(in)
	return scale, value, math.IsNaN(scale) || th.Applies(times(in, scale)) == nil
}

func searchScale(th *bound.Theorem, in bound.Input) (scale, value float64, err error) {
	at := func(log float64) float64 { return valueAt(th, times(in, math.Exp2(log))) }
	var grid, values []float64
	for i := -doublings * fineness; i <= doublings*fineness; i++ {
		grid = append(grid, float64(i)/fineness)
		values = append(values, at(float64(i)/fineness))
	}
	best := lowest(values)
	switch best {
	case -1:
		if err := th.Applies(in); err != nil {
			return 0, 0, fmt.Errorf("%s does not apply: %w", th.ID, err)
		}
		return math.NaN(), math.Inf(1), nil
	case 0, len(grid) - 1:
		if math.Abs(values[0]-values[len(grid)-1]) <= rounding*values[best] {
			return math.NaN(), values[best], nil
		}
		return 0, 0, fmt.Errorf("%s has no best scale: it is still falling at the factor %.2g", th.ID, math.Exp2(grid[best]))
	}
	log, value := refine(at, grid, best, values[best])
	return math.Exp2(log), value, nil
}

// valueAt returns the bound at T, +Inf where the theorem does not apply.
func valueAt(th *bound.Theorem, in bound.Input) float64 {
	if th.Applies(in) != nil {
		return math.Inf(1)
	}
	sum := 0.0
	for _, term := range th.Terms(in, []int{in.Horizon})[0] {
		sum += term
	}
	return sum
}

// times returns the input with its steps multiplied by a factor.
func times(in bound.Input, factor float64) bound.Input {
	in.Steps = bound.Scaled{Steps: in.Steps, Factor: factor}
	return in
}
