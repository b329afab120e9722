package worst

import (
	"context"
	"fmt"
	"math"
	"testing"

	"regret/optim"
	"regret/optim/bound"
	"regret/optim/schedule"
	"regret/problems"
	"regret/problems/problemtest"
)

// lastPoint runs projected subgradient descent on an ordered problem and returns
// x_T. It demands that each answer is a subgradient of F where it is given.
func lastPoint(t *testing.T, p *problems.Problem, steps schedule.Schedule, T int) []float64 {
	t.Helper()
	x, g, eta := append([]float64(nil), p.Start...), make([]float64, p.Objective.Dim()), make([]float64, T)
	steps.Fill(eta, 1, T)
	for i := range T {
		loss, value := p.Objective.Subgradient(g, x, i), p.Objective.Value(x)
		if math.Abs(loss-value) > 1e-12*(1+math.Abs(value)) {
			t.Errorf("row %d answers %v, F is %v", i, loss, value)
		}
		if i < T-1 {
			optim.SGD{}.Step(x, g, eta[i], p.Domain)
		}
	}
	return x
}

// TestOrdered: gaps that are known in closed form, at the last iterate.
func TestOrdered(t *testing.T) {
	const T = 64
	n := float64(T - 1)
	step := schedule.Constant{Step: 3.0 / 16}
	lastExact, _ := bound.Lookup("last-exact")
	worst := float64(bound.Evaluate(lastExact, bound.Input{Steps: step, Horizon: T, G: 2, R: 3}).Value)
	for _, c := range []struct {
		w       Kind
		steps   schedule.Schedule
		lo, hi  float64
		minimum float64
	}{
		{NewLastExact(2, 3), step, worst, worst, 0},
		{NewTouchOnce(2, 3), step, 0.75, 0.75, 0},                                     // RG/sqrt(T)
		{NewAbsoluteValue(2, 3), schedule.Constant{Step: 3 / (2 * 7.5)}, 0.4, 0.4, 0}, // at eta G/2,
		{HarveyConvex{}, schedule.InverseSqrt{Alpha: 1}, math.Log(n) / (32 * math.Sqrt(n)), 1, 0},
		{HarveyStronglyConvex{}, schedule.InverseTime{Alpha: 1}, math.Log(n) / (4 * n), 1, 0},
		{NewHuberSlope(2, 3), schedule.Constant{Step: 0.5}, 18 / (2 * (2*n + 1)), 18 / (2 * (2*n + 1)), 0},
		{NewParabola(2, 3), schedule.Constant{Step: 0.96}, 9 * math.Pow(0.92, 2*n), 9 * math.Pow(0.92, 2*n), 0},
		{NesterovChain{L: 2}, schedule.Constant{Step: 0.5}, 3 * 2 * chainR2 / (32 * T * T), 1, -0.25 * 127 / 128},
	} {
		t.Run(fmt.Sprintf("%T", c.w), func(t *testing.T) {
			p, err := c.w.BuildFor(c.steps, T)
			if err != nil {
				t.Fatal(err)
			}
			if !p.Ordered || p.Online || p.Optimum.Gap != 0 || math.Abs(p.Optimum.Value-c.minimum) > 1e-14 {
				t.Errorf("ordered %t, online %t, F* = %v with gap %v", p.Ordered, p.Online, p.Optimum.Value, p.Optimum.Gap)
			}
			gap := p.Objective.Value(lastPoint(t, p, c.steps, T)) - p.Optimum.Value
			if gap < c.lo*(1-1e-12) || gap > c.hi*(1+1e-12) {
				t.Errorf("gap %.17g, want within [%.17g, %.17g]", gap, c.lo, c.hi)
			}
			problemtest.Check(t, p)
		})
	}
}

// chainR2 is |x_1-u|^2 in dimension k = 127: sum (i/128)^2, i = 1..127.
const chainR2 = 127.0 * 128 * 255 / 6 / (128 * 128)

func TestRakhlinCorner(t *testing.T) {
	p, err := RakhlinCorner{}.Build(context.Background(), nil)
	if err != nil {
		t.Fatal(err)
	}
	if p.Ordered || p.Online {
		t.Errorf("ordered %t, online %t: its rows are drawn", p.Ordered, p.Online)
	}
	problemtest.Check(t, p)
}

func ExampleNewLastExact() {
	steps := schedule.LinearDecay{Alpha: 0.1}
	p, err := NewLastExact(1, 1).BuildFor(steps, 100)
	if err != nil {
		fmt.Println(err)
		return
	}
	x, g, eta := append([]float64(nil), p.Start...), make([]float64, p.Objective.Dim()), make([]float64, 100)
	steps.Fill(eta, 1, 100)
	for t := range 99 {
		p.Objective.Subgradient(g, x, t)
		optim.SGD{}.Step(x, g, eta[t], p.Domain)
	}
	th, _ := bound.Lookup("last-exact")
	result := bound.Evaluate(th, bound.Input{Steps: steps, Horizon: 100, G: 1, R: 1})
	fmt.Printf("gap %.10f, bound %.10f\n", p.Objective.Value(x)-p.Optimum.Value, result.Value)
	// Output: gap 0.1000000000, bound 0.1000000000
}
