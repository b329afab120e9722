// Package spectral computes eigenvalues and singular values of matrices of any
// scale. LAPACK scales as well, but gonum's Dsterf panics where it has to, for one
// block of a matrix is enough.
package spectral

import (
	"math"

	"gonum.org/v1/gonum/blas"
	"gonum.org/v1/gonum/lapack/gonum"
	"gonum.org/v1/gonum/mat"
)

// Eigenvalues returns the eigenvalues of h in ascending order, each with an error
// of rounding times the largest one. It fails on entries that are not finite.
func Eigenvalues(h *mat.SymDense) (values []float64, ok bool) {
	n := h.SymmetricDim()
	scaled := mat.NewSymDense(n, nil)
	scaled.CopySym(h)
	a := scaled.RawSymmetric()
	exponent, finite := largestExponent(a.Data)
	if !finite {
		return nil, false
	}
	shift(a.Data, -exponent)
	d, e := tridiagonal(a.Data, n)
	if !(gonum.Implementation{}).Dsterf(n, d, e) {
		return nil, false
	}
	shift(d, exponent)
	return d, true
}

// tridiagonal overwrites the symmetric matrix a, whose largest entry is about 1, and
// returns the diagonals of a tridiagonal matrix with its eigenvalues, up to rounding:
// entries far below that are 0, so that no block of the others needs to be scaled.
func tridiagonal(a []float64, n int) (d, e []float64) {
	var lapack gonum.Implementation
	d, e = make([]float64, n), make([]float64, n-1)
	tau, size := make([]float64, n-1), []float64{0}
	lapack.Dsytrd(blas.Upper, n, a, n, d, e, tau, size, -1)
	work := make([]float64, int(size[0]))
	lapack.Dsytrd(blas.Upper, n, a, n, d, e, tau, work, len(work))
	for _, diagonal := range [][]float64{d, e} {
		for k, v := range diagonal {
			const nothing = 0x1p-200
			if math.Abs(v) < nothing {
				diagonal[k] = 0
			}
		}
	}
	return d, e
}

// SVD factorizes a as U Sigma V' and returns the singular values, in descending order,
// and V if it is asked for. It fails on entries that are not finite.
func SVD(a *mat.Dense, withV bool) (values []float64, v *mat.Dense, ok bool) {
	scaled := mat.DenseCopyOf(a)
	exponent, finite := largestExponent(scaled.RawMatrix().Data)
	if !finite {
		return nil, nil, false
	}
	shift(scaled.RawMatrix().Data, -exponent)
	kind := mat.SVDNone
	if withV {
		kind = mat.SVDThinV
	}
	var svd mat.SVD
	if !svd.Factorize(scaled, kind) {
		return nil, nil, false
	}
	values = svd.Values(nil)
	shift(values, exponent)
	if withV {
		v = &mat.Dense{}
		svd.VTo(v)
	}
	return values, v, true
}

// largestExponent returns that of the largest |x|, 0 if there is none but 0, and
// whether all numbers are finite.
func largestExponent(x []float64) (exponent int, finite bool) {
	var largest float64
	for _, v := range x {
		if math.IsNaN(v) {
			return 0, false
		}
		largest = max(largest, math.Abs(v))
	}
	_, exponent = math.Frexp(largest)
	return exponent, !math.IsInf(largest, 1)
}

// shift multiplies x by 2^exponent, which is exact where nothing under- or overflows.
func shift(x []float64, exponent int) {
	if exponent == 0 {
		return
	}
	for k, v := range x {
		x[k] = math.Ldexp(v, exponent)
	}
}
