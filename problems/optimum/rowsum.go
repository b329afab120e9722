package optimum

import (
	"slices"

	"regret/problems/linear"
)

// rowSum is a model with the products of its Hessian. It remembers the
// curvatures of the rows at the last point and serves one search at a time.
type rowSum struct {
	*linear.Model
	at, curvature []float64
}

// HessianTimes writes (1/n) sum_i phi”(z_i) <a_i, v> a_i + Ridge v.
func (m *rowSum) HessianTimes(dst, theta, v []float64) {
	if !slices.Equal(m.at, theta) {
		m.at, m.curvature = slices.Clone(theta), make([]float64, m.Len())
		for i := range m.curvature {
			m.curvature[i] = m.Loss.Curvature(m.Rows.Dot(i, theta), m.Y[i]) / float64(m.Len())
		}
	}
	for j, x := range v {
		dst[j] = m.Ridge * x
	}
	for i, c := range m.curvature {
		if c != 0 {
			m.Rows.AddScaled(dst, c*m.Rows.Dot(i, v), i)
		}
	}
}
