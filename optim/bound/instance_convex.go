package bound

import (
	"fmt"
	"math"

	"regret/problems/linear"
)

// TouchOnce returns f(x) = max(0, G max_i x_i) in R^T with x_1 = (R/sqrt(T)) (1,...,1), where
// piece t answers at step t. (E3 of the catalogue of bounds.) With the steps
// R/(G sqrt(T)) each touches one coordinate once, so that the last iterate, the best
// one and the uniform average all have the gap RG/sqrt(T).
func TouchOnce(T int, G, R float64) (Instance, error) {
	if err := valid(T, constant{"G", G}, constant{"R", R}); err != nil {
		return Instance{}, err
	}
	pieces := &linear.Dense{N: T, D: T, Data: make([]float64, T*T)}
	start := make([]float64, T)
	for t := range T {
		pieces.Row(t)[t] = G
		start[t] = R / math.Sqrt(float64(T))
	}
	instance := newInstance(&MaxOfLinear{Pieces: pieces, Cut: true}, start, make([]float64, T))
	instance.G, instance.R = G, R
	return instance, nil
}

// AbsoluteValue returns f(x) = G|x| from x_1 = (m+1/2) eta G, where constant steps eta end
// in turns around 0. (E4 of the catalogue of bounds.) For T > m its step-weighted
// average of f is below the bound of weighted-average by exactly (eta G/2)^2/(2 T eta).
func AbsoluteValue(T, m int, eta, G float64) (Instance, error) {
	if err := valid(T, constant{"G", G}, constant{"eta", eta}); err != nil {
		return Instance{}, err
	}
	if m < 0 {
		return Instance{}, fmt.Errorf("m = %d is negative", m)
	}
	start := []float64{(float64(m) + 0.5) * eta * G}
	instance := newInstance(onLine(T, func(x float64) (value, slope float64) {
		return G * math.Abs(x), math.Copysign(G, x)
	}), start, []float64{0})
	instance.G = G
	return instance, nil
}
