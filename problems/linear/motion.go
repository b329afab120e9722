package linear

import "math"

// motion plans the steps of each lane. With s the slope, z = a.theta and q = |theta|^2,
//
//	|g|^2      = s^2 |a|^2 + Ridge (2 s z + Ridge q)
//	<g, theta> = s z + Ridge q,
//
// from which q at the next iterate follows; a projection onto the ball of radius r
// multiplies theta by c = r/|theta|. What no step waits for is left to the ledger.
type motion struct {
	z, ahead      [Width]float64 // a.theta with the row of the step at hand, and with that of the next
	norm          [Width]float64 // q
	alpha, beta   [Width]float64 // theta_{t+1} = alpha theta_t + beta a
	between       float64        // a.a' with the rows of both steps
	ridge         float64
	radius, limit float64 // limit is radius^2
}

func newMotion(ridge, radius float64) *motion {
	return &motion{ridge: ridge, radius: radius, limit: radius * radius, alpha: [Width]float64{1, 1, 1, 1, 1, 1, 1, 1}}
}

// moment is what a step leaves for the ledger.
type moment struct {
	z, slope [Width]float64 // a.theta and the derivative of the loss there
	norm     [Width]float64 // q
	gradient [Width]float64 // |g|^2
	reach    [Width]float64 // q at the next iterate before that is projected
	loss     [Width]float64 // the loss without ridge, in the end f_t(theta_t)
	doubt    [Width]float64 // 0 where f_t(theta_t), |theta_t-u|^2 and |g_t|^2 are finite
}

// planPortable plans a step from the slopes of the moment, whose other numbers it sets
// but for the loss and the doubt.
func (m *motion) planPortable(now *moment, facts *rowFacts, eta *[Width]float64, width int) {
	for k := range width {
		z, s, q, eta := m.z[k], now.slope[k], m.norm[k], eta[k]
		gradient := s*s*facts.square + m.ridge*(2*s*z+m.ridge*q)
		along := s*z + m.ridge*q
		reach := q + eta*(eta*gradient-2*along)
		now.z[k], now.norm[k], now.gradient[k], now.reach[k] = z, q, gradient, reach
		m.norm[k], m.alpha[k], m.beta[k] = reach, 1-eta*m.ridge, -(eta * s)
		if reach > m.limit {
			c := m.radius / math.Sqrt(reach)
			m.norm[k], m.alpha[k], m.beta[k] = m.limit, c*m.alpha[k], c*m.beta[k]
		}
		m.norm[k] = max(m.norm[k], 0)
		m.foresee(k)
	}
}

// foresee sets z to the margin of the next row, see foresight.
func (m *motion) foresee(k int) {
	m.z[k] = m.alpha[k]*m.ahead[k] + m.beta[k]*m.between
}

// rest puts lane k at 0.
func (m *motion) rest(k int) {
	m.z[k], m.ahead[k], m.norm[k], m.alpha[k], m.beta[k] = 0, 0, 0, 1, 0
}
