package bound_test

import (
	"math"
	"math/rand/v2"
	"testing"

	"regret/optim/bound"
	"regret/optim/boundtest"
)

// TestRegretAnyStepsIsRegretExact for non-increasing steps with eta_1 G <= D.
func TestRegretAnyStepsIsRegretExact(t *testing.T) {
	for _, T := range []int{1, 2, 3, 10, 100, 2000} {
		for name, steps := range worstSteps(T) {
			in := bound.Input{Steps: steps, Horizon: T, D: 1.5, G: 0.75}
			if got, want := value(t, "regret-any-steps", in), value(t, "regret-exact", in); !near(got, want, 1e-10) {
				t.Errorf("%s, T = %d: %.15g, regret-exact %.15g", name, T, got, want)
			}
		}
	}
}

// TestRegretAnyStepsOfLongRuns: where regret-exact is taken, the program finds the same. The weights t^power
// of the least power there is are all 1, and not taken for it.
func TestRegretAnyStepsOfLongRuns(t *testing.T) {
	const T = 110_000
	for name, steps := range map[string]bound.Steps{
		"constant":     constant(3e-3),
		"inverse-sqrt": boundtest.Shape(func(t, _ float64) float64 { return 1 / math.Sqrt(t) }),
		"linear":       boundtest.Shape(func(t, T float64) float64 { return 0.02 * (T - t) / T }),
		"rising":       boundtest.Shape(func(t, T float64) float64 { return 0.02 * t / T }),
		"large":        boundtest.Shape(func(t, _ float64) float64 { return 9 / math.Sqrt(t) }),
	} {
		in := bound.Input{Steps: steps, Horizon: T, D: 1.5, G: 0.75}
		taken := value(t, "regret-any-steps", in)
		in.Params = map[string]float64{"power": 5e-324}
		if program := value(t, "regret-any-steps", in); !near(taken, program, 1e-10) {
			t.Errorf("%s: %.15g, by the program %.15g", name, taken, program)
		}
	}
}

// TestRegretAnyStepsByGrid runs the program for W_t itself on a grid of radii,
// which finds a little less.
func TestRegretAnyStepsByGrid(t *testing.T) {
	random := rand.New(rand.NewPCG(51, 1))
	for i := range 40 {
		T := 2 + random.IntN(7)
		steps := randomSteps(random, T, i%4)
		scale(steps, math.Exp(random.NormFloat64()-1))
		if i%3 == 0 {
			steps[random.IntN(T)] = 0
		}
		power := float64(i % 2)
		in := bound.Input{Steps: steps, Horizon: T, D: 1.2, G: 0.9, Params: map[string]float64{"power": power}}
		got, want := value(t, "regret-any-steps", in), regretByGrid(in, steps, power)
		if want > got*(1+1e-12) || want < got*0.997 {
			t.Errorf("steps %v, power %g: %.10g, on the grid %.10g", steps, power, got, want)
		}
		in.Params = nil
		if any := value(t, "regret-any-eta", in); any < value(t, "regret-any-steps", in)*(1-1e-12) {
			t.Errorf("steps %v: regret-any-eta %g below", steps, any)
		}
	}
}

// regretByGrid maximizes over radii d' on a grid, d' = D where more is within reach.
func regretByGrid(in bound.Input, steps listed, power float64) float64 {
	const points = 600
	T := len(steps)
	radius := func(i int) float64 { return in.D * float64(i) / points }
	w, sum := make([]float64, T), 0.0
	for t := range w {
		w[t] = math.Pow(float64(t+1), power)
		sum += w[t]
	}
	W := make([]float64, points+1)
	for i := range W {
		W[i] = w[T-1] * in.G * radius(i)
	}
	for t := T - 2; t >= 0; t-- {
		next, e := make([]float64, points+1), steps[t]*in.G
		for i := range next {
			d := radius(i)
			next[i] = math.Inf(-1)
			if steps[t] == 0 {
				next[i] = w[t]*in.G*d + W[i]
				continue
			}
			for j := range W {
				to := radius(j)
				if to < math.Abs(d-e)-1e-12 || to > d+e+1e-12 {
					continue
				}
				next[i] = max(next[i], W[j]+w[t]*(d*d-to*to+e*e)/(2*steps[t]))
			}
			if math.Abs(d-e) >= in.D { // all that is in reach is beyond D
				next[i] = max(next[i], W[points]+w[t]*in.G*d)
			}
			if below := int(math.Abs(d-e) / radius(1)); below < points { // straight inward, between two points
				next[i] = max(next[i], W[below]+w[t]*in.G*d)
			}
		}
		W = next
	}
	return W[points] / sum
}

func TestRegretAnyStepsTable(t *testing.T) {
	rootGrowth := boundtest.Shape(func(t, T float64) float64 { return math.Sqrt(t) / T })
	for _, c := range []struct {
		steps bound.Steps
		T     int
		want  float64
	}{
		{rootGrowth, 8, 3.768164963860},
		{rootGrowth, 100, 19.846142526578},
		{boundtest.Shape(func(t, T float64) float64 { return t / math.Pow(T, 1.5) }), 100, 31.833763636364},
	} {
		in := unit(c.steps, c.T)
		if got := float64(c.T) * value(t, "regret-any-steps", in); !near(got, c.want, 1e-12) {
			t.Errorf("T = %d: %.14g, want %.14g", c.T, got, c.want)
		}
	}
	in := unit(boundtest.Shape(func(t, _ float64) float64 { return math.Sqrt(t) / 8 }), 8)
	if got := 8 * value(t, "regret-any-eta", in); math.Abs(got-5.019) > 5e-4 {
		t.Errorf("regret-any-eta: %g, want 5.019", got)
	}
}

// TestRegretAnyStepsOnTheCounterexample: the run that breaks Zinkevich's formula
// for increasing steps stays below.
func TestRegretAnyStepsOnTheCounterexample(t *testing.T) {
	steps := boundtest.Shape(func(t, T float64) float64 { return 0.229360 * (t / T) * (t / T) })
	for _, id := range []string{"regret-any-steps", "regret-any-eta"} {
		if b := 39 * value(t, id, unit(steps, 39)); b < 21.327 {
			t.Errorf("%s: %g below the regret 21.327 of a run", id, b)
		}
	}
}
