package bound

import (
	"errors"

	"regret/problems/linear"
)

// Staircase is one convex function with as many answers as pieces,
//
//	f(x) = max_i <g_i,x> + (Ridge/2) |x|^2,  where Cut adds the piece 0,
//	g_i = Shared_1 e_1 + ... + Shared_{i-1} e_{i-1} + Own_i e_i.
//
// Each piece has a coordinate of its own, but for those beyond the dimension
// len(Shared), which may be less than the number len(Own) of pieces; so T pieces
// in T dimensions take 2T numbers.
//
// Row i answers with piece i, which the constructor of an instance has made a
// largest one at the step that asks for it; in floating point it may be below f
// by the rounding of a tie.
type Staircase struct {
	Own, Shared []float64
	Cut         bool
	Ridge       float64
}

// maxPieces bounds the instances with a dimension for each step.
const maxPieces = 20_000

var errPieces = errors.New("the instance has T dimensions, and a run on it T^2 operations: T is above 20000")

// newStaircase leaves the coefficients to be filled.
func newStaircase(pieces, dim int) *Staircase {
	return &Staircase{Own: make([]float64, pieces), Shared: make([]float64, dim)}
}

// Dim returns d.
func (s *Staircase) Dim() int { return len(s.Shared) }

// Len returns the number of pieces.
func (s *Staircase) Len() int { return len(s.Own) }

// Subgradient writes g_i + Ridge x and returns <g_i,x> + (Ridge/2) |x|^2.
func (s *Staircase) Subgradient(dst, x []float64, i int) float64 {
	for j := range dst {
		dst[j] = s.Ridge * x[j]
	}
	var shared linear.Sum
	for j, g := range s.Shared[:min(i, s.Dim())] {
		dst[j] += g
		shared.Add(g * x[j])
	}
	value := shared.Value()
	if i < s.Dim() {
		dst[i] += s.Own[i]
		value += s.Own[i] * x[i]
	}
	return value + s.Ridge/2*linear.Dot(x, x)
}

// FullSubgradient writes a subgradient of f, of the first largest piece, and
// returns f(x).
func (s *Staircase) FullSubgradient(dst, x []float64) float64 {
	best, value := s.largest(x)
	if best >= 0 {
		s.Subgradient(dst, x, best)
	} else {
		for j := range dst {
			dst[j] = s.Ridge * x[j]
		}
	}
	return value + s.Ridge/2*linear.Dot(x, x)
}

// Value returns f(x).
func (s *Staircase) Value(x []float64) float64 {
	_, value := s.largest(x)
	return value + s.Ridge/2*linear.Dot(x, x)
}

// largest returns the first largest piece, -1 for the piece 0, and its value. All
// pieces beyond the dimension are equal.
func (s *Staircase) largest(x []float64) (best int, value float64) {
	best = -1
	var shared linear.Sum
	for i := range min(s.Len(), s.Dim()+1) {
		v := shared.Value()
		if i < s.Dim() {
			v += s.Own[i] * x[i]
			shared.Add(s.Shared[i] * x[i])
		}
		if v > value || i == 0 && !s.Cut {
			best, value = i, v
		}
	}
	return best, value
}
