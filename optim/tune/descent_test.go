package tune_test

import (
	"math"
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"

	"regret/optim/bound"
	"regret/optim/schedule"
	"regret/optim/tune"
)

// best is the minimum of an objective for R = G = 1, and where it is.
type best func(T int) (value float64, steps []float64)

// linearDecay is (T-t)/T^{3/2}, with the minimax value.
func linearDecay(T int) (value float64, steps []float64) {
	n := float64(T)
	for t := 1; t <= T; t++ {
		steps = append(steps, (n-float64(t))/math.Pow(n, 1.5))
	}
	return 1 / math.Sqrt(n), steps
}

// omegaBest is the closed form: c_T = 1, c_k = 2(sqrt(1+c_{k+1})-1), and
// eta_k = c_k S_{k+1}/2 with S_1 = 1/sqrt(c_1).
func omegaBest(T int) (value float64, steps []float64) {
	c := make([]float64, T)
	c[T-1] = 1
	for k := T - 2; k >= 0; k-- {
		c[k] = 2 * (math.Sqrt(1+c[k+1]) - 1)
	}
	rest := 1 / math.Sqrt(c[0])
	for k := range T - 1 {
		next := rest / math.Sqrt(1+c[k+1])
		steps = append(steps, rest-next)
		rest = next
	}
	return math.Sqrt(c[0]), append(steps, rest)
}

var minima = []struct {
	objective tune.Objective
	best      best
}{{tune.LastExact, linearDecay}, {tune.LastOmega, omegaBest}}

// checkMinimum compares the end of a descent with the known minimum.
func checkMinimum(t *testing.T, name string, in bound.Input, end tune.Iterate, known best) {
	t.Helper()
	worst, shape := known(in.Horizon)
	if !near(end.Value, in.R*in.G*worst, 1e-10) {
		t.Errorf("%s, T = %d: %.12g, minimum %.12g", name, in.Horizon, end.Value, in.R*in.G*worst)
	}
	for i, want := range shape {
		if want *= in.R / in.G; !near(end.Steps[i], want, 1e-4) {
			t.Errorf("%s, T = %d: eta_%d = %g, want %g", name, in.Horizon, i+1, end.Steps[i], want)
		}
	}
}

// TestDescentFromConstantSteps finds linear decay, and the other minimum, from
// constant steps of any size.
func TestDescentFromConstantSteps(t *testing.T) {
	for _, m := range minima {
		for _, T := range []int{1, 2, 3, 20, 100, 1000} {
			for _, alpha := range []float64{1e-3, 0.1, 1, 100} {
				in := bound.Input{Steps: schedule.Constant{Step: alpha}, Horizon: T, R: 3, G: 0.5}
				path, err := tune.Descend(m.objective, in)
				if err != nil {
					t.Fatalf("%s, T = %d from %g: %v", m.objective.Theorem, T, alpha, err)
				}
				checkMinimum(t, m.objective.Theorem, in, path[len(path)-1], m.best)
			}
		}
	}
}

// TestDescentFromAnySteps: there is one minimum.
func TestDescentFromAnySteps(t *testing.T) {
	random := rand.New(rand.NewPCG(5, 5))
	for _, m := range minima {
		for range 60 {
			in := bound.Input{Horizon: 2 + random.IntN(60), R: 1, G: 2}
			in.Steps = randomSteps(random, in.Horizon)
			path, err := tune.Descend(m.objective, in)
			if err != nil {
				t.Fatalf("%s from %v: %v", m.objective.Theorem, in.Steps, err)
			}
			checkMinimum(t, m.objective.Theorem, in, path[len(path)-1], m.best)
		}
	}
}

