package dataset

import (
	"math"
	"slices"

	"regret/problems/linear"
)

// meanDeviation returns the mean of x and its population standard deviation
// (divisor n), by two passes with compensated sums. The deviation is exactly 0
// if all x are equal.
func meanDeviation(x []float64) (mean, deviation float64) {
	// The mean of equal numbers can round to another number.
	if low, high := slices.Min(x), slices.Max(x); low == high {
		return low, 0
	}
	n := float64(len(x))
	var sum linear.Sum
	for _, v := range x {
		sum.Add(v)
	}
	mean = sum.Value() / n
	var squares linear.Sum
	for _, v := range x {
		squares.Add((v - mean) * (v - mean))
	}
	return mean, math.Sqrt(squares.Value() / n)
}
