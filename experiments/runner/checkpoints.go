package runner

import "math"

// Checkpoints returns at most count integers 1 = t_1 < t_2 < ... = T, evenly
// spaced on a log scale; never fewer than 1 and T.
//
// The candidates are 10^(k/p) rounded, k = 0, 1, 2, ..., with p a power of two:
// the largest for which count suffices, which uses more than about half of it.
// Every grid so contains the powers of ten, and of any two grids, of whatever
// counts and horizons, one contains the other as far as both reach, but for T.
// All integers 1..T are taken if count allows.
//
// The grid is the same on every machine: it is made from square roots and
// products, which IEEE 754 rounds correctly, not from a library's power function.
func Checkpoints(count, T int) []int {
	if T < 1 {
		panic("runner: horizon must be at least 1")
	}
	count = max(count, 2)
	if count >= T {
		return spaced(T, func(k int) float64 { return float64(k + 1) })
	}
	var grid []int
	for level := 0; ; level++ {
		finer := spaced(T, func(k int) float64 { return powerOfTen(k, level) })
		if len(finer) > count {
			break
		}
		grid = finer
	}
	if grid == nil {
		return []int{1, T}
	}
	return grid
}

// spaced returns the distinct roundings below T of an increasing sequence that
// starts at 1, and T.
func spaced(T int, candidate func(k int) float64) []int {
	var grid []int
	last := 0
	for k := 0; ; k++ {
		t := math.Round(candidate(k))
		if t >= float64(T) {
			return append(grid, T)
		}
		if int(t) > last {
			last = int(t)
			grid = append(grid, last)
		}
	}
}

// powerOfTen returns 10^(k / 2^level), a product over the binary digits of the
// exponent, so that equal exponents give equal bits at every level.
func powerOfTen(k, level int) float64 {
	power := math.Pow10(k >> level)
	root := 10.0
	for bit := level - 1; bit >= 0; bit-- {
		root = math.Sqrt(root)
		if k>>bit&1 == 1 {
			power *= root
		}
	}
	return power
}
