package linear

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"
)

// thin returns a random sparse matrix, some rows without entries.
func thin(n, d int) *Sparse {
	random := rand.New(rand.NewPCG(3, 4))
	m := &Sparse{N: n, D: d, Starts: []int{0}}
	for i := range n {
		for j := range d {
			if i%7 != 3 && random.Float64() < 0.3 {
				m.Columns = append(m.Columns, int32(j))
				m.Values = append(m.Values, random.NormFloat64())
			}
		}
		m.Starts = append(m.Starts, len(m.Columns))
	}
	return m
}

// A model on sparse rows agrees with the one on their dense copy.
func TestSparseModelAgreesWithDense(t *testing.T) {
	sparse := thin(70, 41)
	dense := Densify(sparse)
	random := rand.New(rand.NewPCG(5, 6))
	theta := make([]float64, 41)
	for j := range theta {
		theta[j] = random.NormFloat64()
	}
	y := make([]float64, 70)
	for i := range y {
		y[i] = math.Copysign(1, random.Float64()-0.5)
	}
	for _, ridge := range []float64{0, 0.3} {
		a := &Model{Rows: sparse, Y: y, Loss: Logistic{}, Ridge: ridge}
		b := &Model{Rows: dense, Y: y, Loss: Logistic{}, Ridge: ridge}
		g, h := make([]float64, 41), make([]float64, 41)
		compare := func(what string, x, y float64) {
			t.Helper()
			if math.Abs(x-y) > 1e-14 {
				t.Errorf("%s: %v sparse, %v dense", what, x, y)
			}
		}
		compare("F", a.Value(theta), b.Value(theta))
		compare("F", a.FullSubgradient(g, theta), b.FullSubgradient(h, theta))
		for j := range g {
			compare("gradient of F", g[j], h[j])
		}
		for i := range y {
			compare("f_i", a.Subgradient(g, theta, i), b.Subgradient(h, theta, i))
			for j := range g {
				compare("gradient of f_i", g[j], h[j])
			}
			compare("|a_i|^2", sparse.SquaredNorm(i), dense.SquaredNorm(i))
		}
	}
}

// Rows without entries are not taken for dense ones.
func TestEmptySparseRows(t *testing.T) {
	m := &Sparse{N: 2, D: 3, Starts: []int{0, 0, 0}}
	if columns, values := m.Entries(1); columns == nil || len(values) != 0 {
		t.Errorf("entries %v, %v", columns, values)
	}
	if dense := Densify(m); !slices.Equal(dense.Data, make([]float64, 6)) {
		t.Errorf("dense copy %v", dense.Data)
	}
}
