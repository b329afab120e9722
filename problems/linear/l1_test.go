package linear

import (
	"math"
	"slices"
	"testing"
)

// The term by hand: |theta|_1 = 3.5, signs 1, -1 and, at the kink, 0.
func TestL1ByHand(t *testing.T) {
	m := &Model{
		Rows: &Dense{N: 2, D: 3, Data: []float64{1, 2, 3, 0, 1, 0}}, Y: []float64{1, 0},
		Loss: Squared{}, Ridge: 0.5, L1: 0.25,
	}
	theta := []float64{1.5, -2, 0}
	g := make([]float64, 3)
	// Row 1 has the residual 1.5 - 4 - 1 = -3.5; |theta|^2 = 6.25.
	if f := m.Subgradient(g, theta, 0); f != 3.5*3.5/2+0.25*6.25+0.25*3.5 {
		t.Errorf("f = %v", f)
	}
	if want := []float64{-3.5 + 0.75 + 0.25, -7 - 1 - 0.25, -10.5}; !slices.Equal(g, want) {
		t.Errorf("g = %v, want %v", g, want)
	}
	losses, l1 := m.Split()
	if l1 != 0.25 || losses.L1 != 0 || losses.Ridge != 0.5 || losses.Value(theta)+l1*Norm1(theta) != m.Value(theta) {
		t.Errorf("split into %+v and %v", losses, l1)
	}
}

func TestSoftThreshold(t *testing.T) {
	x := []float64{3, 2, -1, -2.5, 0, math.NaN()}
	SoftThreshold(x, 2)
	if want := []float64{1, 0, 0, -0.5, 0}; !slices.Equal(x[:5], want) || !math.IsNaN(x[5]) {
		t.Errorf("%v, want %v and NaN", x, want)
	}
}
