package problems

import (
	"math"

	"regret/problems/domain"
	"regret/problems/linear"
)

// margins finds the interval of the margins a_i.theta over a domain, row by row.
type margins struct {
	rows                 linear.Matrix
	set                  domain.Set
	row, reverse, corner []float64 // scratch
}

func newMargins(rows linear.Matrix, set domain.Set) *margins {
	d := rows.Dim()
	return &margins{rows, set, make([]float64, d), make([]float64, d), make([]float64, d)}
}

// of returns inf and sup of a_i.theta, an ulp or so outside: margins are rounded,
// and at a kink the side decides.
func (m *margins) of(i int) (lo, hi float64) {
	k := m.compress(i)
	row, reverse, corner := m.row[:k], m.reverse[:k], m.corner[:k]
	for j, v := range row {
		reverse[j] = -v
	}
	lo, hi = math.Inf(-1), math.Inf(1)
	const outside = 1e-14
	if m.set.MinimizeLinear(corner, row) {
		lo = linear.Dot(row, corner)
		lo -= outside * math.Abs(lo)
	}
	if m.set.MinimizeLinear(corner, reverse) {
		hi = linear.Dot(row, corner)
		hi += outside * math.Abs(hi)
	}
	return lo, hi
}

// compress writes a vector whose margins have the same ends as those of row i, and
// returns its length: the row itself or, if it is sparse, its stored entries and one
// 0 for all the others. Domains treat coordinates alike, so what two of them with
// the entry 0 hold may be held by one: a ball and a box hold nothing there that
// counts, and a simplex the mass that no other coordinate has.
func (m *margins) compress(i int) int {
	columns, values := m.rows.Entries(i)
	k := copy(m.row, values)
	if columns != nil && k < m.rows.Dim() {
		m.row[k] = 0
		k++
	}
	return k
}
