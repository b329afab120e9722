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

// drawn returns rows of the rank 4, the last of 5 columns being the sum of two others,
// with classes drawn with no regard to them.
func drawn(n, classes int) *linear.Softmax {
	random := rand.New(rand.NewPCG(11, uint64(classes)))
	rows, class := &linear.Dense{N: n, D: 5, Data: make([]float64, 5*n)}, make([]int, n)
	for i := range n {
		row := rows.Row(i)
		for j := range 4 {
			row[j] = random.NormFloat64()
		}
		row[4] = row[0] + row[1]
		class[i] = random.IntN(classes)
	}
	return &linear.Softmax{Rows: rows, Class: class, K: classes}
}

// With two classes it is logistic regression with theta = W_1 - W_0.
func TestSoftmaxOfTwoClassesIsLogistic(t *testing.T) {
	m := drawn(80, 2)
	c, err := MinimizeSoftmax(context.Background(), m, domain.WholeSpace{})
	if err != nil {
		t.Fatal(err)
	}
	y := make([]float64, m.Len())
	for i, class := range m.Class {
		y[i] = float64(2*class - 1)
	}
	two, err := Minimize(context.Background(), &linear.Model{Rows: m.Rows, Y: y, Loss: linear.Logistic{}}, domain.WholeSpace{})
	if err != nil {
		t.Fatal(err)
	}
	if !c.Met() || math.Abs(c.Value-two.Value) > c.Gap+two.Gap {
		t.Errorf("F* within %g of %.17g, logistic within %g of %.17g", c.Gap, c.Value, two.Gap, two.Value)
	}
	for j, v := range two.Theta {
		if difference := c.Theta[5+j] - c.Theta[j]; math.Abs(difference-v) > 1e-7 {
			t.Errorf("W_1 - W_0 has the coordinate %g, logistic %g", difference, v)
		}
	}
}

// A little ridge moves F* by no more than its term at the minimizer, and the gap of
// any point is at least its excess.
func TestSoftmaxWithoutRidge(t *testing.T) {
	m := drawn(120, 4)
	c, err := MinimizeSoftmax(context.Background(), m, domain.WholeSpace{})
	if err != nil || !c.Met() {
		t.Fatalf("%v, relative %g", err, c.Relative())
	}
	ridged := *m
	ridged.Ridge = 1e-9
	near, err := MinimizeSoftmax(context.Background(), &ridged, domain.WholeSpace{})
	if err != nil {
		t.Fatal(err)
	}
	if most := ridged.Ridge / 2 * linear.Dot(c.Theta, c.Theta); near.Value < c.Lower() || near.Lower() > c.Value+most {
		t.Errorf("F* = %.17g, with a ridge %.17g", c.Value, near.Value)
	}

	b, err := newBasis(linear.Densify(m.Rows))
	if err != nil {
		t.Fatal(err)
	}
	white := &linear.Softmax{Rows: b.rows, Class: m.Class, K: m.K}
	s := &softmaxWhole{model: m, white: white, basis: b}
	w := make([]float64, white.Dim())
	proofs := 0
	err = newtonCG(context.Background(), white, geometryOf(domain.WholeSpace{}), w, func(w []float64) bool {
		for _, noise := range []float64{0, 1e-6, 1e-4, 1e-3} {
			random := rand.New(rand.NewPCG(1, 2))
			off := make([]float64, len(w))
			for j, v := range w {
				off[j] = v + noise*random.NormFloat64()
			}
			value := white.Value(off)
			gap := s.gap(off, value)
			if excess := value - c.Value; gap < excess-1e-15 {
				t.Errorf("F - F* = %g, gap %g", excess, gap)
			}
			if !math.IsInf(gap, 1) {
				proofs++
			}
		}
		return false
	})
	if err != nil || proofs < 8 {
		t.Errorf("%v, %d points have a proof", err, proofs)
	}
}

func TestSoftmaxWithoutMinimizer(t *testing.T) {
	for _, c := range []struct {
		name  string
		data  []float64
		class []int
		want  error
	}{
		{"every class", []float64{1, 0, 2, 1, -1, 0, -2, 1}, []int{0, 0, 1, 1}, ErrSeparable},
		{"class 2 from the others", []float64{1, 1, 1, -1, 2, 1, 2, -1, 3, 1, 3, 1, -1, 0, -2, 0}, []int{0, 1, 1, 0, 0, 1, 2, 2}, ErrSeparable},
		// The plane x_1 = 0 has rows of both classes on it.
		{"but for the plane", []float64{1, 0, -1, 0, 0, 1, 0, 1}, []int{0, 1, 0, 1}, ErrNearlySeparable},
	} {
		classes := 0
		for _, k := range c.class {
			classes = max(classes, k+1)
		}
		m := &linear.Softmax{Rows: &linear.Dense{N: len(c.class), D: 2, Data: c.data}, Class: c.class, K: classes}
		if best, err := MinimizeSoftmax(context.Background(), m, domain.WholeSpace{}); !errors.Is(err, c.want) {
			t.Errorf("%s: %v, %v", c.name, best, err)
		}
		m.Ridge = 0.1
		if _, err := MinimizeSoftmax(context.Background(), m, domain.WholeSpace{}); err != nil {
			t.Errorf("%s with a ridge: %v", c.name, err)
		}
	}
}
