package bound_test

import (
	"math"
	"testing"

	"regret/optim"
	"regret/optim/bound"
	"regret/optim/boundtest"
)

// TestAttained names the theorems of section A that are attained, the instance,
// and demands that the quantity on it comes within 1e-6 of the bound.
func TestAttained(t *testing.T) {
	const T, R, G = 64, 1.5, 0.8
	step := R / (G * math.Sqrt(T))
	touch := func(bound.Steps) (bound.Instance, error) { return bound.TouchOnce(T, G, R) }
	last := func(steps bound.Steps) (bound.Instance, error) { return bound.WorstLast(steps, T, G, R) }
	corner := boundtest.Shape(func(t, T float64) float64 { return 0.3 * min(1, t/5, 3*(T+1-t)/T) })
	decay := boundtest.Shape(func(t, T float64) float64 { return step * (T - t) / T })
	for _, c := range []struct {
		id       string
		instance func(bound.Steps) (bound.Instance, error)
		steps    bound.Steps
		row      bound.Row
	}{
		{"weighted-average", touch, constantSteps(step), bound.Row{Quantity: "gap-average", Average: "step-weighted"}},
		{"weighted-average", touch, constantSteps(step), bound.Row{Quantity: "gap-best"}},
		{"const-average", touch, constantSteps(step), bound.Row{Quantity: "gap-average", Average: "uniform"}},
		{"const-average", touch, constantSteps(step), bound.Row{Quantity: "average-regret", Average: "uniform"}},
		{"const-average", last, constantSteps(0.001), bound.Row{Quantity: "gap-average", Average: "uniform"}},
		{"weighted-exact", touch, constantSteps(step), bound.Row{Quantity: "average-regret", Average: "uniform"}},
		{"weighted-exact", last, constantSteps(0.001), bound.Row{Quantity: "average-regret", Average: "uniform"}},
		{"best-iterate", touch, constantSteps(step), bound.Row{Quantity: "gap-best"}},
		{"minimax-lower", touch, constantSteps(step), bound.Row{Quantity: "gap-best"}},
		{"minimax-lower", last, decay, bound.Row{Quantity: "gap-last"}},
		{"schedule-free", touch, constantSteps(step), bound.Row{Quantity: "gap-average", Average: "uniform"}}, // beta = 0
		{"last-exact", last, corner, bound.Row{Quantity: "gap-last"}},
		{"last-rho", last, corner, bound.Row{Quantity: "gap-last"}},
		{"linear-decay", last, decay, bound.Row{Quantity: "gap-last"}},
		{"w-form", last, decay, bound.Row{Quantity: "gap-last"}},
		{"refined", last, decay, bound.Row{Quantity: "gap-last"}},
		{"last-constant", last, constantSteps(0.07), bound.Row{Quantity: "gap-last"}},
	} {
		instance, err := c.instance(c.steps)
		if err != nil {
			t.Fatal(err)
		}
		in := bound.Input{Steps: c.steps, Horizon: T, R: instance.R, G: instance.G}
		measured, _ := traceOf(t, instance, c.steps, T).measure(c.row, in)
		if ratio := measured / value(t, c.id, in); ratio < 0.999999 || ratio > 1+1e-9 {
			t.Errorf("%s: %s %s is %.9f times the bound", c.id, c.row.Quantity, c.row.Average, ratio)
		}
	}
}

func traceOf(t *testing.T, in bound.Instance, steps bound.Steps, T int) trace {
	run := trace{steps: evaluated(steps, T), f: in.Objective.Value}
	walk(t, in, steps, T, everywhere, func(s optim.Step) {
		run.points = append(run.points, append([]float64(nil), s.Theta...))
		run.values = append(run.values, in.Objective.Value(s.Theta))
	})
	return run
}

// TestAbsoluteValue has its deficit exactly.
func TestAbsoluteValue(t *testing.T) {
	const T, m, eta, G = 50, 7, 0.125, 2.0
	instance, err := bound.AbsoluteValue(T, m, eta, G)
	if err != nil {
		t.Fatal(err)
	}
	in := bound.Input{Steps: constantSteps(eta), Horizon: T, R: instance.R, G: G}
	mean, _ := traceOf(t, instance, in.Steps, T).measure(bound.Row{Quantity: "average-regret", Average: "uniform"}, in)
	deficit := math.Pow(eta*G/2, 2) / (2 * T * eta)
	if got := value(t, "weighted-average", in) - mean; math.Abs(got-deficit) > 1e-14 {
		t.Errorf("deficit %.15g, want %.15g", got, deficit)
	}
}

