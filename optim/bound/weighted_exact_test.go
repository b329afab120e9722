package bound_test

import (
	"math"
	"math/rand/v2"
	"testing"

	"regret/optim/bound"
	"regret/optim/boundtest"
)

// TestWeightedExactHasItsRelatives: last iterate, constant steps and the weights
// eta_t give bounds known otherwise.
func TestWeightedExactHasItsRelatives(t *testing.T) {
	for _, c := range append(nonIncreasingLists(), anyLists()...) {
		T := len(c.steps)
		last := make(listed, T)
		last[T-1] = 1
		for _, R := range []float64{0.05, 1, 20} {
			in := bound.Input{Steps: c.steps, Horizon: T, R: R, G: 1.7}
			got, exact := bound.WeightedExact(in, last)
			if want := value(t, "last-exact", in); !exact || !near(got, want, 1e-12) {
				t.Errorf("%s, R = %g: weights of the last: %.15g (exact %v), last-exact %.15g", c.name, R, got, exact, want)
			}
			if got, _ := bound.WeightedExact(in, c.steps); T > 1 && total(c.steps) > 0 {
				checkStepWeighted(t, in, c, got)
			}
		}
	}
	for _, eta := range []float64{0, 1e-5, 0.01, 0.3, 5} {
		for _, T := range []int{1, 2, 3, 10, 1000} {
			in := unit(constantSteps(eta), T)
			result := bound.Evaluate(theorem(t, "weighted-exact"), in)
			constant := bound.Evaluate(theorem(t, "const-average"), in)
			if result.Kind != bound.ExactSup || !near(float64(result.Value), float64(constant.Value), 1e-12) ||
				!near(float64(result.BestValue), float64(constant.BestValue), 1e-12) {
				t.Errorf("eta = %g, T = %d: %.15g (%s), const-average %.15g", eta, T, result.Value, result.Kind, constant.Value)
			}
		}
	}
}

// checkStepWeighted: with the weights eta_t the conditions have the solution
// n_t = Gamma_t for which both hold with equality, so that the bound is that of
// weighted-average where R <= G sum eta_t and no step is lost, or below it.
func checkStepWeighted(t *testing.T, in bound.Input, c namedList, got float64) {
	t.Helper()
	loose := value(t, "weighted-average", in)
	if got > loose*(1+1e-12) {
		t.Errorf("%s, R = %g: weights eta: %.15g above weighted-average %.15g", c.name, in.R, got, loose)
	}
	for _, eta := range c.steps[1:] {
		if eta != c.steps[0] {
			return
		}
	}
	if in.R <= in.G*total(c.steps) && !near(got, loose, 1e-12) {
		t.Errorf("%s, R = %g: weights eta: %.15g, weighted-average %.15g", c.name, in.R, got, loose)
	}
}

func total(steps listed) float64 {
	sum := 0.0
	for _, eta := range steps {
		sum += eta
	}
	return sum
}

// weightedSide is the right side of the theorem for n_1..n_T, per unit of weight,
// +Inf if they do not meet its conditions.
func weightedSide(in bound.Input, steps, weights, n listed) float64 {
	T := len(weights)
	gamma, sum := make([]float64, T+1), 0.0
	for t := T - 1; t >= 0; t-- {
		gamma[t] = gamma[t+1] + weights[t]
		if t == T-1 {
			continue
		}
		reach := n[t+1] + steps[t]
		if n[t] < max(reach, gamma[t+1]/gamma[t]*reach*reach/n[t+1])*(1-1e-14) {
			return math.Inf(1)
		}
		sum += gamma[t+1] * steps[t]
	}
	return (gamma[0]/2*(in.R*in.R/n[0]+in.G*in.G*n[0]) - in.G*in.G*sum) / gamma[0]
}

// TestWeightedExactIsTheBestChoice improves n by random moves from the least one
// that meets the conditions: it finds what the theorem has, and never less.
func TestWeightedExactIsTheBestChoice(t *testing.T) {
	random := rand.New(rand.NewPCG(41, 1))
	for i := range 40 {
		T := 2 + random.IntN(4)
		steps, weights := randomSteps(random, T, i%4), randomSteps(random, T, (i/4)%4)
		in := bound.Input{Steps: steps, Horizon: T, R: math.Exp(random.NormFloat64() - 1), G: 1.3}
		got, _ := bound.WeightedExact(in, weights)
		if least := descendWeighted(random, in, steps, weights); got > least*(1+1e-12) || least > got*(1+1e-6) {
			t.Errorf("steps %v, weights %v, R = %g: %.10g, by descent %.10g", steps, weights, in.R, got, least)
		}
	}
}

