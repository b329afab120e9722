package optimum

import (
	"math"
	"math/rand/v2"
	"testing"

	"regret/problems/domain"
)

// The tangent's gap is at least the excess at any point, and F* is right where the
// optimality conditions are solved by another way: projected gradient descent.
func TestTangentGapOfSeparableFunctions(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	h, c := make([]float64, 6), make([]float64, 6)
	for j := range h {
		h[j], c[j] = math.Pow(5, -float64(j)/5), r.NormFloat64()
	}
	for _, set := range []domain.Set{domain.WholeSpace{}, domain.Ball{Radius: 0.5}, domain.Ball{Radius: 50}, domain.Box{Lo: -0.2, Hi: 0.3}, domain.Simplex{}} {
		best := MinimizeSeparable(h, c, set)
		x, g := make([]float64, 6), make([]float64, 6)
		set.Project(x)
		for range 2000 {
			Separable(g, x, h, c)
			addScaled(x, -1, g) // 1/L
			set.Project(x)
		}
		agree(t, best, Separable(nil, x, h, c), 1e-13)
		if best.Gap > 1e-14 {
			t.Errorf("%v: gap %g", set, best.Gap)
		}
		for range 50 {
			for j := range x {
				x[j] = 2 * r.NormFloat64()
			}
			set.Project(x)
			value := Separable(g, x, h, c)
			if gap := TangentGap(set, x, g, value, 0.2); gap < value-best.Value {
				t.Errorf("%v: gap %g at a point with the excess %g", set, gap, value-best.Value)
			}
		}
	}
	if gap := TangentGap(domain.WholeSpace{}, []float64{1}, []float64{1}, 0, 0); !math.IsInf(gap, 1) {
		t.Errorf("a linear function on the line has the gap %g", gap)
	}
}
