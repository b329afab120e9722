package linear

import "math"

// Exp returns e^x with a relative error below 5e-16, and the same bits on every
// machine: math.Exp takes another path, with other last digits, where a processor has
// fused multiply-add.
//
// With k = round(x/log 2) and r = x - k log 2, |r| <= log(2)/2, it is 2^k times the
// Taylor polynomial of degree 13 of e^r, whose truncation error is 4e-18.
func Exp(x float64) float64 {
	const (
		overflow  = 709.782712893383973096 // log of the largest number
		underflow = -745.13321910194110842 // log of half the smallest
		log2High  = 6.93147180369123816490e-01
		log2Low   = 1.90821492927058770002e-10
	)
	switch {
	case math.IsNaN(x) || x > overflow:
		return x * math.Inf(1)
	case x < underflow:
		return 0
	}
	k := math.RoundToEven(x * math.Log2E)
	r := math.FMA(-k, log2Low, math.FMA(-k, log2High, x))
	if k < -1021 { // a subnormal result is rounded once, in the last product
		return math.Float64frombits(uint64(int(k)+64+1023)<<52) * expReduced(r) * 0x1p-64
	}
	if k == 1024 {
		return 2 * (math.Float64frombits(uint64(1023+1023)<<52) * expReduced(r))
	}
	return math.Float64frombits(uint64(int(k)+1023)<<52) * expReduced(r)
}

// expReduced returns e^r for |r| <= log(2)/2. The small terms are summed by
// pairs, which shortens the chain of operations that wait for each other.
func expReduced(r float64) float64 {
	const (
		c2, c3, c4, c5 = 1.0 / 2, 1.0 / 6, 1.0 / 24, 1.0 / 120
		c6, c7, c8, c9 = 1.0 / 720, 1.0 / 5040, 1.0 / 40320, 1.0 / 362880
		c10, c11       = 1.0 / 3628800, 1.0 / 39916800
		c12, c13       = 1.0 / 479001600, 1.0 / 6227020800
	)
	r2 := r * r
	r4 := r2 * r2
	low := math.FMA(math.FMA(c5, r, c4), r2, math.FMA(c3, r, c2))
	middle := math.FMA(math.FMA(c9, r, c8), r2, math.FMA(c7, r, c6))
	high := math.FMA(math.FMA(c13, r, c12), r2, math.FMA(c11, r, c10))
	sum := math.FMA(r4*r4, high, math.FMA(r4, middle, low))
	return 1 + math.FMA(r2, sum, r)
}
