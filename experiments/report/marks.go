package report

import (
	"math"

	"regret/experiments/analysis"
	"regret/experiments/figure"
)

// marks shows where each theorem wants the parameter on the axis, if the steps are
// proportional to it: at the value of any point times the best factor there.
func marks(all []series, bounds boundIndex) []figure.Mark {
	var marks []figure.Mark
	for i, s := range all {
		first := s.points[0]
		if !s.proportional() {
			continue
		}
		for _, b := range bounds[keyOf(first.curve)] {
			in := analysis.InputOf(first.curve.Case)
			if b.Theorem.Best == nil || b.Theorem.Applies(in) != nil {
				continue
			}
			scale, _ := b.Theorem.Best(in)
			if x := first.x * scale; x > 0 && !math.IsInf(x, 1) {
				marks = append(marks, figure.Mark{X: x, Label: "best for " + b.Theorem.ID, Curve: i})
			}
		}
	}
	return marks
}

// proportional says whether the steps of a series are proportional to the values on
// the axis.
func (s series) proportional() bool {
	step := func(p point, t int) float64 {
		var eta [1]float64
		p.curve.Case.Steps.Fill(eta[:], t, p.curve.Case.Horizon)
		return eta[0]
	}
	first := s.points[0]
	for _, p := range s.points {
		for _, t := range []int{1, (p.curve.Case.Horizon + 1) / 2} {
			if a, b := step(first, t)*p.x, step(p, t)*first.x; math.Abs(a-b) > 1e-9*math.Abs(a) {
				return false
			}
		}
	}
	return len(s.points) > 1
}
