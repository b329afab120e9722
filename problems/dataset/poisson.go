package dataset

import (
	"math"

	"regret/problems/linear"
)

// largestMean bounds the means of counts: from about 745 on, the probability of 0
// is not a number that can be represented.
const largestMean = 700

// poissonQuantile returns the least count whose distribution function, for counts
// of the given mean, is above p in [0, 1); NaN above largestMean.
func poissonQuantile(mean, p float64) float64 {
	if !(mean <= largestMean) {
		return math.NaN()
	}
	count, term := 0.0, linear.Exp(-mean)
	for sum := term; sum <= p && term > 0; sum += term {
		count++
		term *= mean / count
	}
	return count
}
