package optimum

import (
	"math"

	"gonum.org/v1/gonum/blas"
	"gonum.org/v1/gonum/blas/blas64"
	"gonum.org/v1/gonum/mat"

	"regret/problems/linear"
)

// addGram adds sum_i weight_i a_i a_i' to h, with weights >= 0.
func addGram(h *mat.SymDense, a *linear.Dense, weight []float64) {
	// Blocks of rows that stay in cache while Syrk walks over their columns.
	const rows = 64
	block := blas64.General{Cols: a.D, Stride: a.D, Data: make([]float64, rows*a.D)}
	for first := 0; first < a.N; first += rows {
		block.Rows = min(rows, a.N-first)
		for i := range block.Rows {
			root := math.Sqrt(weight[first+i])
			to := block.Data[i*a.D:]
			for j, v := range a.Row(first + i) {
				to[j] = root * v
			}
		}
		blas64.Syrk(blas.Trans, 1, block, 1, h.RawSymmetric())
	}
}

// multiply writes A x.
func multiply(dst []float64, a linear.Matrix, x []float64) {
	for i := range dst {
		dst[i] = a.Dot(i, x)
	}
}

// addTransposed adds A'x to dst, with compensation.
func addTransposed(dst []float64, a linear.Matrix, x []float64) {
	lost := make([]float64, len(dst))
	add := func(j int, term float64) {
		t := dst[j] + term
		b := t - dst[j]
		lost[j] += (dst[j] - (t - b)) + (term - b)
		dst[j] = t
	}
	for i, v := range x {
		if v == 0 {
			continue
		}
		columns, row := a.Entries(i)
		for k, r := range row {
			if columns == nil {
				add(k, v*r)
			} else {
				add(int(columns[k]), v*r)
			}
		}
	}
	for j, l := range lost {
		dst[j] += l
	}
}

// addExactly adds A'x to dst as if computed with twice the digits and rounded
// once (Ogita, Rump and Oishi, SIAM Journal on Scientific Computing 26, 2005):
// its error is an ulp of the result and (n ulp)^2 sum_i |x_i| |a_i|.
func addExactly(dst []float64, a *linear.Dense, x []float64) {
	lost := make([]float64, len(dst))
	for i, v := range x {
		for j, r := range a.Row(i) {
			product := v * r
			t := dst[j] + product
			b := t - dst[j]
			lost[j] += (dst[j] - (t - b)) + (product - b) + math.FMA(v, r, -product)
			dst[j] = t
		}
	}
	for j, l := range lost {
		dst[j] += l
	}
}
