package problems

import (
	"math"

	"gonum.org/v1/gonum/mat"

	"regret/problems/linear"
)

// spectrum bounds the eigenvalues of (1/n) sum_i w_i a_i a_i'.
type spectrum struct {
	least, largest float64
	exact          bool // they are eigenvalues up to rounding, not bounds
}

// largestGram is the order of the largest matrix whose eigenvalues are computed;
// beyond, they would take minutes.
const largestGram = 2000

// eigenvalueRounding, times the order and the largest eigenvalue, bounds the error of
// a computed eigenvalue.
const eigenvalueRounding = 0x1p-50

// spectrumOf finds the extreme eigenvalues, or bounds on the safe side where the
// matrix is too large; weights are >= 0, nil stands for ones.
func spectrumOf(rows linear.Matrix, weights []float64) spectrum {
	if min(rows.Len(), rows.Dim()) > largestGram {
		return spectrum{largest: eigenvalueBound(rows, weights)}
	}
	var eigen mat.EigenSym
	if !eigen.Factorize(gram(rows, weights), false) {
		panic("problems: the eigenvalues of A'A/n were not found")
	}
	values := eigen.Values(nil)
	least, largest := values[0], values[len(values)-1]
	if rows.Len() < rows.Dim() || least <= eigenvalueRounding*float64(rows.Dim())*largest {
		least = 0 // which is on the safe side
	}
	return spectrum{least, largest, true}
}

// largestSVD is the order from which singular values are not computed.
const largestSVD = 500

// leastNonZero bounds the least eigenvalue of A'A/n other than 0 from below; 0 if it
// is not computed. It takes singular values, as the eigenvalues do not tell a direction
// of 0 from one of 1e-16, and counts those as 0 that optimum counts as rounding.
func leastNonZero(rows linear.Matrix) float64 {
	n, d := rows.Len(), rows.Dim()
	if min(n, d) > largestSVD {
		return 0
	}
	var svd mat.SVD
	if !svd.Factorize(mat.NewDense(n, d, linear.Densify(rows).Data), mat.SVDNone) {
		return 0
	}
	values := svd.Values(nil)
	rounding := 0x1p-52 * float64(max(n, d)) * values[0]
	least := 0.0
	for _, s := range values {
		if s > rounding {
			least = s
		}
	}
	least = max(0, least-rounding)
	return least * least / float64(n)
}

// gram returns the smaller of (1/n) B'B and (1/n) BB' for the rows sqrt(w_i) a_i of
// B: they share the eigenvalues that are not 0.
func gram(rows linear.Matrix, weights []float64) *mat.SymDense {
	if sparse, ok := rows.(*linear.Sparse); ok {
		if sparse.D <= sparse.N {
			return sparseCovariance(sparse, weights)
		}
		return sparseProducts(sparse, weights)
	}
	a := weighted(linear.Densify(rows), weights)
	var smaller mat.Matrix = mat.NewDense(a.N, a.D, a.Data)
	if a.D <= a.N {
		smaller = smaller.T()
	}
	var out mat.SymDense
	out.SymOuterK(1/float64(a.N), smaller)
	return &out
}

// weighted returns the table with the rows sqrt(w_i) a_i.
func weighted(a *linear.Dense, weights []float64) *linear.Dense {
	if weights == nil {
		return a
	}
	out := &linear.Dense{N: a.N, D: a.D, Data: make([]float64, len(a.Data))}
	for i, w := range weights {
		a.AddScaled(out.Row(i), math.Sqrt(w), i)
	}
	return out
}

// sparseCovariance returns (1/n) sum_i w_i a_i a_i'.
func sparseCovariance(a *linear.Sparse, weights []float64) *mat.SymDense {
	out := mat.NewSymDense(a.D, nil)
	raw := out.RawSymmetric() // its upper triangle counts
	for i := range a.N {
		columns, values := a.Entries(i)
		w := weight(weights, i) / float64(a.N)
		for k, j := range columns {
			row := raw.Data[int(j)*raw.Stride:]
			for l := k; l < len(columns); l++ {
				row[columns[l]] += w * values[k] * values[l]
			}
		}
	}
	return out
}

// sparseProducts returns the matrix of sqrt(w_i w_k) a_i.a_k/n.
func sparseProducts(a *linear.Sparse, weights []float64) *mat.SymDense {
	out := mat.NewSymDense(a.N, nil)
	for i := range a.N {
		row := make([]float64, a.D)
		a.AddScaled(row, math.Sqrt(weight(weights, i))/float64(a.N), i)
		for k := i; k < a.N; k++ {
			out.SetSym(i, k, math.Sqrt(weight(weights, k))*a.Dot(k, row))
		}
	}
	return out
}
