package problemtest

import (
	"fmt"
	"math"
)

// optimum: F(u) is what is claimed, and nothing that a search meets lies below
// F(u) - gap. The search tries points of the domain, perturbations of u at all
// scales, and projected subgradient steps from u and from the start.
func (e *experiment) optimum() error {
	best := e.p.Optimum
	if v := e.p.Objective.Value(best.Theta); math.Abs(v-best.Value) > 1e-14*math.Abs(v) {
		return fmt.Errorf("F(u) is %.17g, claimed %.17g", v, best.Value)
	}
	if !(best.Gap >= 0) || math.IsInf(best.Gap, 1) {
		return fmt.Errorf("the gap %g certifies nothing", best.Gap)
	}
	floor := best.Value - best.Gap - 1e-14*math.Abs(best.Value)
	lowest := math.Inf(1)
	try := func(x []float64) {
		lowest = min(lowest, e.p.Objective.Value(e.project(x)))
	}
	for range e.trials {
		try(e.point())
	}
	for scale := 1.0; scale > 1e-9; scale /= 4 {
		for range 10 {
			try(along(best.Theta, scale, e.normal(e.radius)))
		}
	}
	e.descend(best.Theta, try)
	e.descend(e.p.Start, try)
	if lowest < floor {
		return fmt.Errorf("a search found F = %.17g, below F(u) - gap = %.17g - %g", lowest, best.Value, best.Gap)
	}
	return nil
}

// scale: a gap is measured against max(|F(u)|, F(theta_1) - F(u)).
func (e *experiment) scale() error {
	best := e.p.Optimum
	scale := best.Against(e.p.Objective.Value(e.p.Start)).Scale
	if best.Gap > 0 && !(math.Abs(best.Scale-scale) <= 1e-9*scale) {
		return fmt.Errorf("the gap is said to be measured against %g, but max(|F(u)|, F(theta_1) - F(u)) is %g", best.Scale, scale)
	}
	return nil
}

// descend follows normalized projected subgradients, with steps that shrink
// geometrically from the size of the region to its rounding.
func (e *experiment) descend(from []float64, try func(x []float64)) {
	x := from
	for length := e.radius; length > 1e-12*e.radius; length *= 0.9 {
		_, g := e.objective(x)
		if norm(g) == 0 {
			return
		}
		x = e.project(along(x, -length/norm(g), g))
		try(x)
	}
}
