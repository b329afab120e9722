package population

import (
	"math"
	"testing"
)

// Least mean squares on a population, exactly: with m_j = E(theta_j - theta0_j)^2,
//
//	m_j <- (1 - 2 eta h_j + 2 eta^2 h_j^2) m_j + eta^2 h_j sum_k h_k m_k + eta^2 E e^2 a_j^2
//
// by Isserlis' theorem, and the mean gap is sum_j h_j m_j/2.
func TestMeanGapsOfLeastMeanSquares(t *testing.T) {
	const runs, T, eta, deviation = 8000, 100, 0.15, 0.7
	g := NewGaussian(features(4))
	for name, noise := range map[string]Noise{
		Normal:         {Deviation: deviation, Law: Normal},
		Student:        {Deviation: deviation, Law: Student, Freedom: 6},
		Multiplicative: {Deviation: deviation, Law: Multiplicative},
	} {
		law := &Squared{Gaussian: g, Noise: noise}
		gaps := make([]average, T)
		for run := range uint64(runs) {
			s := NewStream(law, Key{run, 3})
			theta, gradient := make([]float64, 4), make([]float64, 4)
			for i := range T {
				gaps[i].add(law.Value(theta) - law.Value(g.Truth))
				s.Subgradient(gradient, theta, i)
				for j := range theta {
					theta[j] -= eta * gradient[j]
				}
			}
		}
		m := make([]float64, 4)
		for j := range m {
			m[j] = g.Truth[j] * g.Truth[j]
		}
		for i, got := range gaps {
			var gap float64
			for j, h := range g.H {
				gap += h * m[j] / 2
			}
			if off := got.deviation(gap); i > 0 && math.Abs(off) > 5 || i == 0 && math.Abs(got.mean()-gap) > 1e-12 {
				t.Errorf("%s: after %d steps the mean gap is %.5g, %.1f standard errors from %.5g", name, i, got.mean(), -off, gap)
			}
			for j, h := range g.H {
				energy := deviation * deviation * h
				if name == Multiplicative {
					energy += deviation * deviation * 2 * math.Pow(h*g.Truth[j]/g.Signal, 2)
				}
				m[j] = (1-2*eta*h+2*eta*eta*h*h)*m[j] + eta*eta*(h*2*gap+energy)
			}
		}
	}
}
