package tune

import "math"

// rounding is the relative difference below which two bounds count as equal.
const rounding = 1e-11

// lowest returns the index of the smallest number, of equal ones the first, and
// -1 if none is finite.
func lowest(values []float64) int {
	best := -1
	for i, v := range values {
		if v < math.Inf(1) && (best < 0 || v < values[best]*(1-rounding)) {
			best = i
		}
	}
	return best
}

// refine searches for a smaller value than f(grid[i]) = best, which is the lowest
// on the grid, between the neighbours of grid[i], by golden section: the largest gap
// beside the best point is probed, and the probe becomes either the best point or
// the end of the bracket. f may be +Inf. The result is never above best, and the
// minimum of the bracket if f falls and rises there.
func refine(f func(x float64) float64, grid []float64, i int, best float64) (x, value float64) {
	const (
		probes = 60
		golden = 0.3819660112501051 // (3-sqrt(5))/2
	)
	x, value = grid[i], best
	lo, hi := grid[max(i-1, 0)], grid[min(i+1, len(grid)-1)]
	for range probes {
		probe := x + golden*(hi-x)
		if x-lo > hi-x {
			probe = x - golden*(x-lo)
		}
		y := f(probe)
		switch better := y < value; {
		case better && probe > x:
			lo, x, value = x, probe, y
		case better:
			hi, x, value = x, probe, y
		case probe > x:
			hi = probe
		default:
			lo = probe
		}
	}
	if value >= best*(1-rounding) {
		return grid[i], best
	}
	return x, value
}
