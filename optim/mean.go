package optim

import (
	"math"

	"regret/optim/average"
	"regret/problems/linear"
)

// mean keeps one weighted average of the iterates, of their losses and of
// their regrets.
type mean struct {
	average average.Average
	theta   []float64 // bar theta_t, stale while the current iterate stands for it
	weight  float64   // sum of the weights, +Inf for the last iterate

	losses, regrets      linear.Sum // weighted sums
	lastLoss, lastRegret float64    // of step t alone
	weights              linear.Sum
}

func newMean(a average.Average, d int) mean {
	return mean{average: a, theta: make([]float64, d)}
}

// current says whether the current iterate stands for the average: for the
// last iterate, and as long as all weights are zero.
func (m *mean) current() bool { return m.weight == 0 || math.IsInf(m.weight, 1) }

func (m *mean) add(t int, eta float64, theta []float64, loss, regret float64) {
	m.lastLoss, m.lastRegret = loss, regret
	w := m.average.Weight(t, eta)
	if math.IsInf(w, 1) {
		m.weight = w
		return
	}
	if w == 0 {
		return
	}
	m.weights.Add(w)
	m.weight = m.weights.Value()
	m.losses.Add(w * loss)
	m.regrets.Add(w * regret)
	rho := w / m.weight
	for j, x := range theta {
		m.theta[j] += rho * (x - m.theta[j])
	}
}

// point returns bar theta_t, given theta_t.
func (m *mean) point(theta []float64) []float64 {
	if m.current() {
		return theta
	}
	return m.theta
}

func (m *mean) loss() float64 {
	if m.current() {
		return m.lastLoss
	}
	return m.losses.Value() / m.weight
}

func (m *mean) regret() float64 {
	if m.current() {
		return m.lastRegret
	}
	return m.regrets.Value() / m.weight
}
