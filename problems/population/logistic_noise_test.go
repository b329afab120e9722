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
	return sum / draws / (2 * l.ExpectedSmoothness(u) * bregman)
}
