package bound

import "math"

// rhoSearch looks for the best rho of [stronglyConvexLast] at t points: on a
// logarithmic grid, for there can be several minima, and then on finer ones around
// the best point so far. The recursion is run for a whole grid side by side.
type rhoSearch struct {
	in      Input
	t       int
	lastG   float64 // G_t
	squares float64 // sum of eta_s^2 G_s^2 over s < t
}

const (
	gridPoints = 48
	finePoints = 12
	fineGrids  = 7
)

func newRhoSearch(in Input, t int) rhoSearch {
	search := rhoSearch{in: in, t: t, lastG: normAt(in, t)}
	for _, step := range strides(in, 1, t-1) {
		search.squares += step.eta * step.eta * step.norm * step.norm
	}
	return search
}

// minimum returns the terms at the best rho.
func (s rhoSearch) minimum() []float64 {
	hi := 1 / s.in.Mu
	rho := geometric(min(s.leastStep(), hi)/4, hi, gridPoints)
	terms, at := s.best(rho)
	for range fineGrids {
		rho = geometric(rho[max(0, at-1)], rho[min(len(rho)-1, at+1)], finePoints)
		var fine []float64
		if fine, at = s.best(rho); sumOf(fine) < sumOf(terms) {
			terms = fine
		}
	}
	return terms
}

// leastStep returns a scale below which rho need not go: the last step that moves
// x_t, or R/G without one.
func (s rhoSearch) leastStep() float64 {
	for _, eta := range backward(s.in, 1, s.t-1) {
		if eta > 0 {
			return eta
		}
	}
	if s.in.R == 0 || s.lastG == 0 {
		return 1e-200
	}
	return s.in.R / s.lastG
}

// best returns the terms of the rho with the smallest bound, and its index.
func (s rhoSearch) best(rho []float64) (terms []float64, at int) {
	e, noise := s.recursion(rho)
	least := math.Inf(1)
	for i := range rho {
		candidate := []float64{e[i] * s.in.R * s.in.R / 2, rho[i] * s.lastG * s.lastG / 2, noise[i] / 2}
		if value := sumOf(candidate); value < least || terms == nil {
			least, terms, at = value, candidate, i
		}
	}
	return terms, at
}

// recursion returns e_1 and sum_{s<t} e_{s+1} eta_s^2 G_s^2 for every rho. It stops where
// what is left, at most e (R^2 + sum of the squares), is beyond the last digit.
func (s rhoSearch) recursion(rho []float64) (e, noise []float64) {
	e, noise = make([]float64, len(rho)), make([]float64, len(rho))
	for i := range e {
		e[i] = max(0, 1/rho[i]-s.in.Mu)
	}
	for t, step := range stridesBack(s.in, 1, s.t-1) {
		if t%blockLen == 0 && s.settled(rho, e) {
			break
		}
		retreat(e, noise, s.in.Mu, step.eta, step.norm)
	}
	return e, noise
}

// retreat takes e and the noise of every rho one step back in time.
func retreat(e, noise []float64, mu, eta, g float64) {
	square := eta * eta * g * g
	noise = noise[:len(e)]
	for i, x := range e {
		noise[i] += x * square
		y := x * eta
		e[i] = max(0, x-mu*y*(2+y)) / ((1 + y) * (1 + y))
	}
}

func (s rhoSearch) settled(rho, e []float64) bool {
	left := s.in.R*s.in.R + s.squares
	for i, x := range e {
		if x*left > 0x1p-60*rho[i]*s.lastG*s.lastG {
			return false
		}
	}
	return true
}

func sumOf(terms []float64) float64 {
	sum := 0.0
	for _, term := range terms {
		sum += term
	}
	return sum
}
