package linear

import "math"

// Maximum is the largest of affine functions of theta,
//
//	F(theta) = max_i z_i + (Ridge/2)|theta|^2,  z_i = a_i.theta + b_i,
//
// or with Absolute of |z_i|. It is a finite sum with the single term F: every
// step sees all rows.
type Maximum struct {
	Rows     Matrix
	Offsets  []float64 // b_i, as many as rows
	Absolute bool
	Ridge    float64
}

// Dim returns the number of parameters d.
func (m *Maximum) Dim() int { return m.Rows.Dim() }

// Len returns 1: F is the only term.
func (m *Maximum) Len() int { return 1 }

// Largest returns the first index where the maximum is attained, the maximum, and
// the sign of z there: -1 or +1 with Absolute, else 1.
func (m *Maximum) Largest(theta []float64) (row int, value, sign float64) {
	if len(theta) != m.Dim() {
		panic("linear: a vector's length is not the model's dimension")
	}
	value = math.Inf(-1)
	for i, b := range m.Offsets {
		z, s := m.Rows.Dot(i, theta)+b, 1.0
		if m.Absolute && z < 0 {
			z, s = -z, -1
		}
		if z > value || math.IsNaN(z) {
			row, value, sign = i, z, s
		}
	}
	return row, value, sign
}

// Subgradient is FullSubgradient: i is 0.
func (m *Maximum) Subgradient(dst, theta []float64, i int) float64 {
	if i != 0 {
		panic("linear: a maximum has the one term 0")
	}
	return m.FullSubgradient(dst, theta)
}

// FullSubgradient writes the gradient of the first largest piece at theta to dst and
// returns F(theta). It allocates nothing and may be called concurrently.
func (m *Maximum) FullSubgradient(dst, theta []float64) float64 {
	row, value, sign := m.Largest(theta)
	for j, t := range theta {
		dst[j] = m.Ridge * t
	}
	m.Rows.AddScaled(dst, sign, row)
	return m.withRidge(value, theta)
}

// Value returns F(theta).
func (m *Maximum) Value(theta []float64) float64 {
	_, value, _ := m.Largest(theta)
	return m.withRidge(value, theta)
}

func (m *Maximum) withRidge(value float64, theta []float64) float64 {
	if m.Ridge != 0 {
		value += 0.5 * m.Ridge * Dot(theta, theta)
	}
	return value
}
