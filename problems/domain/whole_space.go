package domain

import (
	"math"

	"regret/problems/linear"
)

// WholeSpace is R^d itself: no constraint, infinite diameter.
type WholeSpace struct{}

// Validate returns nil: there is nothing to choose.
func (WholeSpace) Validate() error { return nil }

// CentredRadius returns +Inf: the whole space is a ball without end.
func (WholeSpace) CentredRadius() float64 { return math.Inf(1) }

// Project leaves theta as it is.
func (WholeSpace) Project([]float64) {}

// Diameter returns +Inf.
func (WholeSpace) Diameter(int) float64 { return math.Inf(1) }

// Norm returns +Inf.
func (WholeSpace) Norm(int) float64 { return math.Inf(1) }

// MinimizeLinear succeeds for g = 0 alone, with the minimizer 0.
func (WholeSpace) MinimizeLinear(dst, g []float64) bool {
	checkLengths(dst, g)
	for _, v := range g {
		if v != 0 {
			return false
		}
	}
	clear(dst)
	return true
}

// Shrink is soft thresholding.
func (WholeSpace) Shrink(x []float64, k float64) { linear.SoftThreshold(x, k) }

// Contains says whether every entry of theta is finite.
func (WholeSpace) Contains(theta []float64, _ float64) bool {
	for _, v := range theta {
		if math.IsNaN(v) || math.IsInf(v, 0) {
			return false
		}
	}
	return true
}

// String returns "whole-space".
func (WholeSpace) String() string { return "whole-space" }
