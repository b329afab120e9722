package linear

import "math"

// InverseRoots sets dst[i] = c/sqrt(t+i) for t + len(dst) <= 2^53, rounded twice: the same
// bits on every machine.
func InverseRoots(dst []float64, c float64, t int) {
	done := inverseRoots(dst, c, t)
	for i := done; i < len(dst); i++ {
		dst[i] = c / math.Sqrt(float64(t+i))
	}
}
