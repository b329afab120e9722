package domain

import "math"

// scaledNorm returns scale and norm with |x| = scale*norm, where scale is 1
// unless the squares of x would overflow or lose digits to underflow.
// The squares are summed with compensation, so norm is good to about an ulp.
func scaledNorm(x []float64) (scale, norm float64) {
	const small = 0x1p-900 // below it squares lose digits
	square := sumSquares(x, 1)
	if square > small && !math.IsInf(square, 1) || math.IsNaN(square) {
		return 1, math.Sqrt(square)
	}
	var largest float64
	for _, v := range x {
		largest = max(largest, math.Abs(v))
	}
	if largest == 0 || math.IsInf(largest, 1) {
		return 1, largest
	}
	// A power of two, so that dividing by it rounds nothing. It stays within
	// the normal numbers, whose reciprocals are finite.
	_, exponent := math.Frexp(largest)
	scale = math.Ldexp(1, min(max(exponent, -1022), 1022))
	return scale, math.Sqrt(sumSquares(x, 1/scale))
}

// sumSquares returns the sum of (factor*x_j)^2, the rounding errors of the
// additions added at the end.
func sumSquares(x []float64, factor float64) float64 {
	var sum, lost float64
	for _, v := range x {
		v *= factor
		var e float64
		sum, e = twoSum(sum, v*v)
		lost += e
	}
	if math.IsInf(sum, 1) {
		return sum // where lost is NaN
	}
	return sum + lost
}

// twoSum returns a+b rounded and the error of the rounding (Knuth's algorithm,
// which needs no branch).
func twoSum(a, b float64) (sum, err float64) {
	sum = a + b
	added := sum - a
	return sum, (a - (sum - added)) + (b - added)
}

func checkLengths(dst, g []float64) {
	if len(dst) != len(g) {
		panic("domain: dst and g differ in length")
	}
}
