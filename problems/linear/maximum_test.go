package linear

import (
	"slices"
	"testing"
)

// The first of several largest pieces answers, in dense and in sparse rows; |z| has
// the slope of its sign.
func TestMaximumByHand(t *testing.T) {
	dense := &Dense{N: 3, D: 2, Data: []float64{1, 0, 0, 2, 0, -2}}
	sparse := &Sparse{N: 3, D: 2, Starts: []int{0, 1, 2, 3}, Columns: []int32{0, 1, 1}, Values: []float64{1, 2, -2}}
	for _, rows := range []Matrix{dense, sparse} {
		for _, c := range []struct {
			absolute     bool
			theta, slope []float64
			value        float64
		}{
			{false, []float64{2, 1}, []float64{1, 0}, 2}, // ties with the second row
			{false, []float64{1, 1}, []float64{0, 2}, 2},
			{false, []float64{-9, -3}, []float64{0, -2}, 5}, // the third: 6 - 1
			{true, []float64{-9, 0}, []float64{-1, 0}, 9},
			{true, []float64{0, -3}, []float64{0, -2}, 6}, // the second, at -6
		} {
			m := &Maximum{Rows: rows, Offsets: []float64{0, 0, -1}, Absolute: c.absolute}
			if c.absolute {
				m.Offsets[2] = 0
			}
			g := make([]float64, 2)
			if v := m.FullSubgradient(g, c.theta); v != c.value || !slices.Equal(g, c.slope) || m.Value(c.theta) != v {
				t.Errorf("%T, absolute %t: F(%v) = %g, slope %v; want %g, %v", rows, c.absolute, c.theta, v, g, c.value, c.slope)
			}
			m.Ridge = 2
			if v := m.Subgradient(g, c.theta, 0); v != c.value+Dot(c.theta, c.theta) || g[0] != c.slope[0]+2*c.theta[0] {
				t.Errorf("with ridge: F(%v) = %g, slope %v", c.theta, v, g)
			}
		}
	}
}

func TestMeanDistanceByHand(t *testing.T) {
	m := &MeanDistance{Points: &Dense{N: 2, D: 2, Data: []float64{0, 0, 3, 4}}}
	g := make([]float64, 2)
	if v := m.FullSubgradient(g, []float64{3, 4}); v != 2.5 || g[0] != 0.3 || g[1] != 0.4 {
		t.Errorf("F = %g, subgradient %v at a point; want 2.5, (0.3, 0.4)", v, g)
	}
	if v := m.Value([]float64{0, 4}); v != 3.5 {
		t.Errorf("F = %g, want 3.5", v)
	}
}

func TestMaximaDoNotAllocate(t *testing.T) {
	points := &Dense{N: 20, D: 5, Data: make([]float64, 100)}
	theta, g := make([]float64, 5), make([]float64, 5)
	maximum := &Maximum{Rows: points, Offsets: make([]float64, 20)}
	mean := &MeanDistance{Points: points}
	if n := testing.AllocsPerRun(10, func() {
		maximum.FullSubgradient(g, theta)
		maximum.Value(theta)
		mean.FullSubgradient(g, theta)
		mean.Value(theta)
	}); n != 0 {
		t.Errorf("%v allocations", n)
	}
}
