package optimum

import (
	"gonum.org/v1/gonum/mat"
)

// system is a factorized symmetric positive definite matrix H, with or without
// the border of the equation sum_j x_j = const:
//
//	H x + level 1 = rhs,   sum_j x_j = change.
type system struct {
	matrix     *mat.SymDense
	chol       mat.Cholesky
	normalized bool
	ones       *mat.VecDense // H^-1 1
}

// factorize fails if H is far from positive definite or not finite. A matrix
// that rounding has made indefinite gets a heavier diagonal: steps are then
// shorter, but the point they converge to is the same.
func factorize(h *mat.SymDense, normalized bool) (*system, bool) {
	s := &system{matrix: h, normalized: normalized}
	n := h.SymmetricDim()
	for weight := 1e-15; weight < 1e-3; weight *= 10 {
		heavier := mat.NewSymDense(n, nil)
		heavier.CopySym(h)
		for j := range n {
			heavier.SetSym(j, j, h.At(j, j)*(1+weight))
		}
		if !s.chol.Factorize(heavier) {
			continue
		}
		if normalized {
			ones := mat.NewVecDense(n, nil)
			for j := range n {
				ones.SetVec(j, 1)
			}
			s.ones = mat.NewVecDense(n, nil)
			s.solveSymmetric(s.ones, ones)
		}
		return s, true
	}
	return nil, false
}

// solve writes x and returns the level, 0 without a border.
func (s *system) solve(x, rhs []float64, change float64) (level float64) {
	dst := mat.NewVecDense(len(x), x)
	s.solveSymmetric(dst, mat.NewVecDense(len(rhs), rhs))
	if s.normalized {
		level = (total(x) - change) / mat.Sum(s.ones)
		dst.AddScaledVec(dst, -level, s.ones)
	}
	return level
}

// solveSymmetric solves H x = rhs with one step of iterative refinement.
func (s *system) solveSymmetric(x, rhs *mat.VecDense) {
	// The condition number that SolveVecTo warns of is large by nature here.
	_ = s.chol.SolveVecTo(x, rhs)
	residual := mat.NewVecDense(rhs.Len(), nil)
	residual.MulVec(s.matrix, x)
	residual.SubVec(rhs, residual)
	correction := mat.NewVecDense(rhs.Len(), nil)
	_ = s.chol.SolveVecTo(correction, residual)
	x.AddVec(x, correction)
}
