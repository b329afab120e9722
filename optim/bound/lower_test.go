package bound_test

import (
	"math"
	"testing"

	"regret/optim/bound"
)

// TestLeCamLower has the value that the best separation gives, and the distance of
// the coins is that of their laws, summed head by head.
func TestLeCamLower(t *testing.T) {
	in := unit(constantSteps(0.1), 400)
	if got := value(t, "le-cam-lower", in) * 20; math.Abs(got-0.34) > 5e-5 {
		t.Errorf("T = 400: %.6f RG/sqrt(T), want 0.3400", got)
	}
	for _, T := range []int{1, 2, 3, 8, 25} {
		for _, separation := range []float64{0.1, 0.76, 1.5} {
			in := bound.Input{Steps: constantSteps(0.1), Horizon: T, R: 1.2, G: 0.7, Params: map[string]float64{"separation": separation}}
			delta := min(1, separation/math.Sqrt(float64(T)))
			want := in.G * in.R * delta * (1 - coinDistance(T, delta))
			if got := value(t, "le-cam-lower", in); !near(got, want, 1e-12) && math.Abs(got-want) > 1e-15 {
				t.Errorf("T = %d, separation %g: %.15g, want %.15g", T, separation, got, want)
			}
		}
	}
}

// coinDistance sums |P(S=k) - Q(S=k)|/2 over the numbers of heads.
func coinDistance(T int, delta float64) float64 {
	distance := 0.0
	for k := 0; k <= T; k++ {
		choose, _ := math.Lgamma(float64(T + 1))
		a, _ := math.Lgamma(float64(k + 1))
		b, _ := math.Lgamma(float64(T - k + 1))
		ways := math.Exp(choose - a - b)
		law := func(p float64) float64 { return ways * math.Pow(p, float64(k)) * math.Pow(1-p, float64(T-k)) }
		distance += math.Abs(law((1+delta)/2)-law((1-delta)/2)) / 2
	}
	return distance
}

// TestLowerBoundsLieBelow every upper bound on the gap, whatever the steps.
func TestLowerBoundsLieBelow(t *testing.T) {
	for _, c := range append(nonIncreasingLists(), anyLists()...) {
		in := bound.Input{Steps: c.steps, Horizon: len(c.steps), D: 2, R: 1, G: 1.25}
		for _, lower := range []string{"minimax-lower", "le-cam-lower"} {
			below := value(t, lower, in)
			for _, id := range []string{
				"weighted-average", "const-average", "uniform-average", "weighted-exact", "best-iterate",
				"last-exact", "last-rho", "last-omega", "last-orabona", "last-constant", "linear-decay", "schedule-free",
			} {
				if result := bound.Evaluate(theorem(t, id), in); result.Applies && float64(result.Value) < below*(1-1e-12) {
					t.Errorf("%s: %s %g is above %s %g", c.name, lower, below, id, result.Value)
				}
			}
		}
	}
}
