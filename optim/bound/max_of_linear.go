package bound

import "regret/problems/linear"

// MaxOfLinear is one convex function with as many answers as pieces,
//
//	f(x) = max_i <g_i,x> + (Ridge/2) |x|^2,  where Cut adds the piece 0.
//
// Row i answers with piece i, which the constructor of an instance has made a
// largest one at the step that asks for it; in floating point it may be below f
// by the rounding of a tie.
type MaxOfLinear struct {
	Pieces *linear.Dense
	Cut    bool
	Ridge  float64
}

// Dim returns d.
func (m *MaxOfLinear) Dim() int { return m.Pieces.D }

// Len returns the number of pieces.
func (m *MaxOfLinear) Len() int { return m.Pieces.N }

// Subgradient writes g_i + Ridge x and returns <g_i,x> + (Ridge/2) |x|^2.
func (m *MaxOfLinear) Subgradient(dst, x []float64, i int) float64 {
	piece := m.Pieces.Row(i)
	for j, g := range piece {
		dst[j] = g + m.Ridge*x[j]
	}
	return linear.Dot(piece, x) + m.Ridge/2*linear.Dot(x, x)
}

// FullSubgradient writes a subgradient of f, of the first largest piece, and
// returns f(x).
func (m *MaxOfLinear) FullSubgradient(dst, x []float64) float64 {
	best, value := m.largest(x)
	for j := range dst {
		dst[j] = m.Ridge * x[j]
	}
	if best >= 0 {
		for j, g := range m.Pieces.Row(best) {
			dst[j] += g
		}
	}
	return value + m.Ridge/2*linear.Dot(x, x)
}

// Value returns f(x).
func (m *MaxOfLinear) Value(x []float64) float64 {
	_, value := m.largest(x)
	return value + m.Ridge/2*linear.Dot(x, x)
}

// largest returns the first largest piece, -1 for the piece 0, and its value.
func (m *MaxOfLinear) largest(x []float64) (best int, value float64) {
	best = -1
	if !m.Cut {
		best, value = 0, linear.Dot(m.Pieces.Row(0), x)
	}
	for i := best + 1; i < m.Pieces.N; i++ {
		if v := linear.Dot(m.Pieces.Row(i), x); v > value {
			best, value = i, v
		}
	}
	return best, value
}
