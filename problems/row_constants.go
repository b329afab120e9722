package problems

import (
	"math"

	"regret/problems/domain"
	"regret/problems/linear"
)

// RowConstants bounds each f_i over the domain, penalties included: what sampling with
// unequal probabilities asks for.
type RowConstants struct {
	Gradient   []float64 // G_i >= sup |grad f_i|
	Smoothness []float64 // L_i, the Lipschitz constant of grad f_i; +Inf at kinks and where phi'' is not bounded
}

// rowConstants computes G_i = |a_i| sup|phi'| + ridge sup|theta| + l1 sqrt(d) and
// L_i = c_i |a_i|^2 + ridge, where c_i = sup phi” over the margins of row i.
func rowConstants(m *linear.Model, set domain.Set) RowConstants {
	rows := newRowBounds(m, set)
	out := RowConstants{Gradient: make([]float64, m.Len()), Smoothness: make([]float64, m.Len())}
	penalties := m.L1 * math.Sqrt(float64(m.Dim()))
	if m.Ridge > 0 {
		penalties += m.Ridge * set.Norm(m.Dim())
	}
	for i, sup := range rows.sharpest {
		out.Gradient[i] = rows.steepest(i) + penalties
		out.Smoothness[i] = sup*rows.lengths[i]*rows.lengths[i] + m.Ridge
		if m.L1 > 0 {
			out.Smoothness[i] = math.Inf(1)
		}
	}
	return out
}
