package bound

import (
	"math"
)

// TouchOnce returns f(x) = max(0, G max_i x_i) in R^T with x_1 = (R/sqrt(T)) (1,...,1), where
// piece t answers at step t. (E3 of the catalogue of bounds.) With the steps
// R/(G sqrt(T)) each touches one coordinate once, so that the last iterate, the best
// one and the uniform average all have the gap RG/sqrt(T).
func TouchOnce(T int, G, R float64) (Instance, error) {
	if err := valid(T, constant{"G", G}, constant{"R", R}); err != nil {
		return Instance{}, err
	}
	if T > maxPieces {
		return Instance{}, errPieces
	}
	f := newStaircase(T, T)
	f.Cut = true
	start := make([]float64, T)
	for t := range T {
		f.Own[t] = G
		start[t] = R / math.Sqrt(float64(T))
	}
	instance := newInstance(f, start, make([]float64, T))
	instance.G, instance.R = G, R
	return instance, nil
}

// AbsoluteValue returns f(x) = G|x| from x_1 = R. (E4 of the catalogue of bounds.)
// Constant steps eta with R = (m+1/2) eta G, m whole, end in turns around 0: for T > m
// the step-weighted average of f is then below the bound of weighted-average by
// exactly (eta G/2)^2/(2 T eta).
func AbsoluteValue(T int, G, R float64) (Instance, error) {
	if err := valid(T, constant{"G", G}, constant{"R", R}); err != nil {
		return Instance{}, err
	}
	instance := newInstance(onLine(T, func(x float64) (value, slope float64) {
		return G * math.Abs(x), math.Copysign(G, x)
	}), []float64{R}, []float64{0})
	instance.G = G
	return instance, nil
}