// TestHarvey: the last iterate is as bad as the authors say, or worse.
func TestHarvey(t *testing.T) {
	const N = 1024
	convex, err := bound.HarveyConvex(N + 1)
	if err != nil {
		t.Fatal(err)
	}
	strongly, err := bound.HarveyStronglyConvex(N + 1)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		instance    bound.Instance
		steps       bound.Steps
		want, claim float64
	}{
		{convex, inverseSqrt, 0.0116168, math.Log(N) / (32 * math.Sqrt(N))},
		{strongly, inverseTime, 0.00235871, math.Log(N) / (4 * N)},
	} {
		gap, largest := 0.0, 0.0
		walk(t, c.instance, c.steps, N+1, intoBall, func(s optim.Step) {
			gap, largest = s.Loss-s.ComparatorLoss, max(largest, norm(s.Theta))
			if s.T%100 == 1 && s.Loss < c.instance.Objective.Value(s.Theta)-1e-12 {
				t.Errorf("step %d: the answer is not a largest piece", s.T)
			}
		})
		if gap < c.claim || largest > 1 {
			t.Errorf("gap %g, claimed at least %g; |x| up to %g", gap, c.claim, largest)
		}
		t.Logf("gap %g, catalogue %g, claim %g", gap, c.want, c.claim)
	}
}

// TestRakhlinCorner: T times the gap of the uniform average of 1/t grows with ln T,
// that of the last half does not.
func TestRakhlinCorner(t *testing.T) {
	mean := func(T int) (uniform, suffix float64) {
		const runs = 200
		for seed := range runs {
			instance, err := bound.RakhlinCorner(T, uint64(seed))
			if err != nil {
				t.Fatal(err)
			}
			sum, half := 0.0, 0.0
			walk(t, instance, inverseTime, T, func(x []float64) { x[0] = max(-1, min(1, x[0])) }, func(s optim.Step) {
				sum += s.Theta[0]
				if s.T > T/2 {
					half += s.Theta[0]
				}
			})
			uniform += float64(T) * instance.Objective.Value([]float64{sum / float64(T)}) / runs
			suffix += float64(T) * instance.Objective.Value([]float64{2 * half / float64(T)}) / runs
		}
		return uniform, suffix
	}
	small, smallSuffix := mean(200)
	large, largeSuffix := mean(20_000)
	if large < small*1.15 || largeSuffix > smallSuffix*1.15 {
		t.Errorf("T gap from T = 200 to 20000: uniform %g to %g, suffix %g to %g", small, large, smallSuffix, largeSuffix)
	}
}

// TestSmoothInstances attain the worst cases of gradient descent.
func TestSmoothInstances(t *testing.T) {
	const T, L, R = 7, 2.0, 1.5 // six steps
	steps := listed{0.5, 0.1, 0.3, 0.5, 0.2, 0.4, 9}
	huber, err := bound.HuberSlope(steps, T, L, R)
	if err != nil {
		t.Fatal(err)
	}
	want := L * R * R / (2 * (2*L*2.0 + 1))
	if got := lastLoss(t, huber, steps, T, everywhere); !near(got, want, 1e-14) {
		t.Errorf("huber: gap %.15g, want %.15g", got, want)
	}
	parabola, err := bound.Parabola(T, L, R)
	if err != nil {
		t.Fatal(err)
	}
	want = L * R * R / 2 * math.Pow(1-L*0.9, 12)
	if got := lastLoss(t, parabola, constantSteps(0.9), T, everywhere); !near(got, want, 1e-13) {
		t.Errorf("parabola: gap %.15g, want %.15g", got, want)
	}
	for _, T := range []int{1, 2, 10, 80} {
		chain, err := bound.NesterovChain(T, L)
		if err != nil {
			t.Fatal(err)
		}
		k := float64(2*T - 1)
		if least := chain.Objective.Value(chain.Comparator); !near(least, -L/8*k/(k+1), 1e-12) {
			t.Errorf("T = %d: f* = %.15g, want %.15g", T, least, -L/8*k/(k+1))
		}
		gap, floor := lastLoss(t, chain, constantSteps(1/L), T, everywhere), 3*L*chain.R*chain.R/(32*float64(T*T))
		if gap < floor || gap > L*chain.R*chain.R/2 {
			t.Errorf("T = %d: gap %g, at least %g", T, gap, floor)
		}
	}
}
