package population

import (
	"math"
	"math/rand/v2"

	"regret/problems/linear"
)

// Squared is least squares on Gaussian features, y = a.theta0 + e:
//
//	F(theta) = (1/2)(theta-theta0)'H(theta-theta0) + E e^2/2 + (Ridge/2)|theta|^2.
type Squared struct {
	*Gaussian
	Noise Noise
	Ridge float64
}

// Terms returns squared loss and the ridge.
func (s *Squared) Terms() (linear.Loss, float64) { return linear.Squared{}, s.Ridge }

// Draw draws a sample.
func (s *Squared) Draw(a []float64, random *rand.Rand) (y float64) {
	s.drawFeatures(a, random)
	signal := linear.Dot(a, s.Truth)
	return signal + s.Noise.draw(signal/s.Signal, random)
}

// FullSubgradient writes H(theta-theta0) + Ridge theta to dst and returns F(theta).
func (s *Squared) FullSubgradient(dst, theta []float64) float64 {
	for j, h := range s.H {
		dst[j] = h*(theta[j]-s.Truth[j]) + s.Ridge*theta[j]
	}
	return s.Value(theta)
}

// Value returns F(theta).
func (s *Squared) Value(theta []float64) float64 {
	var twice linear.Sum
	twice.Add(s.Noise.Deviation * s.Noise.Deviation)
	for j, h := range s.H {
		r := theta[j] - s.Truth[j]
		twice.Add(h*r*r + s.Ridge*theta[j]*theta[j])
	}
	return 0.5 * twice.Value()
}

// Equivalent is a finite sum of d terms that is F less the constant E e^2/2: row j
// is sqrt(d h_j) e_j.
func (s *Squared) Equivalent() *linear.Model {
	d := s.Dim()
	rows := &linear.Sparse{N: d, D: d, Starts: []int{0}}
	m := &linear.Model{Rows: rows, Loss: linear.Squared{}, Ridge: s.Ridge}
	for j, h := range s.H {
		root := math.Sqrt(float64(d) * h)
		rows.Columns = append(rows.Columns, int32(j))
		rows.Values = append(rows.Values, root)
		rows.Starts = append(rows.Starts, j+1)
		m.Y = append(m.Y, root*s.Truth[j])
	}
	return m
}

// Energy returns E|a|^2 e^2, the variance of the gradient at theta0. It is
// Deviation^2 tr H for noise that does not depend on a, and for multiplicative
// noise Deviation^2 (tr H + 2 theta0'H^2 theta0/Signal^2).
func (s *Squared) Energy() float64 {
	square := s.Noise.Deviation * s.Noise.Deviation
	if s.Noise.Law == Multiplicative {
		return square * (s.Trace() + 2*s.tilt())
	}
	return square * s.Trace()
}

// Spread returns q_j = h_j (tr H + h_j), with which the variance of the gradient is
//
//	E|g - grad F(theta)|^2 = sum_j q_j (theta_j - theta0_j)^2 + Energy.
//
// Proof. g - ridge = a a'v - e a with v = theta - theta0. By Isserlis' theorem
// E|a|^2 a a' = H tr H + 2H^2, so that E|a a'v|^2 = v'(H tr H + 2H^2)v, from which
// |Hv|^2 is taken; and E(a'v)|a|^2 e = 0, as e has the mean 0 given a.
func (s *Squared) Spread() []float64 {
	q, trace := make([]float64, s.Dim()), s.Trace()
	for j, h := range s.H {
		q[j] = h * (trace + h)
	}
	return q
}

// Variance returns E|g - grad F(theta)|^2.
func (s *Squared) Variance(theta []float64) float64 {
	var sum linear.Sum
	for j, q := range s.Spread() {
		r := theta[j] - s.Truth[j]
		sum.Add(q * r * r)
	}
	return sum.Value() + s.Energy()
}

// Radius returns the least Rx with E|a|^2 a a' <= Rx^2 H, which is
// sqrt(tr H + 2 max h_j).
func (s *Squared) Radius() float64 { return math.Sqrt(s.Trace() + 2*s.H[0]) }

// ExpectedSmoothness returns the least L with E|g(theta)-g(u)|^2 <= 2L [F(theta)-F(u)]
// for the minimizer u on the whole space, which serves on every domain, as F grows
// there at least as fast:
//
//	max_j [h_j (tr H + 2h_j) + 2 Ridge h_j + Ridge^2]/(h_j + Ridge).
//
// Proof. g(theta)-g(u) = (a a' + Ridge I)v, v = theta-u, whose mean square is v'Mv with
// M = H tr H + 2H^2 + 2 Ridge H + Ridge^2 I; and F(theta)-F(u) >= v'(H + Ridge I)v/2.
func (s *Squared) ExpectedSmoothness() float64 {
	var largest float64
	trace := s.Trace()
	for _, h := range s.H {
		largest = max(largest, (h*(trace+2*h)+2*s.Ridge*h+s.Ridge*s.Ridge)/(h+s.Ridge))
	}
	return largest
}

// Level returns the least c with E e^2 a a' <= c^2 H: the deviation of noise that
// does not depend on a. For multiplicative noise E e^2 a a' is, with
// w = H^(1/2) theta0/Signal, |w| = 1,
//
//	Deviation^2 H^(1/2) (I + 2 w w') H^(1/2) <= 3 Deviation^2 H.
func (s *Squared) Level() float64 {
	if s.Noise.Law == Multiplicative {
		return math.Sqrt(3) * s.Noise.Deviation
	}
	return s.Noise.Deviation
}
