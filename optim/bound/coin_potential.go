package bound

import (
	"fmt"
	"math"
)

var sumWithinHorizon = Assumption{
	Name:  "outcomes within [-1,1]",
	LaTeX: `S\le T`,
	Check: func(in Input) error {
		if sum := in.param(wealthParams, "sum"); sum > float64(in.Horizon) {
			return fmt.Errorf("sum = %g exceeds T = %d", sum, in.Horizon)
		}
		return nil
	},
}

// logPotential is the logarithm of 2^T Gamma((T+1+S)/2) Gamma((T+1-S)/2)/(pi T!). With n = T+1,
// s = S/n and Stirling's formula the powers of n and 2 cancel, and what remains has no
// large terms:
//
//	ln sqrt(2/(pi n)) + (n(1+s)-1)/2 ln(1+s) + (n(1-s)-1)/2 ln(1-s) + r(n(1+s)/2) + r(n(1-s)/2) - r(n).
func logPotential(T, sum float64) float64 {
	n := T + 1
	s := sum / n
	a, b := (n+sum)/2, (n-sum)/2
	return math.Log(2/(math.Pi*n))/2 + (a-0.5)*math.Log1p(s) + (b-0.5)*math.Log1p(-s) +
		stirlingRest(a) + stirlingRest(b) - stirlingRest(n)
}

// stirlingRest is r(x) = ln Gamma(x) - [(x-1/2) ln x - x + ln sqrt(2 pi)].
func stirlingRest(x float64) float64 {
	if x < 20 {
		log, _ := math.Lgamma(x)
		return log - ((x-0.5)*math.Log(x) - x + math.Log(2*math.Pi)/2)
	}
	y := 1 / (x * x)
	return (1.0/12 - y*(1.0/360-y*(1.0/1260-y*(1.0/1680-y/1188)))) / x
}