// TestDescentPath: the iterates asked for, each below the one before, each with the
// value that the theorem has for its steps; and the same again.
func TestDescentPath(t *testing.T) {
	in := bound.Input{Steps: schedule.Constant{Step: 0.2}, Horizon: 100, R: 2, G: 1}
	at := []int{0, 1, 2, 5, 10, 20, 100_000}
	path, err := tune.Descend(tune.LastExact, in, at...)
	if err != nil {
		t.Fatal(err)
	}
	if len(path) != len(at) {
		t.Fatalf("%d iterates, want %d", len(path), len(at))
	}
	th := theorem(t, "last-exact")
	for i, it := range path {
		if last := i == len(path)-1; !last && it.Iteration != at[i] || last && it.Iteration <= 20 {
			t.Errorf("iterate %d has number %d", i, it.Iteration)
		}
		if i > 0 && it.Value >= path[i-1].Value {
			t.Errorf("iteration %d: %g is not below %g", it.Iteration, it.Value, path[i-1].Value)
		}
		if want := value(t, th, bound.Input{Steps: listed(it.Steps), Horizon: 100, R: 2, G: 1}); !near(it.Value, want, 1e-12) {
			t.Errorf("iteration %d: %.15g, theorem %.15g", it.Iteration, it.Value, want)
		}
	}
	for i, eta := range path[0].Steps[:99] {
		if !near(eta, 0.2, 1e-14) {
			t.Errorf("the start has eta_%d = %g", i+1, eta)
		}
	}
	again, err := tune.Descend(tune.LastExact, in, at...)
	if err != nil || !reflect.DeepEqual(path, again) {
		t.Errorf("a second descent differs (error %v)", err)
	}
}

// TestOmegaMinimum holds what the documentation says of the minimum of last-omega,
// beside linear decay.
func TestOmegaMinimum(t *testing.T) {
	for _, c := range []struct {
		T                int
		value, deviation float64 // of RG/sqrt(T), and of eta_1
	}{{20, 1.9331, 0.142}, {100, 2.0011, 0.0309}, {1000, 2.0024, 0.00308}, {10_000, 2.0005, 0.000307}} {
		least, steps := omegaBest(c.T)
		if got := least * math.Sqrt(float64(c.T)); math.Abs(got-c.value) > 5e-5 {
			t.Errorf("T = %d: %.5f of RG/sqrt(T), want %.4f", c.T, got, c.value)
		}
		_, linear := linearDecay(c.T)
		deviation := 0.0
		for i := range c.T - 1 { // without the free step
			deviation = max(deviation, math.Abs(steps[i]-linear[i])/steps[0])
		}
		if !near(deviation, c.deviation, 5e-3) {
			t.Errorf("T = %d: %.4g of eta_1 from linear decay, want %.4g", c.T, deviation, c.deviation)
		}
		if ratio := steps[c.T-2] / linear[c.T-2]; ratio < 3.5 || ratio > 4.1 {
			t.Errorf("T = %d: last step %.3g times that of linear decay", c.T, ratio)
		}
	}
}

func TestDescentRefuses(t *testing.T) {
	good := bound.Input{Steps: schedule.Constant{Step: 1}, Horizon: 10, R: 1, G: 1}
	for _, c := range []struct {
		change func(in *bound.Input)
		want   string
	}{
		{func(in *bound.Input) { in.R = 0 }, "needs R positive and finite, got 0"},
		{func(in *bound.Input) { in.G = math.Inf(1) }, "needs G positive and finite, got +Inf"},
		{func(in *bound.Input) { in.G = math.NaN() }, "needs G positive and finite, got NaN"},
		{func(in *bound.Input) { in.Horizon = 0 }, "horizons from 1 to 10000, got 0"},
		{func(in *bound.Input) { in.Horizon = 1_000_000_000 }, "horizons from 1 to 10000, got 1000000000"},
		{func(in *bound.Input) { in.Steps = listed{1, 1, 0, 1, 1, 1, 1, 1, 1, 1} }, "eta_3 is 0"},
		{func(in *bound.Input) { in.Steps = listed{1, -2, 0, 1, 1, 1, 1, 1, 1, 1} }, "eta_2 is -2"},
		{func(in *bound.Input) { in.Steps = schedule.Constant{Step: math.Inf(1)} }, "eta_1 is +Inf"},
	} {
		in := good
		c.change(&in)
		_, err := tune.Descend(tune.LastExact, in)
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%+v: %v, want %q", in, err, c.want)
		}
	}
	good.Steps = schedule.LinearDecay{Alpha: 1} // its last step is 0
	if _, err := tune.Descend(tune.LastExact, good); err != nil {
		t.Errorf("last-exact from linear decay: %v", err)
	}
	if _, err := tune.Descend(tune.LastOmega, good); err == nil || !strings.Contains(err.Error(), "eta_10 is 0") {
		t.Errorf("last-omega from linear decay: %v", err)
	}
}
