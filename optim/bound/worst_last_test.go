package bound_test

import (
	"context"
	"fmt"
	"math"
	"math/rand/v2"
	"testing"

	"regret/optim"
	"regret/optim/bound"
	"regret/optim/boundtest"
)

// inOrder reveals row t-1 at step t.
type inOrder struct{}

// Fill implements optim.Rows.
func (inOrder) Fill(rows []int32, t int) {
	for i := range rows {
		rows[i] = int32(t - 1 + i)
	}
}

// set is a projection.
type set func(x []float64)

// Project implements optim.Set.
func (s set) Project(x []float64) { s(x) }

func everywhere([]float64) {}

// walk runs subgradient descent on an instance and calls see at every point.
func walk(t testing.TB, in bound.Instance, steps bound.Steps, T int, project set, see func(optim.Step)) {
	t.Helper()
	walkRows(t, in, inOrder{}, steps, T, project, see)
}

// walkRows walks with rows that need not come in order.
func walkRows(t testing.TB, in bound.Instance, rows optim.Rows, steps bound.Steps, T int, project set, see func(optim.Step)) {
	t.Helper()
	diverged, err := optim.Run(context.Background(), optim.Job{
		Objective: in.Objective, Set: project, Method: optim.SGD{}, Steps: steps, Rows: rows,
		Start: in.Start, Comparator: in.Comparator, Horizon: T, Observe: see,
	}, nil)
	if err != nil || diverged != 0 {
		t.Fatal(err, diverged)
	}
}

// lastLoss returns f_T(x_T) - f_T(u).
func lastLoss(t testing.TB, in bound.Instance, steps bound.Steps, T int, project set) float64 {
	gap := 0.0
	walk(t, in, steps, T, project, func(s optim.Step) { gap = s.Loss - s.ComparatorLoss })
	return gap
}

// TestWorstLastAttainsTheBound runs on 1,000 random schedules of all kinds of
// spread, with short and long ways.
func TestWorstLastAttainsTheBound(t *testing.T) {
	const G = 1.3
	random := rand.New(rand.NewPCG(21, 22))
	for i := range 1000 {
		T := 1 + random.IntN(80)
		steps := randomSteps(random, T, i%4)
		R := math.Exp(2 * random.NormFloat64())
		instance, err := bound.WorstLast(steps, T, G, R)
		if err != nil {
			t.Fatal(err)
		}
		want := value(t, "last-exact", bound.Input{Steps: steps, Horizon: T, R: R, G: G})
		if got := lastLoss(t, instance, steps, T, everywhere); !near(got, want, 1e-9) {
			t.Errorf("schedule %d, T = %d, R = %g: gap %.15g, bound %.15g", i, T, R, got, want)
		}
		if i < 60 {
			checkAnswers(t, instance, steps, T)
		}
	}
}

// randomSteps draws positive steps: even, of many magnitudes, falling or rising.
func randomSteps(random *rand.Rand, T, kind int) listed {
	steps := make(listed, T)
	for j := range steps {
		switch kind {
		case 0:
			steps[j] = random.Float64() + 1e-3
		case 1:
			steps[j] = math.Exp(random.NormFloat64())
		case 2:
			steps[j] = math.Pow(float64(j+1), -2*random.Float64())
		case 3:
			steps[j] = math.Sqrt(float64(j+1)) * (0.5 + random.Float64())
		}
	}
	return steps
}

// checkAnswers demands that each answer is a largest piece at its point, of norm
// G, and that the start is at distance R.
func checkAnswers(t *testing.T, in bound.Instance, steps listed, T int) {
	t.Helper()
	way := in.R // the size of the numbers whose difference x_1 is
	for _, eta := range steps {
		way += eta * in.G
	}
	if math.Abs(norm(in.Start)-in.R) > 1e-9*way {
		t.Errorf("|x_1| = %g, not R = %g", norm(in.Start), in.R)
	}
	walk(t, in, steps, T, everywhere, func(s optim.Step) {
		if !near(norm(s.Gradient), in.G, 1e-9) {
			t.Fatalf("|g_%d| = %g, not G = %g", s.T, norm(s.Gradient), in.G)
		}
		if f := in.Objective.Value(s.Theta); s.Loss < f-1e-9*in.G*in.R || s.Loss > f+1e-15 {
			t.Fatalf("step %d of %d: the answer %g is not f = %g", s.T, T, s.Loss, f)
		}
	})
}

