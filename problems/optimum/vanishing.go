package optimum

import (
	"math"

	"regret/problems/linear"
)

// minimizeVanishing looks for a minimizer on the whole space without ridge by
// ridges that fall. What is proved there is little: that the data are
// separable, or that the minimum is 0 up to F(theta).
func (j *judge) minimizeVanishing() error {
	const levels, first, fall, near = 12, 1e-2, 10, 1e-3
	m := *j.model
	m.Ridge = first * min(m.Loss.MaxCurvature(), 1) * meanSquare(m.Rows)
	theta := make([]float64, m.Dim())
	for range levels {
		origin := m.Value(make([]float64, m.Dim()))
		enough := false
		err := newtonCG(j.ctx, &rowSum{Model: &m}, geometryOf(j.set), theta, func(w []float64) bool {
			theta = w
			alpha := slopes(&m, w)
			enough = j.separated(w) || j.consider(w, alpha)
			return enough || FenchelGap(&m, j.set, w, alpha) <= near*math.Abs(origin-m.Value(w))
		})
		if err != nil || enough {
			break
		}
		m.Ridge /= fall
	}
	return j.unproved()
}

// meanSquare is the mean of |a_i|^2.
func meanSquare(rows linear.Matrix) float64 {
	var sum linear.Sum
	for i := range rows.Len() {
		sum.Add(rows.SquaredNorm(i))
	}
	return sum.Value() / float64(rows.Len())
}
