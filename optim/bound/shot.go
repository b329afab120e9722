package bound

import "math"

// shot is a choice of n_1..n_T for [bestIterate], followed backwards from n_s: its
// outcome n_1 and f_1(n_1).
type shot struct {
	n, f     float64
	straight bool // n_t = n_{t+1}+eta_t all the way
}

// shoot starts from n_s = n at the tail of s. Let f and slope be f_{t+1} and its derivative
// at n' = n_{t+1}. The ratio times (eta+f) grows with n' if
//
//	1/n' + slope/(eta+f) - 2/(n'+eta) >= 0:
//
// then the largest n' that n allows is best, so n = n'+eta. Else n' is only right for
// an n so large that the ratio is 1, n = (n'+eta)^2/n'.
func shoot(in Input, t, s int, n float64) shot {
	k := float64(t - s + 1)
	slope := (k - 1) / (2 * k)
	f := slope * n
	straight := true
	for _, eta := range backward(in, 1, s-1) {
		if eta == 0 {
			continue
		}
		gain, next := eta+f, n+eta
		if next*gain+slope*n*next >= 2*n*gain {
			slope = (gain*eta/next + n*slope) / next
			f = n / next * gain
			n = next
			continue
		}
		straight = false
		ratio := eta / n
		slope /= (1 - ratio) * (1 + ratio)
		f = gain
		n = next * (next / n)
	}
	return shot{n, f, straight}
}

// terms returns R^2/(2 n_1) and G^2 (n_1/2-f_1).
func (s shot) terms(in Input) []float64 {
	return []float64{in.R * in.R / (2 * s.n), in.G * in.G * (s.n/2 - s.f)}
}

const (
	coarseShots = 16
	fineShots   = 24
)

// searchShots searches the start s of the tail, down to first, and n_s. Each n is
// one that the theorem allows, so that the best found is a bound.
func searchShots(in Input, t, first int, reach float64, best []float64) []float64 {
	value := func(s int, n float64) float64 {
		terms := shoot(in, t, s, n).terms(in)
		if terms[0]+terms[1] < best[0]+best[1] {
			best = terms
		}
		return terms[0] + terms[1]
	}
	at := func(s int, share float64) float64 { // n_s within the range of its tail
		k, eta := float64(t-s+1), stepAt(in.Steps, s, in.Horizon)
		return value(s, k*eta*math.Pow(k/(k-1), share))
	}
	atEnd := func(logarithm float64) float64 { return value(t, reach*math.Exp(logarithm)) }
	valley(-30, 3, coarseShots, fineShots, atEnd)
	if first >= t {
		return best
	}
	start := func(logK float64) int { return t + 1 - min(t-first+1, max(2, int(math.Round(math.Exp(logK))))) }
	logK := valley(math.Log(2), math.Log(float64(t-first+1)), coarseShots, fineShots, func(x float64) float64 { return at(start(x), 0.5) })
	for _, s := range []int{start(logK) - 1, start(logK), start(logK) + 1} {
		if s >= first && s < t {
			valley(0, 1, 2, fineShots, func(share float64) float64 { return at(s, share) })
		}
	}
	return best
}

// valley looks for a minimum of f on [lo, hi]: the best of a grid, refined by golden
// section between its neighbours.
func valley(lo, hi float64, coarse, fine int, f func(x float64) float64) float64 {
	width := (hi - lo) / float64(coarse)
	best, least := lo, math.Inf(1)
	for i := range coarse + 1 {
		if x := lo + width*float64(i); f(x) < least {
			best, least = x, f(x)
		}
	}
	golden := (math.Sqrt(5) - 1) / 2
	lo, hi = max(lo, best-width), min(hi, best+width)
	for range fine {
		a, b := hi-golden*(hi-lo), lo+golden*(hi-lo)
		if f(a) < f(b) {
			hi = b
		} else {
			lo = a
		}
	}
	return (lo + hi) / 2
}
