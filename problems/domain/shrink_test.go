package domain_test

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"regret/problems/domain"
)

// No point of the set has a smaller |x'-x|^2/2 + k|x'|_1 than Project(Shrink(x)),
// nor a smaller <x, x'> + k|x'|_1 than MinimizeLinear(Shrink(x)). Lengths are in
// units of the set's size.
func TestShrinkGivesTheMinimizers(t *testing.T) {
	forEach(t, func(t *testing.T, s domain.Set, d int, random *rand.Rand) {
		size := s.Norm(d)
		if size > 1e150 || size < 1e-150 {
			return // squares overflow
		}
		for range draws {
			x, k := normal(random, s, d), size*math.Exp(3*random.NormFloat64())
			near, low := slices.Clone(x), make([]float64, d)
			s.Shrink(near, k)
			s.MinimizeLinear(low, near)
			s.Project(near)
			y := member(random, s, d)
			for _, step := range []float64{1, 0.1, 1e-3} {
				if a, b := proximal(x, near, k), proximal(x, toward(near, y, step), k); a > b*(1+1e-12) {
					t.Fatalf("k = %g: %.17g at the proximal point, %.17g at a step %g from it", k, a, b, step)
				}
			}
			if a, b := penalized(x, low, k), penalized(x, y, k); a > b+1e-12*(norm(x, 1)+k*math.Sqrt(float64(d)))*size {
				t.Fatalf("k = %g: %.17g at the linear minimizer, %.17g at a member", k, a, b)
			}
		}
	})
}

func toward(x, y []float64, step float64) []float64 {
	out := make([]float64, len(x))
	for j := range x {
		out[j] = x[j] + step*(y[j]-x[j])
	}
	return out
}

func proximal(x, y []float64, k float64) float64 {
	sum := 0.0
	for j := range x {
		sum += (x[j]-y[j])*(x[j]-y[j])/2 + k*math.Abs(y[j])
	}
	return sum
}

func penalized(g, y []float64, k float64) float64 {
	sum := 0.0
	for j := range g {
		sum += g[j]*y[j] + k*math.Abs(y[j])
	}
	return sum
}

// On the simplex |x|_1 = 1, so thresholding first would be wrong.
func TestShrinkByHand(t *testing.T) {
	for _, c := range []struct {
		set  domain.Set
		x, p []float64
	}{
		{domain.WholeSpace{}, []float64{3, -0.5, -4}, []float64{1, 0, -2}},
		{domain.Ball{Radius: 1}, []float64{5, 1, -6}, []float64{0.6, 0, -0.8}},
		{domain.Box{Lo: -1, Hi: 1.5}, []float64{3, 1, -4}, []float64{1, 0, -1}},
		{domain.Box{Lo: 1, Hi: 2}, []float64{3.5, -4, 9}, []float64{1.5, 1, 2}},
		{domain.Simplex{}, []float64{-0.5, -2, -5}, []float64{1, 0, 0}},
	} {
		x := slices.Clone(c.x)
		c.set.Shrink(x, 2)
		c.set.Project(x)
		for j := range x {
			if math.Abs(x[j]-c.p[j]) > 1e-15 {
				t.Errorf("%v: %v goes to %v, want %v", c.set, c.x, x, c.p)
				break
			}
		}
	}
}
