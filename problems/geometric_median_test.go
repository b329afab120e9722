package problems_test

import (
	"fmt"
	"math"
	"testing"

	"regret/problems"
	"regret/problems/dataset"
	"regret/problems/problemtest"
)

func TestGeometricMedianContract(t *testing.T) {
	for _, source := range []dataset.Source{
		dataset.Synthetic{Rows: 40, Dim: 4, Noise: 1, Condition: 10, Seed: 1}, dataset.Embedded{Name: "iris"}, dataset.Embedded{Name: "diabetes"},
	} {
		for _, set := range everySet {
			t.Run(fmt.Sprintf("%v/%v", source, set), func(t *testing.T) {
				p := build(t, problems.GeometricMedian{Data: source, Domain: set})
				problemtest.Check(t, p)
				scale := max(math.Abs(p.Optimum.Value), p.Objective.Value(p.Start)-p.Optimum.Value)
				if p.Optimum.Gap > 1e-9*scale {
					t.Errorf("gap %.3g at the scale %.3g", p.Optimum.Gap, scale)
				}
			})
		}
	}
}
