package linear

import "math"

// motion carries |theta|^2 and |theta-u|^2 of each lane along the steps, and finds
// what a step does. With s the slope, z = a.theta, w = a.u, q = |theta|^2 and
// e = |theta-u|^2,
//
//	|g|^2        = s^2 |a|^2 + Ridge (2 s z + Ridge q)
//	<g, theta>   = s z + Ridge q
//	<g, theta-u> = s (z-w) + Ridge (q + e - |u|^2)/2,
//
// and a projection onto the ball of radius r multiplies theta by c = r/|theta|, after
// which e is c e + (1-c)(|u|^2 - c q).
//
// There are no pointers in it, so that the allocator puts its arrays on cache lines.
type motion struct {
	z, value, slope        [Width]float64 // a.theta, the loss without ridge, and its derivative
	norm, offset           [Width]float64 // q and e
	maxOffset, maxGradient [Width]float64 // of e and |g|^2 so far
	loss                   [Width]float64 // f_t(theta_t)
	alpha, beta            [Width]float64 // theta_{t+1} = alpha theta_t + beta a
	ridge, square          float64        // square is |u|^2
	radius, limit          float64        // limit is radius^2
	infinite               [Width]bool    // where advance failed
}

func newMotion(ridge, square, radius float64) *motion {
	return &motion{ridge: ridge, square: square, radius: radius, limit: radius * radius}
}

// advancePortable takes note of step t and moves on to t+1. Where f_t(theta_t), |theta_t-u|^2 or |g_t|^2 is not finite it says so and does
// nothing.
func (m *motion) advancePortable(facts *rowFacts, eta *[Width]float64, width int) bool {
	var gradient [Width]float64
	failed := false
	for k := range width {
		s, q := m.slope[k], m.norm[k]
		gradient[k] = s*s*facts.square + m.ridge*(2*s*m.z[k]+m.ridge*q)
		m.loss[k] = m.value[k] + 0.5*m.ridge*q
		x := m.loss[k] + gradient[k] + m.offset[k]
		m.infinite[k] = x-x != 0
		failed = failed || m.infinite[k]
	}
	if failed {
		return false
	}
	for k := range width {
		m.move(k, facts, eta[k], gradient[k])
	}
	return true
}

func (m *motion) move(k int, facts *rowFacts, eta, gradient float64) {
	z, s, q, e := m.z[k], m.slope[k], m.norm[k], m.offset[k]
	m.maxGradient[k] = max(m.maxGradient[k], gradient)
	m.maxOffset[k] = max(m.maxOffset[k], e)
	along := s*z + m.ridge*q
	apart := s*(z-facts.margin) + 0.5*m.ridge*((q+e)-m.square)
	q += eta * (eta*gradient - 2*along)
	e += eta * (eta*gradient - 2*apart)
	alpha, beta := 1-eta*m.ridge, -(eta * s)
	if q > m.limit {
		c := m.radius / math.Sqrt(q)
		e = c*e + (1-c)*(m.square-c*q)
		q = m.limit
		alpha, beta = c*alpha, c*beta
	}
	m.norm[k], m.offset[k] = max(q, 0), max(e, 0)
	m.alpha[k], m.beta[k] = alpha, beta
}
