package optimum

import (
	"context"
	"fmt"
	"testing"

	"regret/problems/domain"
	"regret/problems/linear"
)

// A minimizer well inside a large set is certified as on the whole space: the Fenchel gap there
// is the rounding of a gradient times the diameter.
func TestLargeSetsAreProvedFromInside(t *testing.T) {
	for _, loss := range []linear.Loss{linear.SquaredHinge{}, linear.Logistic{}, linear.Squared{}} {
		for _, set := range []domain.Set{domain.Ball{Radius: 1e4}, domain.Ball{Radius: 1e6}, domain.Box{Lo: -1e6, Hi: 1e6}} {
			t.Run(fmt.Sprintf("%T/%v", loss, set), func(t *testing.T) {
				m := random(60, 6, loss, true, 0)
				c, err := Minimize(context.Background(), m, set)
				if err != nil {
					t.Fatal(err)
				}
				if c.Gap > SmoothTarget*c.Scale {
					t.Errorf("gap %.2g of the scale, by %s", c.Gap/c.Scale, c.Method)
				}
				whole, err := Minimize(context.Background(), m, domain.WholeSpace{})
				if err != nil {
					t.Fatal(err)
				}
				if diff := c.Value - whole.Value; diff > c.Gap+whole.Gap || -diff > c.Gap+whole.Gap {
					t.Errorf("F* is %v, on the whole space %v", c.Value, whole.Value)
				}
			})
		}
	}
}
