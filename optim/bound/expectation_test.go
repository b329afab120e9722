package bound_test

import (
	"math"
	"math/rand/v2"
	"strings"
	"testing"

	"regret/optim/bound"
)

// TestExpectationsHold averages noisy runs on |x|, with E g^2 = G^2 = 2 and |g| <= 2:
// the means stay below the bounds, and azuma-average fails as rarely as it says.
func TestExpectationsHold(t *testing.T) {
	const runs, T = 3000, 30
	random := rand.New(rand.NewPCG(72, 1))
	for name, steps := range map[string]listed{
		"constant": evaluated(constantSteps(0.1), T), "1/sqrt(t)": evaluated(inverseSqrt, T),
		"linear": evaluated(linearDecay, T), "random": randomSteps(random, T, 0),
	} {
		in := bound.Input{Steps: steps, Horizon: T, R: 0.8, G: math.Sqrt2, D: 2}
		sharp := in
		sharp.G = 2
		limit := value(t, "azuma-average", sharp)
		sums, squares, exceeded := map[string]float64{}, map[string]float64{}, 0
		var theorems []*bound.Theorem
		for _, id := range []string{"weighted-average", "uniform-average", "last-exact", "last-omega", "last-orabona", "last-rho",
			"weighted-exact", "best-iterate", "suffix-bounded", "suffix-unbounded", "polynomial-decay", "const-average", "linear-decay"} {
			theorems = append(theorems, theorem(t, id))
		}
		for range runs {
			run := noisyTrace(random, steps, in.R)
			for _, th := range theorems {
				for _, row := range th.RowsOn(in) {
					if row.Mode == bound.Expectation && row.Sampling == bound.IID {
						v, _ := run.measure(row, in)
						key := th.ID + " " + row.Quantity
						sums[key] += v / runs
						squares[key] += v * v / runs
					}
				}
			}
			if v, _ := run.measure(bound.Row{Quantity: "gap-average", Average: "step-weighted"}, in); v > limit {
				exceeded++
			}
		}
		for key, mean := range sums {
			id, _, _ := strings.Cut(key, " ")
			result := bound.Evaluate(theorem(t, id), in)
			deviation := math.Sqrt((squares[key] - mean*mean) / runs)
			if result.Applies && mean-5*deviation > float64(result.Value) {
				t.Errorf("%s, %s: mean %g above %g", key, name, mean, result.Value)
			}
		}
		if exceeded > runs/20 {
			t.Errorf("%s: azuma-average is exceeded %d of %d times", name, exceeded, runs)
		}
	}
}

// noisyTrace adds to the subgradient of |x| a fair coin of size 1, on [-1, 1].
func noisyTrace(random *rand.Rand, steps listed, R float64) trace {
	run := trace{steps: steps, f: func(x []float64) float64 { return math.Abs(x[0]) }}
	x := R
	for _, eta := range steps {
		run.points = append(run.points, []float64{x})
		run.values = append(run.values, math.Abs(x))
		g := math.Copysign(1, x) + float64(2*random.IntN(2)-1)
		x = max(-1, min(1, x-eta*g))
	}
	return run
}
