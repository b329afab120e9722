package optimum

import (
	"math"
	"slices"

	"regret/problems/linear"
)

// Without a bound on a minimizer's norm, as where the set of minimizers is unbounded,
// a residual v = A'alpha, however small, proves nothing on the whole space. But if
//
//	|v| <= eps sum_i |alpha_i| |a_i|,
//
// then the slopes satisfy the constraint A'alpha = 0 exactly for rows that differ from
// the given ones by at most eps |a_i|, namely by sign(alpha_i) |a_i| v/sum_i |alpha_i| |a_i|.
// With eps = 2^-50 such a difference is rounding of the data, and the gap is that of the
// rows alone. As newBasis leaves out directions of that size, all proofs on the whole
// space are up to rounding of the data.

// nearby is what the method of such a gap says.
const nearby = ", exact for rows that differ from the data by rounding"

// nearbyGap bounds F(theta) - F* so, with the slopes as they are, with those near an end
// of their interval moved there, and with these balanced; +Inf if all residuals are larger.
func (b *basis) nearbyGap(m *linear.Model, theta, alpha []float64) float64 {
	gap := nearbyGap(m, theta, alpha)
	snapped := atEnds(m, theta, alpha)
	gap = min(gap, nearbyGap(m, theta, snapped))
	if balanced, _, ok := b.balance(m, snapped); ok {
		gap = min(gap, nearbyGap(m, theta, balanced))
	}
	return gap
}

// atEnds moves slopes to an end of their interval that is closer than a part of the
// largest slope, or than an error of 2^-44 |a_i| |theta| in the margin moves those of
// squared hinges.
func atEnds(m *linear.Model, theta, alpha []float64) []float64 {
	const noise, part = 0x1p-44, 1e-6
	size := noise * math.Sqrt(linear.Dot(theta, theta))
	var largest float64
	for _, a := range alpha {
		largest = max(largest, math.Abs(a))
	}
	out := slices.Clone(alpha)
	for i, a := range alpha {
		lo, hi := m.Loss.Slopes(m.Y[i])
		near := max(part*largest, size*math.Sqrt(m.Rows.SquaredNorm(i)))
		switch {
		case a-lo <= near:
			out[i] = lo
		case hi-a <= near:
			out[i] = hi
		}
	}
	return out
}

// nearbyGap bounds F(theta) - F* with these slopes.
func nearbyGap(m *linear.Model, theta, alpha []float64) float64 {
	change, ok := nearbyRows(m.Rows, theta, alpha)
	if !ok {
		return math.Inf(1)
	}
	own, _ := nearbyRows(m.Rows, theta, slopes(m, theta))
	rows, allowance := rowGap(m, theta, alpha)
	return rows + allowance + (change+own)/float64(m.Len())
}

// nearbyRows says whether rows nearby satisfy A'x = 0, and how far x.(A theta) moves
// with them.
func nearbyRows(rows linear.Matrix, theta, x []float64) (change float64, ok bool) {
	v := make([]float64, rows.Dim())
	addTransposed(v, rows, x)
	var size linear.Sum
	for i, a := range x {
		size.Add(math.Abs(a) * math.Sqrt(rows.SquaredNorm(i)))
	}
	most := rounding * size.Value()
	return most * math.Sqrt(linear.Dot(theta, theta)), math.Sqrt(linear.Dot(v, v)) <= most
}