func descendWeighted(random *rand.Rand, in bound.Input, steps, weights listed) float64 {
	T := len(steps)
	logs, width, n := make(listed, T), make(listed, T), make(listed, T) // logs[t]: of n_t over the least one
	for j := range width {
		width[j] = 0.3
	}
	value := func() float64 {
		gamma := weights[T-1]
		n[T-1] = math.Exp(logs[T-1])
		for s := T - 2; s >= 0; s-- {
			reach, after := n[s+1]+steps[s], gamma
			gamma += weights[s]
			n[s] = max(reach, after/gamma*reach*reach/n[s+1]) * math.Exp(logs[s])
		}
		return weightedSide(in, steps, weights, n)
	}
	best := value()
	for range 40_000 {
		j := random.IntN(T)
		before := logs[j]
		logs[j] += width[j] * random.NormFloat64()
		if j < T-1 {
			logs[j] = max(0, logs[j])
		}
		if v := value(); v < best {
			best, width[j] = v, width[j]*1.5
			continue
		}
		logs[j] = before
		if width[j] *= 0.94; width[j] < 1e-9 {
			width[j] = 0.1
		}
	}
	return best
}

// TestWeightedExactCounterexample is not flagged as exact: a semidefinite program
// finds 0.667119.
func TestWeightedExactCounterexample(t *testing.T) {
	in := unit(listed{0.3021, 0.9636, 0}, 3)
	got, exact := bound.WeightedExact(in, listed{0.1632, 0.6406, 0.1962})
	if exact || math.Abs(got-0.676653) > 1e-6 {
		t.Errorf("%.7f, exact %v, want 0.676653, not exact", got, exact)
	}
}

// TestWeightedExactZeroSteps: a point that is not left counts twice.
func TestWeightedExactZeroSteps(t *testing.T) {
	with, exact := bound.WeightedExact(unit(listed{0.5, 0, 0.3, 0, 0.2}, 5), listed{1, 2, 3, 4, 0})
	without, _ := bound.WeightedExact(unit(listed{0.5, 0.3, 0}, 3), listed{1, 5, 4})
	if !near(with, without, 1e-15) {
		t.Errorf("%.16g with zero steps, %.16g without (exact %v)", with, without, exact)
	}
}

func TestWeightedExactTable(t *testing.T) {
	lastToOne := boundtest.Shape(func(t, T float64) float64 { return (T + 1 - t) / math.Pow(T, 1.5) })
	for _, c := range []struct {
		shape                  boundtest.Shape
		T                      int
		uniform, weighted, min float64
	}{
		{inverseSqrt, 8, 0.456523422979, 0.510587248403, 0.4243939187},
		{lastToOne, 8, 0.378544050437, 0.360517527449, 0.3535533906},
		{inverseSqrt, 100, 0.175484745664, 0.184941704190, 0.1632638786},
		{inverseTime, 100, 0.206589194555, 0.190327309496, 0.1681636190},
	} {
		in := unit(c.shape, c.T)
		result := bound.Evaluate(theorem(t, "weighted-exact"), in)
		if result.Kind != bound.ExactSup || result.Average != "uniform" || !near(float64(result.Value), c.uniform, 5e-12) {
			t.Errorf("T = %d: uniform %.13g (%s, %s), want %.12g", c.T, result.Value, result.Kind, result.Average, c.uniform)
		}
		if got := value(t, "best-iterate", in); !near(got, c.min, 3e-10) {
			t.Errorf("T = %d: best iterate %.12g, want %.10g", c.T, got, c.min)
		}
		in.Params = map[string]float64{"power": 1}
		result = bound.Evaluate(theorem(t, "weighted-exact"), in)
		if result.Average != "t-weighted" || !near(float64(result.Value), c.weighted, 5e-12) {
			t.Errorf("T = %d: t-weighted %.13g (%s), want %.12g", c.T, result.Value, result.Average, c.weighted)
		}
	}
	for _, c := range []struct {
		shape boundtest.Shape
		want  [4]float64
	}{
		{func(_, _ float64) float64 { return 1 }, [4]float64{1, 1, 1, 1}},
		{inverseSqrt, [4]float64{1.0454, 1.1340, 1.2437, 1.3575}},
		{func(t, _ float64) float64 { return math.Pow(t, -0.25) }, [4]float64{1.0104, 1.0242, 1.0333, 1.0376}},
		{func(t, T float64) float64 { return (T + 1 - t) / T }, [4]float64{1.0451, 1.0588, 1.0605, 1.0606}},
	} {
		for k, T := range []int{10, 100, 1000, 10000} {
			result := bound.Evaluate(theorem(t, "weighted-exact"), unit(c.shape, T))
			if got := float64(result.BestValue) * math.Sqrt(float64(T)); math.Abs(got-c.want[k]) > 1e-4 || result.Kind != bound.ExactSup {
				t.Errorf("T = %d: tuned %.5f (%s), want %.4f", T, got, result.Kind, c.want[k])
			}
		}
	}
}
