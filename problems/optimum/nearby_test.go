package optimum

import (
	"context"
	"errors"
	"math"
	"math/rand/v2"
	"testing"

	"regret/problems/domain"
	"regret/problems/linear"
)

// Small integer data are often separable but for a few rows, so that minimizers form
// an unbounded set. One of them lies in a ball, where F* is proved in another way.
func TestUnboundedMinimizers(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 4))
	const radius = 1000
	for range 300 {
		rows, y := integers(random)
		for _, loss := range []linear.Loss{linear.Hinge{}, linear.SquaredHinge{}} {
			m := &linear.Model{Rows: rows, Y: y, Loss: loss}
			c, err := Minimize(context.Background(), m, domain.WholeSpace{})
			if err != nil {
				t.Errorf("%T on %v, %v: %v", loss, *rows, y, err)
				continue
			}
			inside, err := Minimize(context.Background(), m, domain.Ball{Radius: radius})
			if err != nil {
				t.Fatal(err)
			}
			if !c.Met() || c.Lower() > inside.Value || inside.Lower() > c.Value {
				t.Errorf("%T on %v, %v: F* within %g of %g, in a ball within %g of %g", loss, *rows, y, c.Gap, c.Value, inside.Gap, inside.Value)
			}
		}
	}
}

// integers draws up to 8 rows of up to 4 features -1, 0 and 1, not all of them 0.
func integers(random *rand.Rand) (*linear.Dense, []float64) {
	n, d := 2+random.IntN(7), 1+random.IntN(4)
	rows, y := &linear.Dense{N: n, D: d, Data: make([]float64, n*d)}, make([]float64, n)
	for k := range rows.Data {
		rows.Data[k] = float64(random.IntN(3) - 1)
	}
	rows.Data[0] = 1
	for i := range y {
		y[i] = float64(2*random.IntN(2) - 1)
	}
	return rows, y
}

func TestUnboundedMinimizersOfMaxima(t *testing.T) {
	random := rand.New(rand.NewPCG(5, 6))
	const radius = 1000
	attained := 0
	for range 300 {
		rows, _ := integers(random)
		offsets := make([]float64, rows.N)
		for i := range offsets {
			offsets[i] = float64(random.IntN(5) - 2)
		}
		m := &linear.Maximum{Rows: rows, Offsets: offsets}
		inside, err := minimizeMaximum(context.Background(), m, domain.Ball{Radius: radius})
		if err != nil {
			t.Errorf("%v, %v: %v", *rows, offsets, err)
			continue
		}
		falls := inside.Value < -20 // no vertex is lower
		c, err := minimizeMaximum(context.Background(), m, domain.WholeSpace{})
		switch {
		case falls && !errors.Is(err, ErrUnbounded):
			t.Errorf("%v, %v: %v, but at 1000 from 0 it is %g", *rows, offsets, err, inside.Value)
		case !falls && err != nil:
			t.Errorf("%v, %v: %v, but at 1000 from 0 it is %g", *rows, offsets, err, inside.Value)
		case !falls && (!c.Met() || math.Abs(c.Value-inside.Value) > c.Gap+inside.Gap+1e-12):
			t.Errorf("%v, %v: F* within %g of %g, in a ball within %g of %g", *rows, offsets, c.Gap, c.Value, inside.Gap, inside.Value)
		case !falls:
			attained++
		}
	}
	if attained < 50 {
		t.Errorf("only %d of 300 maxima have a minimum", attained)
	}
}
