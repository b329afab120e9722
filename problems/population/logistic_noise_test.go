package population

import (
	"math"
	"math/rand/v2"
	"testing"
)

// Both claims against samples, around a point that is no minimizer of the law alone:
// the domain is then the ray away from -grad F(u), or nothing but u and theta.
func TestLogisticNoiseClaims(t *testing.T) {
	random := rand.New(rand.NewPCG(5, 6))
	for _, ridge := range []float64{0, 0.3} {
		for _, signal := range []float64{0.3, 4} {
			f := features(3)
			f.Signal = signal
			l := NewLogistic(NewGaussian(f), ridge)
			u := []float64{0.4 * l.Truth[0], l.Truth[1] + 0.3, l.Truth[2]}
			variance := sampledVariance(l, u, random)
			if bound := l.VarianceBound(u); variance > 1.02*bound || bound > l.Trace()*1.001 {
				t.Errorf("ridge %g, signal %g: variance %g, bound %g", ridge, signal, variance, bound)
			}
			for _, size := range []float64{0.01, 1, 10, 300} {
				if ratio := l.smoothnessRatio(u, size, random); ratio > 1.02 {
					t.Errorf("ridge %g, signal %g, distance %g: %g times 2 Lexp", ridge, signal, size, ratio)
				}
			}
		}
	}
	l := NewLogistic(NewGaussian(features(3)), 0)
	if got, want := l.VarianceBound(l.Truth), l.TruthVariance(); got != want {
		t.Errorf("at theta0 %g, want %g", got, want)
	}
}

func sampledVariance(l *Logistic, u []float64, random *rand.Rand) float64 {
	mean, a := make([]float64, 3), make([]float64, 3)
	l.FullSubgradient(mean, u)
	const draws = 100_000
	var sum float64
	for range draws {
		y := l.Draw(a, random)
		for j := range a {
			g := a[j]*l.residual(a, u, y) + l.Ridge*u[j] - mean[j]
			sum += g * g
		}
	}
	return sum / draws
}

// residual is s(z) - 1{y=1}.
func (l *Logistic) residual(a, theta []float64, y float64) float64 {
	var z float64
	for j := range a {
		z += a[j] * theta[j]
	}
	if y == 1 {
		return sigmoid(z) - 1
	}
	return sigmoid(z)
}

// smoothnessRatio samples E|g(theta)-g(u)|^2 over 2 Lexp times the Bregman distance, which
// F(theta)-F(u) exceeds if u is a minimizer.
func (l *Logistic) smoothnessRatio(u []float64, size float64, random *rand.Rand) float64 {
	theta, gradient, a := make([]float64, 3), make([]float64, 3), make([]float64, 3)
	bregman := l.Value(u)
	l.FullSubgradient(gradient, u)
	for j := range theta {
		theta[j] = u[j] + size*random.NormFloat64()
		bregman += gradient[j] * (theta[j] - u[j])
	}
	bregman = l.Value(theta) - bregman
	const draws = 20_000
	var sum float64
	for range draws {
		y := l.Draw(a, random)
		d := l.residual(a, theta, y) - l.residual(a, u, y)
		for j := range a {
			sum += math.Pow(a[j]*d+l.Ridge*(theta[j]-u[j]), 2)
		}
	}
	return sum / draws / (2 * l.ExpectedSmoothness() * bregman)
}

// In the plane the mean is an integral that the trapezoidal rule gives to rounding. No u and
// theta beat the claim, and small ones along the first axis come up to it.
func TestLogisticExpectedSmoothness(t *testing.T) {
	random := rand.New(rand.NewPCG(7, 8))
	for _, ridge := range []float64{0, 0.3} {
		for _, capacity := range []float64{0, 1, 6} {
			l := NewLogistic(NewGaussian(Features{Dim: 2, Capacity: capacity, Condition: 1, Source: 0.5, Signal: 1}), ridge)
			for range 40 {
				u, v := make([]float64, 2), make([]float64, 2)
				far, apart := math.Pow(10, 3*random.Float64()-2.5), math.Pow(10, 3*random.Float64()-2.5)
				for j := range u {
					u[j], v[j] = far*random.NormFloat64(), apart*random.NormFloat64()
				}
				if ratio := l.planeRatio(u, v); !(ratio <= 1+1e-9) {
					t.Errorf("ridge %g, capacity %g: %g times 2 Lexp at u = %g, theta - u = %g", ridge, capacity, ratio, u, v)
				}
			}
			if ratio := l.planeRatio([]float64{1e-2, 0}, []float64{1e-2, 0}); ridge == 0 && !(math.Abs(ratio-1) < 1e-3) {
				t.Errorf("capacity %g: %g times 2 Lexp near 0", capacity, ratio)
			}
		}
	}
}

// planeRatio is E|g(u+v)-g(u)|^2 over 2 Lexp times the Bregman distance of F, for d = 2.
func (l *Logistic) planeRatio(u, v []float64) float64 {
	theta, gradient, a := []float64{u[0] + v[0], u[1] + v[1]}, make([]float64, 2), make([]float64, 2)
	bregman := l.Value(theta) - l.FullSubgradient(gradient, u) - gradient[0]*v[0] - gradient[1]*v[1]
	const step, end = 0.1, 85
	var mean float64
	for i := -end; i <= end; i++ {
		for k := -end; k <= end; k++ {
			x, y := step*float64(i), step*float64(k)
			a[0], a[1] = l.deviations[0]*x, l.deviations[1]*y
			d := l.residual(a, theta, 1) - l.residual(a, u, 1)
			mean += step * step / (2 * math.Pi) * math.Exp(-(x*x+y*y)/2) *
				(math.Pow(a[0]*d+l.Ridge*v[0], 2) + math.Pow(a[1]*d+l.Ridge*v[1], 2))
		}
	}
	return mean / (2 * l.ExpectedSmoothness() * bregman)
}
