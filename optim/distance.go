package optim

import "math"

// squaredDistance returns |x-y|^2.
func squaredDistance(x, y []float64) float64 {
	var even, odd float64
	for len(x) >= 2 && len(y) >= 2 {
		a, b := x[0]-y[0], x[1]-y[1]
		even += a * a
		odd += b * b
		x, y = x[2:], y[2:]
	}
	for j, v := range x {
		a := v - y[j]
		even += a * a
	}
	return even + odd
}

func finite(x float64) bool { return !math.IsInf(x, 0) && !math.IsNaN(x) }
