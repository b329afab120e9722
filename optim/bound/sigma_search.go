package bound

import "math"

// sigmaSearch looks for the best rho of [lastRho] at t points: on a logarithmic
// grid, and then on finer ones around the best point so far. A whole grid takes
// one sweep over the steps.
type sigmaSearch struct {
	in     Input
	t      int
	norm   float64 // G_t
	last   float64 // the last positive step before t, 0 without one
	lo, hi float64 // where sigma_t = sqrt(rho) is looked for
}

const (
	coarseSigmas = 96
	fineSigmas   = 12
	sigmaRounds  = 8
)

// newSigmaSearch sets the range. Below it (last/sigma_t)^2, above it rho alone
// makes the bound more than that of any constant of the order of R/G and sum eta.
func newSigmaSearch(in Input, t int) sigmaSearch {
	s := sigmaSearch{in: in, t: t, norm: normAt(in, t)}
	sum, least, most := 0.0, s.norm, s.norm
	for _, step := range strides(in, 1, t-1) {
		sum += step.eta
		least, most = min(least, step.norm), max(most, step.norm)
		if step.eta > 0 {
			s.last = step.eta
		}
	}
	largest := max(sum, in.R/least) * (most / least)
	smallest := s.last
	if smallest == 0 {
		smallest = largest
	}
	s.lo = max(1e-150, smallest/(100*math.Sqrt(largest)))
	s.hi = max(1e-150, 10*math.Sqrt(largest))
	return s
}

// minimum returns the terms a and b at the rho that makes objective(a, b) least.
func (s sigmaSearch) minimum(objective func(a, b float64) float64) []float64 {
	lo, hi, n := s.lo, s.hi, coarseSigmas
	best, center, terms := math.Inf(1), lo, []float64{math.Inf(1), math.Inf(1)}
	for range sigmaRounds {
		grid := geometric(lo, hi, n)
		for i, candidate := range s.terms(grid) {
			if value := objective(candidate[0], candidate[1]); value < best {
				best, center, terms = value, grid[i], candidate
			}
		}
		ratio := math.Pow(hi/lo, 1/float64(n-1))
		lo, hi, n = center/ratio, center*ratio, fineSigmas
	}
	return terms
}

// terms returns a and b for each of the values of sigma_t.
func (s sigmaSearch) terms(grid []float64) [][]float64 {
	sigma, noise := append([]float64(nil), grid...), make([]float64, len(grid))
	for i, x := range sigma {
		noise[i] = x * x * s.norm * s.norm
	}
	for _, step := range stridesBack(s.in, 1, s.t-1) {
		for i, x := range sigma {
			move := step.eta / x
			sigma[i] = x + move
			move *= step.norm
			noise[i] += move * move
		}
	}
	out := make([][]float64, len(grid))
	for i, x := range sigma {
		ratio := s.in.R / x
		out[i] = []float64{ratio * ratio / 2, noise[i] / 2}
	}
	return out
}

// geometric returns n numbers from lo to hi, each the same factor above the last.
func geometric(lo, hi float64, n int) []float64 {
	grid := make([]float64, n)
	factor := math.Log(hi/lo) / float64(n-1)
	for i := range grid {
		grid[i] = lo * math.Exp(factor*float64(i))
	}
	return grid
}
