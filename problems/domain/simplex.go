package domain

import "math"

// Simplex is the probability simplex {x : x_j >= 0, sum_j x_j = 1}. Its
// diameter is sqrt(2), the distance of two vertices.
type Simplex struct{}

// Validate returns nil: there is nothing to choose.
func (Simplex) Validate() error { return nil }

// Project writes max(x_j - tau, 0) with the tau that makes the sum 1. It finds
// tau by shrinking the set of positive coordinates (Michelot, Journal of
// Optimization Theory and Applications 50, 1986), which needs neither sorting
// nor memory: a pass over x costs O(d), few passes are usual, d the worst.
func (Simplex) Project(x []float64) {
	// The second round removes what rounding tau left of the sum; after it
	// only the rounding of the entries themselves remains.
	const rounds = 3
	for round := 0; round < rounds && !onSimplex(x); round++ {
		top, tau := threshold(x)
		for j, v := range x {
			x[j] = max(v-top-tau, 0)
		}
	}
}

// onSimplex says whether no entry is negative and the sum is 1 up to the
// rounding of the entries.
func onSimplex(x []float64) bool {
	const rounding = 0x1p-51
	var sum, lost float64
	for _, v := range x {
		if v < 0 {
			return false
		}
		var e float64
		sum, e = twoSum(sum, v)
		lost += e
	}
	return math.Abs(sum-1+lost) <= rounding
}

// threshold returns top = max x and the tau with sum_j max(x_j - top - tau, 0) = 1.
// Measured from the top, tau lies in [-1, 0), so its digits do not depend on
// how far x is from the simplex.
func threshold(x []float64) (top, tau float64) {
	top = math.Inf(-1)
	for _, v := range x {
		top = max(top, v)
	}
	// The sum is too large at the tau that an iteration starts from, hence
	// every coordinate at or below it is 0 in the projection.
	tau = -1
	for last := len(x) + 1; ; {
		sum, lost, positive := 0.0, 0.0, 0
		for _, v := range x {
			if v -= top; v > tau {
				positive++
				var e float64
				sum, e = twoSum(sum, v)
				lost += e
			}
		}
		if positive == 0 || positive >= last {
			return top, tau
		}
		last, tau = positive, (sum-1+lost)/float64(positive)
	}
}

// Diameter returns sqrt(2), and 0 for the single point of d = 1.
func (Simplex) Diameter(d int) float64 {
	if d < 2 {
		return 0
	}
	return math.Sqrt2
}

// Norm returns 1.
func (Simplex) Norm(int) float64 { return 1 }

// MinimizeLinear writes the first vertex e_j with the least g_j.
func (Simplex) MinimizeLinear(dst, g []float64) bool {
	checkLengths(dst, g)
	least := 0
	for j, v := range g {
		if v < g[least] {
			least = j
		}
	}
	clear(dst)
	dst[least] = 1
	return true
}

// Shrink leaves x as it is: |x'|_1 = 1 on the simplex.
func (Simplex) Shrink(x []float64, k float64) {}

// Contains says whether x lies within the distance tol of the simplex.
func (Simplex) Contains(x []float64, tol float64) bool {
	if onSimplex(x) {
		return true
	}
	top, tau := threshold(x)
	var distance float64
	for _, v := range x {
		distance = math.Hypot(distance, v-max(v-top-tau, 0))
	}
	return distance <= tol
}

// String returns "simplex".
func (Simplex) String() string { return "simplex" }
