package bound

import "regret/problems/linear"

// worstMean is the outcome of the recursion of [weightedExact], with n and d per
// unit of weight: the bound is R^2/(2X) + (G^2/2) (X-n+d), X = max(n, R/G).
type worstMean struct {
	n, d  float64
	exact bool
}

// weightedRecursion runs backwards over the prefix of t points. The state is that
// of the points after the current step; the weight of the point before it waits
// until it is known whether a zero step leads to that point.
func weightedRecursion(in Input, weights Steps, t int) worstMean {
	state := meanState{exact: true}
	eta, weight := 0.0, 0.0 // of the point that waits
	with := in
	with.GradientNorms = weights
	for s, step := range stridesBack(with, 1, t) {
		w := step.norm
		switch {
		case s == t:
			weight = w // x_t has no step that matters
		case step.eta == 0:
			weight += w
		default:
			state.prepend(eta, weight)
			eta, weight = step.eta, w
		}
	}
	state.prepend(eta, weight)
	return worstMean{state.n, finiteOrInf(state.d.Value()) / state.gamma, state.exact}
}

// meanState is Gamma_t and Gamma_t n_t, as the sum of twice = 2 sum_{j>=t} Gamma_{j+1} eta_j
// and the rest d, so that n_t is as exact as the two.
type meanState struct {
	gamma, n float64
	d, twice linear.Sum
	exact    bool
}

// tie is the relative excess that passes for rounding where an equality of the
// conditions, as with constant steps, decides whether the bound is exact.
const tie = 1e-12

// prepend adds a point of weight w from which the step h leads to the rest. With
// no weight after it, the step does not matter.
//
// Of the two conditions on n_t the second is decisive while w n_{t+1} <= Gamma_{t+1} h. Its
// right side is least at n_{t+1} = h: up to there, or to the end of its reign,
// n_{t+1} is first raised to u.
func (m *meanState) prepend(h, w float64) {
	if m.gamma == 0 {
		m.gamma = w
		return
	}
	after := m.gamma
	m.gamma += w
	u := max(m.n, h)
	if w > after*(1+tie) {
		u = max(m.n, after*h/w)
		m.exact = false
	}
	m.d.Add(after * (u - m.n))
	m.twice.Add(2 * after * h)
	if w*u <= after*h*(1+tie) {
		m.d.Add(after * h * (h / u))
	} else {
		m.exact = false
		m.d.Add(w*(u+h) - after*h)
	}
	m.n = (m.d.Value() + m.twice.Value()) / m.gamma
}
