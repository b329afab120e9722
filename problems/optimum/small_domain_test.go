package optimum

import (
	"context"
	"math"
	"math/rand/v2"
	"testing"

	"regret/problems/domain"
	"regret/problems/linear"
)

// On a small domain F(theta_1) - F* is far less than |F*|. No point of it, the end of
// the steepest descent among them, is below F(u) by more than rounding of F.
func TestSmallDomains(t *testing.T) {
	const size = 1e-6
	for _, loss := range losses {
		m := random(200, 8, loss.loss, loss.sign, 0)
		if !loss.sign {
			for i := range m.Y {
				m.Y[i] += 100
			}
		}
		for _, set := range []domain.Set{domain.Ball{Radius: size}, domain.Box{Lo: -size, Hi: size}, domain.Box{Lo: 1, Hi: 1 + size}} {
			c, err := Minimize(context.Background(), m, set)
			if err != nil || !c.Met() {
				t.Errorf("%T on %v: %v, relative %g", loss.loss, set, err, c.Relative())
				continue
			}
			below := c.Value - lowest(m, set, size)
			if most := 16 * rounding * math.Abs(c.Value); below > most {
				t.Errorf("%T on %v: F(u) = %g, gap %g, but a point is lower by %g", loss.loss, set, c.Value, c.Gap, below)
			}
		}
	}
}

// lowest is the least value at random points, and at the ends of steps along the
// negative gradient from each.
func lowest(m *linear.Model, set domain.Set, size float64) float64 {
	random := rand.New(rand.NewPCG(8, 9))
	least := math.Inf(1)
	x, g := make([]float64, m.Dim()), make([]float64, m.Dim())
	for range 100 {
		for j := range x {
			x[j] += size * random.NormFloat64()
		}
		set.Project(x)
		least = min(least, m.FullSubgradient(g, x))
		addScaled(x, -100*size/math.Sqrt(linear.Dot(g, g)), g)
		set.Project(x)
		least = min(least, m.Value(x))
	}
	return least
}
