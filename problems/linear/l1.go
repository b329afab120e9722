package linear

import "math"

// Norm1 returns |x|_1 = sum_j |x_j|, summed in the canonical order of Dot.
func Norm1(x []float64) float64 {
	var s [8]float64
	for ; len(x) >= 8; x = x[8:] {
		s[0] += math.Abs(x[0])
		s[1] += math.Abs(x[1])
		s[2] += math.Abs(x[2])
		s[3] += math.Abs(x[3])
		s[4] += math.Abs(x[4])
		s[5] += math.Abs(x[5])
		s[6] += math.Abs(x[6])
		s[7] += math.Abs(x[7])
	}
	for j, v := range x {
		s[j] += math.Abs(v)
	}
	return tree(&s)
}

// addSigns adds c sign(x_j) to dst_j, and nothing where x_j = 0.
func addSigns(dst []float64, c float64, x []float64) {
	for j, v := range x {
		if v != 0 { // hardly ever otherwise, while signs are hard to predict
			dst[j] += math.Copysign(c, v)
		}
	}
}

// SoftThreshold moves every x_j towards 0 by k >= 0, and to 0 where it is
// closer: it writes the minimizer of |x'-x|^2/2 + k|x'|_1.
func SoftThreshold(x []float64, k float64) {
	for j, v := range x {
		x[j] = math.Copysign(max(math.Abs(v)-k, 0), v) // NaN stays
	}
}

// Split returns the model without its L1 term, on the same data, and the weight
// of the term: the parts that a proximal method takes apart.
func (m *Model) Split() (losses *Model, l1 float64) {
	without := *m
	without.L1 = 0
	return &without, m.L1
}
