package population

import (
	"context"
	"errors"
	"fmt"
	"math"
	"testing"

	"regret/problems/domain"
	"regret/problems/linear"
	"regret/problems/optimum"
)

// The minimizer with ridge m on the whole space, or on a sphere whose multiplier is
// m, solves (B(v) H + m I) u = B(v0) H theta0: v is the root of a function of one
// variable.
func (l *Logistic) stationary(m float64) []float64 {
	u := make([]float64, l.Dim())
	lo, hi := 0.0, 100.0
	for range 200 {
		guess := (lo + hi) / 2
		for j, h := range l.H {
			u[j] = l.slope * h * l.Truth[j] / (meanSlope(guess)*h + m)
		}
		if v, _ := l.products(u); v > guess {
			lo = guess
		} else {
			hi = guess
		}
	}
	return u
}

func TestLogisticMinimizersAgreeWithStationaryPoints(t *testing.T) {
	for _, ridge := range []float64{1e-4, 0.01, 0.3, 10} {
		l := NewLogistic(NewGaussian(features(5)), ridge)
		whole := certify(t, l, domain.WholeSpace{})
		compare(t, fmt.Sprintf("ridge %g", ridge), l.stationary(ridge), whole.Theta)
		// The ball of half the radius, whose multiplier is found by bisection.
		r := math.Sqrt(linear.Dot(whole.Theta, whole.Theta)) / 2
		lo, hi := ridge, ridge+100
		for range 100 {
			m := (lo + hi) / 2
			if u := l.stationary(m); linear.Dot(u, u) > r*r {
				lo = m
			} else {
				hi = m
			}
		}
		compare(t, fmt.Sprintf("ridge %g in a ball", ridge), l.stationary(hi), certify(t, l, domain.Ball{Radius: r}).Theta)
	}
}

func certify(t *testing.T, l *Logistic, set domain.Set) optimum.Certificate {
	t.Helper()
	c, err := l.Minimize(context.Background(), set)
	if err != nil {
		t.Fatal(err)
	}
	if c.Gap > 1e-12 || c.Value != l.Value(c.Theta) {
		t.Errorf("on %v: gap %g, value %v", set, c.Gap, c.Value)
	}
	return c
}

func compare(t *testing.T, name string, want, got []float64) {
	t.Helper()
	for j := range want {
		if math.Abs(got[j]-want[j]) > 1e-5*(1+math.Abs(want[j])) {
			t.Errorf("%s: u_%d = %v, want %v", name, j, got[j], want[j])
		}
	}
}

// Variances over ten decades, and domains whose minimizer is at a corner or inside.
func TestLogisticCertificates(t *testing.T) {
	for _, f := range []Features{features(5), {Dim: 50, Capacity: 3, Condition: 1, Source: 0.5, Signal: 3}, {Dim: 20, Condition: 1e10, Source: 1, Signal: 5}} {
		for _, ridge := range []float64{0, 1e-6, 0.1} {
			l := NewLogistic(NewGaussian(f), ridge)
			sets := []domain.Set{domain.Ball{Radius: 0.3}, domain.Box{Lo: -0.1, Hi: 0.2}, domain.Box{Lo: 1, Hi: 2}, domain.Simplex{}, domain.WholeSpace{}}
			for _, set := range sets {
				certify(t, l, set)
			}
		}
	}
}

func TestMinimizeStops(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := NewLogistic(NewGaussian(features(5)), 1).Minimize(ctx, domain.WholeSpace{}); !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
}
