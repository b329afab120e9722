package optimum

import (
	"context"
	"fmt"
	"math"
	"math/rand/v2"
	"testing"

	"regret/problems/domain"
	"regret/problems/linear"
)

// losses under test, with the kind of their targets.
var losses = []struct {
	loss linear.Loss
	sign bool
}{
	{linear.Squared{}, false},
	{linear.Logistic{}, true},
	{linear.Hinge{}, true},
	{linear.Absolute{}, false},
	{linear.Huber{Delta: 1}, false},
	{linear.Quantile{Tau: 0.2}, false},
	{linear.Identity{}, false},
	{linear.SquaredHinge{}, true},
	{linear.Exponential{}, true},
	{linear.Poisson{}, false},
}

// random returns an n x d model with normal rows and noisy targets.
func random(n, d int, loss linear.Loss, sign bool, ridge float64) *linear.Model {
	r := rand.New(rand.NewPCG(7, uint64(1000*n+d)))
	rows := &linear.Dense{N: n, D: d, Data: make([]float64, n*d)}
	for i := range rows.Data {
		rows.Data[i] = r.NormFloat64()
	}
	y := make([]float64, n)
	for i := range y {
		y[i] = rows.Row(i)[0] + 0.5 + 2*r.NormFloat64()
		if sign && y[i] < 0 {
			y[i] = -1
		} else if sign {
			y[i] = 1
		}
		if _, counts := loss.(linear.Poisson); counts {
			y[i] = math.Abs(math.Round(y[i]))
		}
	}
	return &linear.Model{Rows: rows, Y: y, Loss: loss, Ridge: ridge}
}

// bounded says whether a case has a minimizer for certain.
func bounded(loss linear.Loss, set domain.Set, ridge float64) bool {
	_, whole := set.(domain.WholeSpace)
	_, identity := loss.(linear.Identity)
	return !whole || !identity || ridge > 0
}

// each runs f on every loss, set and ridge.
func each(t *testing.T, n, d int, sets []domain.Set, ridges []float64, f func(t *testing.T, m *linear.Model, set domain.Set)) {
	for _, l := range losses {
		for _, set := range sets {
			for _, ridge := range ridges {
				if !bounded(l.loss, set, ridge) {
					continue
				}
				t.Run(fmt.Sprintf("%dx%d/%T/%v/%g", n, d, l.loss, set, ridge), func(t *testing.T) {
					f(t, random(n, d, l.loss, l.sign, ridge), set)
				})
			}
		}
	}
}

// relative is the gap relative to max(|F*|, F(theta_1) - F*).
func relative(m *linear.Model, set domain.Set, c Certificate) float64 {
	j := newJudge(context.Background(), m, set)
	j.best = c
	return c.Gap / j.scale()
}

func minimize(t *testing.T, m *linear.Model, set domain.Set) Certificate {
	t.Helper()
	c, err := Minimize(context.Background(), m, set)
	if err != nil {
		t.Fatal(err)
	}
	if !set.Contains(c.Theta, 0) {
		t.Errorf("the minimizer is outside the domain")
	}
	if c.Value != m.Value(c.Theta) {
		t.Errorf("Value is %v, F(Theta) %v", c.Value, m.Value(c.Theta))
	}
	return c
}
