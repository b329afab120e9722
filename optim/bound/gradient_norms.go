package bound

import (
	"fmt"
	"math"
)

// subgradientNorms is boundedSubgradients, with a bound for each step where
// Input.GradientNorms gives one.
var subgradientNorms = Assumption{
	Name:  "bounded subgradients",
	LaTeX: `\|g_t\|\le G_t<\infty`,
	Check: func(in Input) error {
		if in.GradientNorms == nil {
			return positive("G", in.G)
		}
		norms := in
		norms.Steps = in.GradientNorms
		return everyStep(norms, func(t int, g float64) error {
			if g >= 0 && !math.IsInf(g, 1) {
				return nil
			}
			return fmt.Errorf("norm G_%d = %g is not a finite non-negative number", t, g)
		})
	},
}

// norms returns the bounds G_t, all of them G where none are given.
func (in Input) norms() Steps {
	if in.GradientNorms != nil {
		return in.GradientNorms
	}
	return constantNorm(in.G)
}

type constantNorm float64

// Fill implements Steps.
func (g constantNorm) Fill(norms []float64, _, _ int) {
	for i := range norms {
		norms[i] = float64(g)
	}
}

// squaredNorms returns sum_{s<=t} G_s^2 for every checkpoint t.
func squaredNorms(in Input, at []int) []float64 {
	in.Steps = in.norms()
	out := make([]float64, len(at))
	for k, p := range prefixes(in, at) {
		out[k] = p.Squares
	}
	return out
}
