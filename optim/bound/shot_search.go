package bound

import "math"

const (
	coarseShots = 24
	fineShots   = 12
	shotRounds  = 8
)

// shotSearch looks for the best shot: over the start of the tail, down to first, and
// n there. Each n is one that the theorem allows, so that the best found is a bound.
type shotSearch struct {
	in       Input
	t, first int
	best     []float64
}

// along tries the shots of a grid on [lo, hi], and then of finer ones around the best
// of them.
func (s *shotSearch) along(lo, hi float64, start func(x float64) shot) {
	n, center, least := coarseShots, lo, math.Inf(1)
	for range shotRounds {
		width := (hi - lo) / float64(n)
		shots := make([]shot, n+1)
		for i := range shots {
			shots[i] = start(lo + width*float64(i))
		}
		shootAll(s.in, s.t, shots)
		for i := range shots {
			terms := shots[i].terms(s.in)
			value := terms[0] + terms[1]
			if value < least {
				least, center = value, lo+width*float64(i)
			}
			if value < s.best[0]+s.best[1] {
				s.best = terms
			}
		}
		lo, hi, n = max(lo, center-width), min(hi, center+width), fineShots
	}
}

// atEnd starts at s = t, where any n is allowed.
func (s *shotSearch) atEnd(reach float64) {
	s.along(-30, 3, func(x float64) shot { return aim(s.t, s.t, reach*math.Exp(x)) })
}

// inTail starts from k points with k eta_s <= n_s <= k eta_s k/(k-1). The whole part of one
// number is k, and the rest the place in that range.
func (s *shotSearch) inTail() {
	most := float64(s.t - s.first + 1)
	s.along(math.Log(2), math.Log(most+1), func(x float64) shot {
		k := max(2, min(most, math.Floor(math.Exp(x))))
		share := max(0, min(1, math.Exp(x)-k))
		start := s.t + 1 - int(k)
		n := k * stepAt(s.in.Steps, start, s.in.Horizon) * math.Pow(k/(k-1), share)
		return aim(s.t, start, n)
	})
}
