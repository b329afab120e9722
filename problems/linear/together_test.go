package linear

import (
	"math"
	"math/rand/v2"
	"testing"
)

// Points evaluated together have the values and gradients of Value and
// FullSubgradient, to the last bit.
func TestTogetherGivesTheSameBits(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for _, loss := range []Loss{Logistic{}, Squared{}, Hinge{}} {
		for _, ridge := range []float64{0, 0.1} {
			for _, rows := range []Matrix{&Dense{N: 100, D: 13, Data: normals(random, 100*13)}, thin(100, 13), zipf(random, 100, 60, 21)} {
				n, d := rows.Len(), rows.Dim()
				m := &Model{Rows: rows, Y: normals(random, n), Loss: loss, Ridge: ridge}
				for i, y := range m.Y {
					m.Y[i] = math.Copysign(1, y)
				}
				for _, width := range []int{1, Width} {
					points, gradients := normals(random, width*d), make([]float64, width*d)
					e := NewTogether(m, width)
					values := e.Values(points)
					again := e.FullSubgradients(gradients, points)
					for k := range width {
						theta, gradient, want := make([]float64, d), make([]float64, d), make([]float64, d)
						for j := range d {
							theta[j], gradient[j] = points[width*j+k], gradients[width*j+k]
						}
						if f := m.FullSubgradient(want, theta); f != values[k] || f != again[k] {
							t.Errorf("%T on %T: F = %v, %v, want %v", loss, rows, values[k], again[k], f)
						}
						for j := range want {
							if gradient[j] != want[j] {
								t.Errorf("%T on %T: gradient[%d] = %v, want %v", loss, rows, j, gradient[j], want[j])
							}
						}
					}
				}
			}
		}
	}
}
