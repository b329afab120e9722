package linear

import "math"

// ledger follows e = |theta-u|^2 of each lane along the steps, and the largest e and
// |g|^2. With w = a.u, and the rest as in motion,
//
//	<g, theta-u> = s (z-w) + Ridge (q + e - |u|^2)/2,
//
// and a projection that multiplies theta by c makes of e
//
//	c e + (1-c)(|u|^2 - c q).
type ledger struct {
	offset                 [Width]float64 // e
	maxOffset, maxGradient [Width]float64
	square                 float64 // |u|^2
}

// notePortable enters a step, adds the ridge to its losses and casts doubt on those lanes
// whose f_t(theta_t), |theta_t-u|^2 or |g_t|^2 is not finite: their numbers mean nothing
// from there on. It reports whether there are none.
func (b *ledger) notePortable(m *motion, now *moment, facts *rowFacts, eta *[Width]float64, width int) bool {
	finite := true
	for k := range width {
		s, q, e := now.slope[k], now.norm[k], b.offset[k]
		now.loss[k] += 0.5 * m.ridge * q
		x := now.loss[k] + now.gradient[k] + e
		now.doubt[k] = x - x
		finite = finite && now.doubt[k] == 0
		b.maxGradient[k], b.maxOffset[k] = max(b.maxGradient[k], now.gradient[k]), max(b.maxOffset[k], e)
		apart := s*(now.z[k]-facts.margin) + 0.5*m.ridge*((q+e)-b.square)
		e += eta[k] * (eta[k]*now.gradient[k] - 2*apart)
		if now.reach[k] > m.limit {
			c := m.radius / math.Sqrt(now.reach[k])
			e = c*e + (1-c)*(b.square-c*now.reach[k])
		}
		b.offset[k] = max(e, 0)
	}
	return finite
}

// advancePortable plans a step and enters it into the ledger.
func advancePortable(m *motion, b *ledger, now *moment, facts *rowFacts, eta *[Width]float64, width int) (finite bool) {
	m.planPortable(now, facts, eta, width)
	return b.notePortable(m, now, facts, eta, width)
}

// rest puts lane k at 0.
func (b *ledger) rest(k int) {
	b.offset[k], b.maxOffset[k], b.maxGradient[k] = b.square, 0, 0
}

// laneAverage is one weighted mean of each run.
type laneAverage struct {
	weight, now     [Width]float64 // W_t and w_t
	loss, regret    [Width]float64 // sums of this stretch
	losses, regrets [Width]Sum     // of the stretches before
}

// countPortable adds f_t(theta_t) and the regret of a step with their weights.
func (a *laneAverage) countPortable(now *moment, weight *[Width]float64, atU float64, width int) {
	for k := range width {
		w := weight[k]
		a.now[k] = w
		a.weight[k] += w
		a.loss[k] += w * now.loss[k]
		a.regret[k] += w * (now.loss[k] - atU)
	}
}

// share returns 1/W_t, 0 where that is 0.
func (a *laneAverage) share(width int) (share [Width]float64) {
	for k := range width {
		if a.weight[k] != 0 {
			share[k] = 1 / a.weight[k]
		}
	}
	return share
}
