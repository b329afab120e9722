package problems

import (
	"math"

	"regret/problems/domain"
	"regret/problems/linear"
)

// RowConstants bounds each f_i, ridge included: what sampling with unequal
// probabilities asks for.
type RowConstants struct {
	Gradient   []float64 // G_i >= sup |grad f_i| over the domain
	Smoothness []float64 // L_i, the Lipschitz constant of grad f_i; +Inf with kinks
}

// rowConstants computes G_i = |a_i| sup|phi'| + ridge sup|theta| and
// L_i = sup phi” |a_i|^2 + ridge.
func rowConstants(m *linear.Model, set domain.Set) RowConstants {
	out := RowConstants{Gradient: newRowBounds(m, set).slopes, Smoothness: make([]float64, m.Len())}
	ridge := 0.0
	if m.Ridge > 0 {
		ridge = m.Ridge * set.Norm(m.Dim())
	}
	curvature := m.Loss.MaxCurvature()
	for i := range out.Smoothness {
		out.Gradient[i] += ridge
		out.Smoothness[i] = math.Inf(1)
		if !math.IsInf(curvature, 1) {
			out.Smoothness[i] = curvature*m.Rows.SquaredNorm(i) + m.Ridge
		}
	}
	return out
}
