package problems

import (
	"math"

	"regret/problems/linear"
)

// eigenvalueBound bounds the largest eigenvalue of M = (1/n) sum_i w_i a_i a_i' from
// above, by the smaller of two bounds; weights are >= 0, nil stands for ones.
//
// One is the trace. The other is for N = (1/n) sum_i w_i |a_i||a_i|', made of absolute
// values: the spectral radius of M is at most that of N, as |M| <= N entry by entry, and
// that of N at most max_j (Nx)_j/x_j for every x > 0 (Collatz 1942, Wielandt 1950; Horn
// and Johnson, Matrix Analysis, 8.1.18 and 8.1.26). Where no a_ij is negative N is M, and
// the powers of N applied to x bring the bound down to the eigenvalue.
func eigenvalueBound(rows linear.Matrix, weights []float64) float64 {
	absolute := absoluteRows(rows)
	x := make([]float64, rows.Dim())
	for j := range x {
		x[j] = 1
	}
	var trace linear.Sum
	for i := range rows.Len() {
		trace.Add(weight(weights, i) * rows.SquaredNorm(i))
	}
	least := trace.Value() / float64(rows.Len())
	const rounds, tight = 200, 1e-3
	for range rounds {
		upper, lower := power(absolute, weights, x)
		least = min(least, upper)
		if upper <= (1+tight)*lower {
			break
		}
	}
	// Sums of so many positive terms, in whatever order, are off by less than this.
	return least * (1 + 0x1p-51*float64(rows.Len()+rows.Dim()))
}

// power replaces x > 0 by a multiple of Nx, kept positive, and returns the largest
// (Nx)_j/x_j and Rayleigh's quotient. The largest eigenvalue of N lies between them.
func power(absolute linear.Matrix, weights, x []float64) (upper, lower float64) {
	next := make([]float64, len(x))
	for i := range absolute.Len() {
		absolute.AddScaled(next, weight(weights, i)*absolute.Dot(i, x)/float64(absolute.Len()), i)
	}
	var largest float64
	for j, v := range next {
		upper, largest = max(upper, v/x[j]), max(largest, v)
	}
	lower = linear.Dot(next, x) / linear.Dot(x, x)
	if largest == 0 {
		return 0, 0
	}
	const tiny = 1e-100 // far from underflow, and nothing beside the entries that count
	for j, v := range next {
		x[j] = max(v/largest, tiny)
	}
	return upper, lower
}

func weight(weights []float64, i int) float64 {
	if weights == nil {
		return 1
	}
	return weights[i]
}

// absoluteRows returns the matrix of the |a_ij|.
func absoluteRows(rows linear.Matrix) linear.Matrix {
	if m, sparse := rows.(*linear.Sparse); sparse {
		out := *m
		out.Values = absoluteValues(m.Values)
		return &out
	}
	return &linear.Dense{N: rows.Len(), D: rows.Dim(), Data: absoluteValues(linear.Densify(rows).Data)}
}

func absoluteValues(x []float64) []float64 {
	out := make([]float64, len(x))
	for k, v := range x {
		out[k] = math.Abs(v)
	}
	return out
}
