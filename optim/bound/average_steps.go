package bound

import (
	"math"

	"regret/problems/linear"
)

// AverageSteps returns the steps that make the bound of weighted-average least
// for known G_t, where Q_t = sum_{s<=t} 1/G_s^2:
//
//	eta_t = R / (G_t^2 sqrt(Q_T)),  for which the bound is R/sqrt(Q_T).
//
// They minimize (R^2 + sum eta_t^2 G_t^2)/(2 sum eta_t): its derivative in eta_t
// vanishes if eta_t G_t^2 is the same for all t and equal to the bound. The G_t
// have to be positive and finite.
func AverageSteps(R float64, norms Steps, T int) []float64 {
	inverse, total := inverseSquares(norms, T)
	for i := range inverse {
		inverse[i] *= R / math.Sqrt(total)
	}
	return inverse
}

// inverseSquares returns 1/G_t^2 for every t, and their sum Q_T.
func inverseSquares(norms Steps, T int) (inverse []float64, total float64) {
	inverse = make([]float64, T)
	norms.Fill(inverse, 1, T)
	var sum linear.Sum
	for i, norm := range inverse {
		inverse[i] = 1 / (norm * norm)
		sum.Add(inverse[i])
	}
	return inverse, sum.Value()
}