// TestWorstLastNamed attains the bound for ten named schedules at T = 2000.
func TestWorstLastNamed(t *testing.T) {
	const T = 2000
	for _, c := range []struct {
		name  string
		shape boundtest.Shape
	}{
		{"constant", func(_, _ float64) float64 { return 1 }},
		{"1/sqrt(t)", inverseSqrt},
		{"t^-1/4", func(t, _ float64) float64 { return math.Pow(t, -0.25) }},
		{"1/t", func(t, _ float64) float64 { return 1 / t }},
		{"linear", linearDecay},
		{"linear to one step", func(t, T float64) float64 { return (T + 1 - t) / T }},
		{"cosine", func(t, T float64) float64 { return (1 + math.Cos(math.Pi*t/T)) / 2 }},
		{"linear cooldown", func(t, T float64) float64 { return min(1, 5*(T-t)/T) }},
		{"warmup", func(t, T float64) float64 { return min(1, 10*t/T) }},
		{"growing", func(t, T float64) float64 { return math.Sqrt(t / T) }},
	} {
		t.Run(c.name, func(t *testing.T) {
			in := unit(c.shape, T)
			scale := float64(bound.Evaluate(theorem(t, "last-exact"), in).BestScale)
			in.Steps = boundtest.Shape(func(t, T float64) float64 { return 1.5 * scale * c.shape(t, T) })
			instance, err := bound.WorstLast(in.Steps, T, in.G, in.R)
			if err != nil {
				t.Fatal(err)
			}
			want := value(t, "last-exact", in)
			got := lastLoss(t, instance, in.Steps, T, everywhere)
			if !near(got, want, 1e-9) {
				t.Errorf("gap %.15g, bound %.15g, relative %g", got, want, got/want-1)
			}
		})
	}
}

func TestWorstLastRefuses(t *testing.T) {
	for want, steps := range map[string]bound.Steps{
		"eta_2 is 0":             listed{1, 0, 1, 1},
		"eta_3 = -1 is negative": listed{1, 1, -1, 1},
	} {
		if _, err := bound.WorstLast(steps, 4, 1, 1); err == nil || !contains(err, want) {
			t.Errorf("error %v, want one with %q", err, want)
		}
	}
	for name, call := range map[string]func() (bound.Instance, error){
		"R is 0":       func() (bound.Instance, error) { return bound.WorstLast(inverseSqrt, 4, 1, 0) },
		"T = 0":        func() (bound.Instance, error) { return bound.TouchOnce(0, 1, 1) },
		"R = -2":       func() (bound.Instance, error) { return bound.AbsoluteValue(4, 1, -2) },
		"T^2 op":       func() (bound.Instance, error) { return bound.TouchOnce(1e9, 1, 1) },
		"is above":     func() (bound.Instance, error) { return bound.HarveyStronglyConvex(1e9) },
		"above 20000":  func() (bound.Instance, error) { return bound.NesterovChain(1e9, 1) },
		"T = 1":        func() (bound.Instance, error) { return bound.HarveyConvex(1) },
		"eta_2 = 1":    func() (bound.Instance, error) { return bound.HuberSlope(listed{1, 1, 1}, 3, 2, 1) },
		"L is not":     func() (bound.Instance, error) { return bound.NesterovChain(4, math.NaN()) },
		"R = -1":       func() (bound.Instance, error) { return bound.Parabola(4, 1, -1) },
		"T dimensions": func() (bound.Instance, error) { return bound.WorstLast(inverseSqrt, 1_000_000, 1, 1) },
	} {
		if _, err := call(); err == nil || !contains(err, name) {
			t.Errorf("error %v, want one with %q", err, name)
		}
	}
}

func ExampleWorstLast() {
	steps := listed{0.5, 0.3, 0.2, 0.1}
	instance, err := bound.WorstLast(steps, 4, 1, 1)
	if err != nil {
		fmt.Println(err)
		return
	}
	x, g := append([]float64(nil), instance.Start...), make([]float64, 4)
	for t := range 3 {
		instance.Objective.Subgradient(g, x, t)
		for j := range x {
			x[j] -= steps[t] * g[j]
		}
	}
	last, _ := bound.Lookup("last-exact")
	result := bound.Evaluate(last, bound.Input{Steps: steps, Horizon: 4, G: 1, R: 1})
	fmt.Printf("gap %.10f, bound %.10f\n", instance.Objective.Value(x), result.Value)
	// Output: gap 0.5256158194, bound 0.5256158194
}
