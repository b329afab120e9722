package bound

import "slices"

// shot is a choice of n_1..n_T for [bestIterate], followed backwards from n_s at the
// start s of a tail: n, f and slope are n_t, f_t(n_t) and the derivative there.
type shot struct {
	s        int
	n        float64
	f, slope float64
	straight bool // n_t = n_{t+1}+eta_t all the way
}

// aim returns the shot that starts from n_s = n, for t points.
func aim(t, s int, n float64) shot {
	k := float64(t - s + 1)
	slope := (k - 1) / (2 * k)
	return shot{s: s, n: n, f: slope * n, slope: slope, straight: true}
}

// step goes back over one step. With n' for n before it, the ratio times (eta+f) grows
// with n' if
//
//	1/n' + slope/(eta+f) - 2/(n'+eta) >= 0:
//
// then the largest n' that n allows is best, so n = n'+eta. Else n' is only right for
// an n so large that the ratio is 1, n = (n'+eta)^2/n'.
func (x *shot) step(eta float64) {
	gain, next := eta+x.f, x.n+eta
	if next*(gain+x.slope*x.n) >= 2*x.n*gain*(1-tie) {
		x.slope = (gain*eta/next + x.n*x.slope) / next
		x.f = x.n / next * gain
		x.n = next
		return
	}
	x.straight = false
	ratio := eta / x.n
	x.slope /= (1 - ratio) * (1 + ratio)
	x.f = gain
	x.n = next * (next / x.n)
}

// terms returns R^2/(2 n_1) and G^2 (n_1/2-f_1).
func (x *shot) terms(in Input) []float64 {
	return []float64{in.R * in.R / (2 * x.n), in.G * in.G * (x.n/2 - x.f)}
}

// shootAll follows shots to t = 1, side by side.
func shootAll(in Input, t int, shots []shot) {
	order := make([]*shot, len(shots)) // those that start late come first
	for i := range shots {
		order[i] = &shots[i]
	}
	slices.SortStableFunc(order, func(a, b *shot) int { return b.s - a.s })
	begun := 0
	for when, eta := range backward(in, 1, t-1) {
		for begun < len(order) && order[begun].s > when {
			begun++
		}
		if eta == 0 {
			continue
		}
		for _, x := range order[:begun] {
			x.step(eta)
		}
	}
}
