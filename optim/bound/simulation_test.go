package bound_test

import (
	"math"
	"math/rand/v2"
	"testing"

	"regret/optim/bound"
)

// TestRegretBoundsHoldOnRandomRuns runs projected subgradient descent on a ball
// against random and against hostile linear losses; u is the best fixed point.
func TestRegretBoundsHoldOnRandomRuns(t *testing.T) {
	random := rand.New(rand.NewPCG(6, 7))
	closest := 0.0
	for _, c := range nonIncreasingLists() {
		for d := 1; d <= 4; d++ {
			for _, hostile := range []float64{0, 0.5, 1} {
				in := bound.Input{Steps: c.steps, Horizon: len(c.steps), D: 2, G: 1.25}
				run := randomRun(random, in, c.steps, d, hostile)
				in.Observed = []bound.Observed{run.observed}
				for _, id := range []string{"zinkevich", "regret-exact", "zinkevich-observed"} {
					b := value(t, id, in)
					if run.regret > b*(1+1e-10)+1e-15 {
						t.Errorf("%s, %s, d = %d, hostile %g: regret %g above %g", id, c.name, d, hostile, run.regret, b)
					}
					closest = max(closest, run.regret/b)
				}
			}
		}
	}
	if closest < 0.7 {
		t.Errorf("no run comes closer to a bound than %g: the losses are too weak to test it", closest)
	}
}

type ballRun struct {
	regret   float64 // per step, against the best fixed point
	observed bound.Observed
}

// randomRun draws losses of norm up to G, and with probability hostile of norm G
// and pointing away from the first iterate's antipode.
func randomRun(random *rand.Rand, in bound.Input, steps listed, d int, hostile float64) ballRun {
	radius := in.D / 2
	x, sum := make([]float64, d), make([]float64, d)
	x[0] = radius
	var iterates [][]float64
	loss, run := 0.0, ballRun{}
	for _, eta := range steps {
		iterates = append(iterates, append([]float64(nil), x...))
		g := make([]float64, d)
		for j := range g {
			g[j] = random.NormFloat64()
		}
		length := in.G * random.Float64()
		if random.Float64() < hostile {
			for j := range g {
				g[j] = x[j]
			}
			g[0], length = x[0]+radius, in.G
		}
		scale(g, length/max(norm(g), 1e-300))
		run.observed.G = max(run.observed.G, norm(g))
		for j := range g {
			loss += g[j] * x[j]
			sum[j] += g[j]
			x[j] -= eta * g[j]
		}
		scale(x, min(1, radius/max(norm(x), 1e-300)))
	}
	u := append([]float64(nil), sum...)
	scale(u, -radius/max(norm(sum), 1e-300))
	for _, y := range iterates {
		for j := range y {
			y[j] -= u[j]
		}
		run.observed.D = max(run.observed.D, norm(y))
	}
	run.regret = (loss + radius*norm(sum)) / float64(len(steps))
	return run
}

// TestGapBoundsHoldOnRandomRuns runs subgradient descent on f(x) = max(0, max_i a_i.x),
// whose minimum 0 is at the origin.
func TestGapBoundsHoldOnRandomRuns(t *testing.T) {
	random := rand.New(rand.NewPCG(8, 9))
	for _, c := range append(nonIncreasingLists(), anyLists()...) {
		for range 20 {
			in := bound.Input{Steps: c.steps, Horizon: len(c.steps), R: 1 + random.Float64(), G: 1.25}
			last, weighted := maxOfLinear(random, in, c.steps)
			for id, gap := range map[string]float64{"last-exact": last, "weighted-average": weighted} {
				if b := value(t, id, in); gap > b*(1+1e-10) {
					t.Errorf("%s, %s: gap %g above %g", id, c.name, gap, b)
				}
			}
		}
	}
}

// maxOfLinear returns f at the last iterate, and the mean of f with the steps as
// weights, which is above f at the weighted average.
func maxOfLinear(random *rand.Rand, in bound.Input, steps listed) (last, weighted float64) {
	d, pieces := 1+random.IntN(5), 1+random.IntN(8)
	a := make([][]float64, pieces)
	for i := range a {
		a[i] = make([]float64, d)
		for j := range a[i] {
			a[i][j] = random.NormFloat64()
		}
		scale(a[i], in.G/norm(a[i]))
	}
	x := make([]float64, d)
	for j := range x {
		x[j] = random.NormFloat64()
	}
	scale(x, in.R/norm(x))
	total := 0.0
	for _, eta := range steps {
		active := -1
		last = 0
		for i := range a {
			if v := dot(a[i], x); v > last {
				active, last = i, v
			}
		}
		weighted += eta * last
		total += eta
		if active >= 0 {
			for j := range x {
				x[j] -= eta * a[active][j]
			}
		}
	}
	if total == 0 {
		return last, last
	}
	return last, weighted / total
}

// TestTouchOnceAttainsTheMinimax: f = max(0, G max_i x_i) from (R/sqrt(T)) (1,...,1)
// with the step R/(G sqrt(T)), piece t at step t, leaves the gap RG/sqrt(T), which
// is the bound on the weighted average.
func TestTouchOnceAttainsTheMinimax(t *testing.T) {
	const R, G = 1.5, 0.8
	for _, T := range []int{1, 4, 50} {
		root := math.Sqrt(float64(T))
		steps := make(listed, T)
		gap := 0.0
		for i := range steps {
			steps[i] = R / (G * root)
			gap += G * (R / root) / float64(T) // x_t has the coordinate t still untouched
		}
		in := bound.Input{Steps: steps, Horizon: T, R: R, G: G}
		result := bound.Evaluate(theorem(t, "weighted-average"), in)
		if !near(float64(result.Value), gap, 1e-14) || !near(float64(result.RatioToMinimax), 1, 1e-14) {
			t.Errorf("T = %d: bound %g, gap %g, ratio to minimax %g", T, result.Value, gap, result.RatioToMinimax)
		}
	}
}

func dot(a, b []float64) float64 {
	sum := 0.0
	for j := range a {
		sum += a[j] * b[j]
	}
	return sum
}

func norm(a []float64) float64 { return math.Sqrt(dot(a, a)) }

func scale(a []float64, factor float64) {
	for j := range a {
		a[j] *= factor
	}
}
