package bound_test

import (
	"math"
	"math/rand/v2"
	"testing"

	"regret/optim/bound"
)

// smoothRun is a run on F(x) = (1/2) sum_i lambda_i h(x_i), h(x) = x^2 or a Huber function, with
// the minimum 0 at the origin.
type smoothRun struct{ gaps, squares []float64 }

type smoothProblem struct {
	lambda, start []float64
	delta         float64 // h is linear beyond; +Inf for a quadratic
	sigma         float64
}

func newSmoothProblem(random *rand.Rand, d int, delta float64) smoothProblem {
	p := smoothProblem{lambda: make([]float64, d), delta: delta, sigma: random.Float64()}
	for i := range p.lambda {
		p.lambda[i] = math.Exp(random.NormFloat64())
	}
	p.start = direction(random, d, 0.5+2*random.Float64())
	return p
}

func (p smoothProblem) mu() float64 {
	if !math.IsInf(p.delta, 1) {
		return 0
	}
	least := math.Inf(1)
	for _, v := range p.lambda {
		least = min(least, v)
	}
	return least
}

func (p smoothProblem) L() float64 {
	most := 0.0
	for _, v := range p.lambda {
		most = max(most, v)
	}
	return most
}

func (p smoothProblem) value(x []float64) float64 {
	sum := 0.0
	for i, v := range x {
		if a := math.Abs(v); a <= p.delta {
			sum += p.lambda[i] * v * v / 2
		} else {
			sum += p.lambda[i] * p.delta * (a - p.delta/2)
		}
	}
	return sum
}

// run descends, and records F of the averages with the weights eta_t at x_t and at x_{t+1}.
func (p smoothProblem) run(random *rand.Rand, steps listed) (run smoothRun, average, next float64) {
	d := len(p.start)
	x := append([]float64(nil), p.start...)
	here, after, total, totalAfter := make([]float64, d), make([]float64, d), 0.0, 0.0
	for t, eta := range steps {
		run.gaps = append(run.gaps, p.value(x))
		run.squares = append(run.squares, dot(x, x))
		total += eta
		g := direction(random, d, p.sigma)
		for j := range x {
			here[j] += eta * x[j]
			g[j] += p.lambda[j] * max(-p.delta, min(p.delta, x[j]))
			x[j] -= eta * g[j]
		}
		if t+1 < len(steps) {
			totalAfter += eta
			for j := range x {
				after[j] += eta * x[j]
			}
		}
	}
	scale(here, 1/total)
	scale(after, 1/totalAfter)
	return run, p.value(here), p.value(after)
}

// TestSmoothBoundsHold judges the mean of noisy runs, and runs without noise one by one.
func TestSmoothBoundsHold(t *testing.T) {
	random := rand.New(rand.NewPCG(21, 22))
	closest := map[string]float64{}
	for trial := range 40 {
		p := newSmoothProblem(random, 1+random.IntN(4), []float64{math.Inf(1), 0.3}[trial%2])
		for _, noise := range []float64{0, p.sigma} {
			p.sigma = noise
			for _, steps := range smoothSteps(random, p.L()) {
				judgeSmooth(t, random, p, steps, closest)
			}
		}
	}
	for id, least := range map[string]float64{
		"smooth-weighted-average": 0.8, "smooth-projected-average": 0.4, "pl-recursion": 0.999, "smooth-distance": 0.999,
		"bottou-curtis-nocedal-constant": 0.5, "bottou-curtis-nocedal-decreasing": 0.1,
	} {
		if closest[id] < least {
			t.Errorf("%s: no run comes closer than %g", id, closest[id])
		}
	}
}

func judgeSmooth(t *testing.T, random *rand.Rand, p smoothProblem, steps listed, closest map[string]float64) {
	t.Helper()
	measured := map[string][]float64{}
	repeats := 200
	if p.sigma == 0 {
		repeats = 1
	}
	for range repeats {
		run, average, next := p.run(random, steps)
		for id, v := range map[string]float64{
			"smooth-weighted-average": average, "smooth-projected-average": next, "pl-recursion": last(run.gaps),
			"smooth-distance": last(run.squares), "bottou-curtis-nocedal-constant": last(run.gaps),
			"bottou-curtis-nocedal-decreasing": last(run.gaps),
		} {
			measured[id] = append(measured[id], v)
		}
	}
	in := bound.Input{Steps: steps, Horizon: len(steps), Mu: p.mu(), L: p.L(), Sigma: p.sigma, R: norm(p.start),
		D: math.Inf(1), Params: map[string]float64{"gap1": p.value(p.start), "M": p.sigma * p.sigma}}
	for id, values := range measured {
		result := bound.Evaluate(theorem(t, id), in)
		if !result.Applies {
			continue
		}
		mean, se := meanAndError(values)
		if mean-5*se > float64(result.Value)*(1+1e-10) {
			t.Errorf("%s, sigma = %g, T = %d: %g, error %g, above %g", id, p.sigma, in.Horizon, mean, se, result.Value)
		}
		if mean > 0 {
			closest[id] = max(closest[id], mean/float64(result.Value))
		}
	}
}

// smoothSteps are constant, of the shape beta/(gamma+t), and random, up to 1/L.
func smoothSteps(random *rand.Rand, L float64) []listed {
	T := 2 + random.IntN(40)
	same, shifted, any := make(listed, T), make(listed, T), make(listed, T)
	eta := (0.1 + 0.89*random.Float64()) / L
	gamma := 1 + 30*random.Float64()
	for i := range T {
		same[i] = eta
		shifted[i] = 0.99 / L * (1 + gamma) / (float64(i+1) + gamma)
		any[i] = random.Float64() / L
	}
	return []listed{same, shifted, any}
}

// TestProjectedMinimizerOnTheBoundary: F(x) = x + L x^2/2 on [0, 1] has its minimizer 0 on the
// boundary, with a gradient that is not 0. smooth-projected-average allows that; the
// bound without a domain refuses it, for with steps near 1/L it is far below F(x_1)/T.
func TestProjectedMinimizerOnTheBoundary(t *testing.T) {
	const curvature = 1e-6
	T := 40
	steps := make(listed, T)
	for i := range steps {
		steps[i] = 0.9 / curvature
	}
	in := bound.Input{Steps: steps, Horizon: T, L: curvature, Sigma: 0, R: 1, D: 1}
	x, sum, total := 1.0, 0.0, 0.0
	weighted := 0.0
	for i, eta := range steps {
		weighted += eta * (x + curvature*x*x/2)
		x = max(0, min(1, x-eta*(1+curvature*x)))
		if i+1 < T {
			sum += eta * (x + curvature*x*x/2)
			total += eta
		}
	}
	if b := value(t, "smooth-projected-average", in); sum/total > b {
		t.Errorf("mean %g above the bound %g", sum/total, b)
	}
	th := theorem(t, "smooth-weighted-average")
	if th.Applies(in) == nil {
		t.Error("a bounded domain is accepted")
	}
	in.D = math.Inf(1)
	if b := value(t, "smooth-weighted-average", in); weighted/(total+steps[0]) < 100*b {
		t.Errorf("mean %g against %g: no counterexample", weighted/(total+steps[0]), b)
	}
}
