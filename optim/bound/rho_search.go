package bound

import (
	"cmp"
	"slices"
)

// rhoSearch looks for the best rho of [stronglyConvexLast] at t points: on a
// logarithmic grid, and then on finer ones around its lowest points, for there can be
// several minima, and kinks where some Lambda_t reaches mu. The recursion is run for all
// rho of a round side by side.
//
// Beyond longRun points it is run on an outline of the steps, for shortRounds rounds:
// that leaves about 8 digits of a smooth minimum.
type rhoSearch struct {
	in      Input
	t       int
	lastG   float64 // G_t
	squares float64 // sum of eta_s^2 G_s^2 over s < t
	terms   []float64
	rho     float64 // the best so far
	outline outline // of a long run
}

const (
	coarseRhos = 64
	fineRhos   = 10
	wells      = 3  // minima of the grid that are looked into
	wellRounds = 3  // rounds for all of them
	rhoRounds  = 15 // rounds in all, the others for the best alone

	shortRounds = 6
)

// longRun is the number of points beyond which what takes many operations a step and a point is
// found in another way.
const longRun = 100_000

// span is where a minimum is looked for, and its lowest value so far.
type span struct{ lo, hi, value float64 }

func newRhoSearch(in Input, t int) *rhoSearch {
	search := &rhoSearch{in: in, t: t, lastG: normAt(in, t)}
	for _, step := range strides(in, 1, t-1) {
		search.squares += step.eta * step.eta * step.norm * step.norm
	}
	return search
}

// minimum returns the terms at the best rho.
func (s *rhoSearch) minimum() []float64 {
	rounds := rhoRounds
	if s.outline != nil {
		rounds = shortRounds
	}
	spans := s.round([]span{{lo: s.least(), hi: 1 / s.in.Mu}}, coarseRhos, wells)
	for i := range rounds {
		if i == wellRounds {
			spans = spans[:min(1, len(spans))]
		}
		spans = s.round(spans, fineRhos, 1)
	}
	return s.terms
}

// least returns a rho below which the last noise alone exceeds the bound at rho = 1/mu,
// G_t^2/(2 mu). Without noise R/G is the best where no step moves x_t.
func (s *rhoSearch) least() float64 {
	end := 1 / s.in.Mu
	for _, step := range stridesBack(s.in, 1, s.t-1) {
		if noise := step.eta * step.norm; noise > 0 && s.lastG > 0 {
			ratio := s.lastG / noise
			return min(end/2, 1/(s.in.Mu+ratio*ratio/s.in.Mu))
		}
	}
	if s.in.R == 0 || s.lastG == 0 {
		return end * 1e-200
	}
	return min(end/2, s.in.R/s.lastG/4)
}

// round lays n points over every span, keeps the best terms of all, and returns the
// neighbourhoods of the lowest minima of each span, the lowest first.
func (s *rhoSearch) round(spans []span, n, keep int) []span {
	var rho []float64
	for _, at := range spans {
		rho = append(rho, geometric(at.lo, at.hi, n)...)
	}
	values := s.values(rho)
	var out []span
	for i := range spans {
		out = append(out, lowest(rho[i*n:(i+1)*n], values[i*n:(i+1)*n], keep)...)
	}
	slices.SortFunc(out, func(a, b span) int { return cmp.Compare(a.value, b.value) })
	return out
}

// lowest returns the neighbourhoods of the local minima on a grid.
func lowest(rho, values []float64, keep int) []span {
	var out []span
	end := len(rho) - 1
	for i, v := range values {
		if before, after := max(0, i-1), min(end, i+1); v <= values[before] && v <= values[after] {
			out = append(out, span{rho[before], rho[after], v})
		}
	}
	slices.SortFunc(out, func(a, b span) int { return cmp.Compare(a.value, b.value) })
	return out[:min(keep, len(out))]
}

// values returns the bound for every rho, and keeps the terms of the best.
func (s *rhoSearch) values(rho []float64) []float64 {
	e, noise := s.recursion(rho)
	values := make([]float64, len(rho))
	for i := range rho {
		terms := []float64{e[i] * s.in.R * s.in.R / 2, rho[i] * s.lastG * s.lastG / 2, noise[i] / 2}
		values[i] = sumOf(terms)
		if s.terms == nil || values[i] < sumOf(s.terms) {
			s.terms, s.rho = terms, rho[i]
		}
	}
	return values
}

// recursion returns e_1 and sum_{s<t} e_{s+1} eta_s^2 G_s^2 for every rho. It stops where
// what is left, at most e (R^2 + sum of the squares), is beyond the last digit.
func (s *rhoSearch) recursion(rho []float64) (e, noise []float64) {
	e, noise = make([]float64, len(rho)), make([]float64, len(rho))
	for i := range e {
		e[i] = max(0, 1/rho[i]-s.in.Mu)
		if s.outline != nil {
			e[i], noise[i] = s.outline.recursion(e[i], s.in.Mu)
		}
	}
	if s.outline != nil {
		return e, noise
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
		rest := x - mu*y*(2+y)
		if rest < 0 {
			rest = 0
		}
		e[i] = rest / ((1 + y) * (1 + y))
	}
}

func (s *rhoSearch) settled(rho, e []float64) bool {
	left := s.in.R*s.in.R + s.squares
	for i, x := range e {
		if x*left > 0x1p-60*rho[i]*s.lastG*s.lastG {
			return false
		}
	}
	return true
}

// enough returns how large 1/e may be for the rest of the steps not to count.
func (s *rhoSearch) enough() float64 {
	return 0x1p60 * (s.in.R*s.in.R + s.outline.energy()) / (s.rho * s.lastG * s.lastG)
}

func sumOf(terms []float64) float64 {
	sum := 0.0
	for _, term := range terms {
		sum += term
	}
	return sum
}
