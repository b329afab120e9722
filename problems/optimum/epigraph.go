package optimum

import (
	"math"
	"slices"

	"gonum.org/v1/gonum/mat"

	"regret/problems/linear"
)

// epigraph is the program of a maximum of affine functions: with v = (w, s),
//
//	minimize  s + (ridge/2)|w|^2   subject to  s - a_i.w - b_i >= 0, w in a set.
type epigraph struct {
	n      int // pieces; a further row of set belongs to w alone
	set    halfspaces
	quad   *mat.SymDense
	linear []float64
	from   []float64 // the start on the simplex
}

func newEpigraph(a *linear.Dense, offsets []float64, inner constraint, ridge float64) *epigraph {
	e := &epigraph{n: a.N, quad: mat.NewSymDense(a.D+1, nil), linear: make([]float64, a.D+1)}
	e.linear[a.D] = 1
	for j := range a.D {
		e.quad.SetSym(j, j, ridge)
	}
	rows := &linear.Dense{N: a.N, D: a.D + 1, Data: make([]float64, a.N*(a.D+1))}
	back := make([]float64, a.N)
	for i := range a.N {
		row := rows.Row(i)
		for j, v := range a.Row(i) {
			row[j] = -v
		}
		row[a.D], back[i] = 1, -offsets[i]
	}
	e.set = halfspaces{rows: rows, offsets: back, inner: inner, width: a.D}
	return e
}

// solver starts inside, at s above all pieces, with equal weights of these.
func (e *epigraph) solver() *solver {
	s := newSolver(&program{quad: e.quad, linear: e.linear, set: e.set})
	copy(s.w, e.from)
	copy(s.slack[e.set.rows.N:], e.from)
	z := make([]float64, e.n)
	top, low := math.Inf(-1), math.Inf(1)
	for i := range z {
		z[i] = -e.set.rows.Dot(i, s.w) - e.set.offsets[i]
		top, low = max(top, z[i]), min(low, z[i])
	}
	above := top + (top-low)/2
	if above == top {
		above += max(1e-3*math.Abs(top), e.steepest(), 1e-300)
	}
	s.w[e.set.width] = above
	for k := range e.set.rows.N {
		s.slack[k] = e.set.rows.Dot(k, s.w) + e.set.offsets[k]
	}
	var product float64
	for i := range e.n {
		s.mult[i] = 1 / float64(e.n)
		product += s.slack[i] * s.mult[i] / float64(e.n)
	}
	for k := e.n; k < len(s.mult); k++ {
		s.mult[k] = product / s.slack[k]
	}
	return s
}

// steepest is how far a piece can rise on the set, as far as that is bounded.
func (e *epigraph) steepest() float64 {
	size := 1.0
	switch s := e.set.inner.(type) {
	case ball:
		size = s.radius
	case interval:
		size = (s.hi - s.lo) / 2
	}
	var square float64
	for i := range e.n {
		row := e.set.rows.Row(i)[:e.set.width]
		square = max(square, linear.Dot(row, row))
	}
	return size * math.Sqrt(square)
}

// weights are the multipliers of the pieces, made to add up to 1.
func (e *epigraph) weights(s *solver) []float64 {
	weights := slices.Clone(s.mult[:e.n])
	normalize(weights)
	return weights
}

// onSimplex is the program in the first d-1 coordinates, the last being what they
// leave of 1, and the way back to all of them.
func (s *summit) onSimplex() (e *epigraph, theta func(w []float64) []float64) {
	a, last := s.pieces.rows, s.pieces.rows.D-1
	rows := &linear.Dense{N: a.N, D: last, Data: make([]float64, a.N*last)}
	offsets := make([]float64, a.N)
	for i := range a.N {
		end := a.Row(i)[last]
		offsets[i] = s.pieces.offsets[i] + end
		for j := range last {
			rows.Row(i)[j] = a.Row(i)[j] - end
		}
	}
	e = newEpigraph(rows, offsets, orthant{d: last}, s.pieces.ridge)
	for j := range last { // |theta|^2 = |w|^2 + (1 - sum w)^2
		e.linear[j] = -s.pieces.ridge
		for k := j; k < last; k++ {
			e.quad.SetSym(j, k, e.quad.At(j, k)+s.pieces.ridge)
		}
	}
	e.addCorner()
	return e, func(w []float64) []float64 {
		theta := append(append(make([]float64, 0, last+1), w...), 1)
		for _, v := range w {
			theta[last] -= v
		}
		return theta
	}
}

// addCorner adds w_j >= 0, which is inner, and sum_j w_j <= 1.
func (e *epigraph) addCorner() {
	d := e.set.width
	last := make([]float64, d+1)
	e.from = make([]float64, d)
	for j := range d {
		last[j], e.from[j] = -1, 1/float64(d+1)
	}
	rows := e.set.rows
	e.set.rows = &linear.Dense{N: rows.N + 1, D: d + 1, Data: append(rows.Data, last...)}
	e.set.offsets = append(e.set.offsets, 1)
}
