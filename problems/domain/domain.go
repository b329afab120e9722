// Package domain holds the closed convex sets over which problems are posed.
//
// A set is an immutable value: one value serves any number of goroutines, and
// no method allocates. Projections are idempotent to the bit: a point that
// Project returns is left as it is by every later Project.
package domain

// Set is a closed convex subset of R^d. All slices have length d.
type Set interface {
	// Project overwrites theta with its Euclidean projection onto the set. A
	// theta with an entry that is not finite need not end in the set.
	Project(theta []float64)
	// Diameter returns sup |x-y| over the set in R^d, +Inf if unbounded.
	Diameter(d int) float64
	// Norm returns sup |x| over the set in R^d, +Inf if unbounded.
	Norm(d int) float64
	// MinimizeLinear overwrites dst with a minimizer of <g, x> over the set.
	// It returns false, and leaves dst alone, if the infimum is -Inf.
	MinimizeLinear(dst, g []float64) bool
	// Shrink overwrites x with what a term k|x|_1, k >= 0, makes of it. The
	// minimizer over the set of |x'-x|^2/2 + k|x'|_1 is Project of the result, and
	// that of <x, x'> + k|x'|_1 is MinimizeLinear of it.
	Shrink(x []float64, k float64)
	// Contains says whether theta lies within the Euclidean distance tol of
	// the set.
	Contains(theta []float64, tol float64) bool
	// String is the set as YAML writes it, e.g. "ball: 5".
	String() string
}
