package linear

import "math"

// Norm1 returns |x|_1 = sum_j |x_j|.
func Norm1(x []float64) float64 {
	var sum float64
	for _, v := range x {
		sum += math.Abs(v)
	}
	return sum
}

// addSigns adds c sign(x_j) to dst_j, and nothing where x_j = 0.
func addSigns(dst []float64, c float64, x []float64) {
	for j, v := range x {
		switch {
		case v > 0:
			dst[j] += c
		case v < 0:
			dst[j] -= c
		}
	}
}

// SoftThreshold moves every x_j towards 0 by k >= 0, and to 0 where it is
// closer: it writes the minimizer of |x'-x|^2/2 + k|x'|_1.
func SoftThreshold(x []float64, k float64) {
	for j, v := range x {
		switch {
		case v > k:
			x[j] = v - k
		case v < -k:
			x[j] = v + k
		case v == v: // NaN stays
			x[j] = 0
		}
	}
}

// Split returns the model without its L1 term, on the same data, and the weight
// of the term: the parts that a proximal method takes apart.
func (m *Model) Split() (losses *Model, l1 float64) {
	without := *m
	without.L1 = 0
	return &without, m.L1
}
