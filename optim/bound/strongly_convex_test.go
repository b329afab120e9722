package bound_test

import (
	"math"
	"math/rand/v2"
	"testing"

	"regret/optim/bound"
	"regret/optim/boundtest"
)

// strongRun is a run of projected SGD on F(x) = mu|x|^2/2 + max(0, max_i a_i.x), whose
// minimum 0 is at the origin: F(x_t), |x_t|^2 and the norms of the gradients.
type strongRun struct{ gaps, squares, norms []float64 }

type strongProblem struct {
	mu, radius, noise float64
	a                 [][]float64
	start             []float64
}

func newStrongProblem(random *rand.Rand, noise float64) strongProblem {
	d := 1 + random.IntN(4)
	p := strongProblem{mu: math.Exp(random.NormFloat64()), radius: 0.5 + 2*random.Float64(), noise: noise}
	for range random.IntN(6) {
		p.a = append(p.a, direction(random, d, 1))
	}
	p.start = direction(random, d, p.radius*random.Float64())
	return p
}

// G bounds the mean square of a gradient on the ball.
func (p strongProblem) G() float64 {
	slope := p.mu * p.radius
	if p.a != nil {
		slope++
	}
	return math.Hypot(slope, p.noise)
}

func (p strongProblem) run(random *rand.Rand, steps listed) strongRun {
	var run strongRun
	x := append([]float64(nil), p.start...)
	for _, eta := range steps {
		active, most := -1, 0.0
		for i := range p.a {
			if v := dot(p.a[i], x); v > most {
				active, most = i, v
			}
		}
		run.gaps = append(run.gaps, p.mu*dot(x, x)/2+most)
		run.squares = append(run.squares, dot(x, x))
		g := direction(random, len(x), p.noise)
		for j := range g {
			g[j] += p.mu * x[j]
			if active >= 0 {
				g[j] += p.a[active][j]
			}
			x[j] -= eta * g[j]
		}
		run.norms = append(run.norms, norm(g))
		scale(x, min(1, p.radius/max(norm(x), 1e-300)))
	}
	return run
}

func direction(random *rand.Rand, d int, length float64) []float64 {
	x := make([]float64, d)
	for j := range x {
		x[j] = random.NormFloat64()
	}
	scale(x, length/norm(x))
	return x
}

// strongQuantities are the theorems with what they bound in a run.
var strongQuantities = map[string]func(run strongRun) float64{
	"strongly-convex-hazan":               func(run strongRun) float64 { return weightedMean(run.gaps, 0, 0) },
	"strongly-convex-weighted-t":          func(run strongRun) float64 { return weightedMean(run.gaps, 1, 0) },
	"strongly-convex-weighted-t-sharp":    func(run strongRun) float64 { return weightedMean(run.gaps, 1, 0) },
	"strongly-convex-weighted-t-distance": func(run strongRun) float64 { return last(run.squares) },
	"strongly-convex-any":                 func(run strongRun) float64 { return weightedMean(run.gaps, 0, 0) },
	"strongly-convex-distance":            func(run strongRun) float64 { return last(run.squares) },
	"strongly-convex-distance-rakhlin":    func(run strongRun) float64 { return last(run.squares) },
	"strongly-convex-suffix":              func(run strongRun) float64 { return weightedMean(run.gaps, 0, len(run.gaps)/2) },
	"strongly-convex-suffix-rakhlin":      func(run strongRun) float64 { return weightedMean(run.gaps, 0, len(run.gaps)/2) },
	"strongly-convex-last":                func(run strongRun) float64 { return last(run.gaps) },
	"strongly-convex-last-shamir-zhang":   func(run strongRun) float64 { return last(run.gaps) },
}

// TestStronglyConvexBoundsHold runs random problems, with full subgradients, with the
// norms of that run, and with noise, where the mean over runs is judged.
func TestStronglyConvexBoundsHold(t *testing.T) {
	random := rand.New(rand.NewPCG(11, 12))
	closest := map[string]float64{}
	for range 60 {
		exact := newStrongProblem(random, 0)
		noisy := exact
		noisy.noise = 2 * random.Float64()
		for _, steps := range strongSteps(random, exact.mu) {
			run := exact.run(random, steps)
			in := bound.Input{Steps: steps, Horizon: len(steps), Mu: exact.mu, G: exact.G(), R: norm(exact.start)}
			judgeStrong(t, in, []strongRun{run}, closest)
			in.GradientNorms = listed(run.norms)
			judgeStrong(t, in, []strongRun{run}, closest)
			in.GradientNorms, in.G = nil, noisy.G()
			var runs []strongRun
			for range 30 {
				runs = append(runs, noisy.run(random, steps))
			}
			judgeStrong(t, in, runs, nil)
		}
	}
	for id, least := range map[string]float64{
		"strongly-convex-hazan": 0.999999, "strongly-convex-weighted-t": 0.6, "strongly-convex-weighted-t-sharp": 0.999999,
		"strongly-convex-weighted-t-distance": 0.1, "strongly-convex-any": 0.999999, "strongly-convex-distance": 0.999999,
		"strongly-convex-distance-rakhlin": 0.1, "strongly-convex-suffix": 0.6, "strongly-convex-suffix-rakhlin": 0.05,
		"strongly-convex-last": 0.999999, "strongly-convex-last-shamir-zhang": 0.005,
	} {
		if closest[id] < least {
			t.Errorf("%s: no run comes closer than %g: too weak to test it", id, closest[id])
		}
	}
}

// judgeStrong compares the mean over runs, less five standard errors, with every theorem
// that applies.
func judgeStrong(t *testing.T, in bound.Input, runs []strongRun, closest map[string]float64) {
	t.Helper()
	for id, quantity := range strongQuantities {
		result := bound.Evaluate(theorem(t, id), in)
		if !result.Applies {
			continue
		}
		var values []float64
		for _, run := range runs {
			values = append(values, quantity(run))
		}
		mean, se := meanAndError(values)
		if mean-5*se > float64(result.Value)*(1+1e-10) {
			t.Errorf("%s, T = %d: %g, error %g, above %g", id, in.Horizon, mean, se, result.Value)
		}
		if closest != nil && mean > 0 {
			closest[id] = max(closest[id], mean/float64(result.Value))
		}
	}
}

// strongSteps are those of the theorems and random ones, of even length.
func strongSteps(random *rand.Rand, mu float64) []listed {
	T := 2 * (1 + random.IntN(20))
	hazan, weighted, any := make(listed, T), make(listed, T), make(listed, T)
	size := math.Exp(random.NormFloat64()-1) / mu
	for i := range T {
		hazan[i] = 1 / (mu * float64(i+1))
		weighted[i] = 2 / (mu * float64(i+2))
		any[i] = size * random.Float64()
	}
	return []listed{hazan, weighted, any}
}

// weightedMean returns the mean of the values from skip on with the weights t^power.
func weightedMean(values []float64, power float64, skip int) float64 {
	sum, total := 0.0, 0.0
	for i := skip; i < len(values); i++ {
		w := math.Pow(float64(i+1), power)
		sum += w * values[i]
		total += w
	}
	return sum / total
}

func last(values []float64) float64 { return values[len(values)-1] }

// meanAndError returns the mean and its standard error, 0 for one value.
func meanAndError(values []float64) (mean, se float64) {
	n := float64(len(values))
	for _, v := range values {
		mean += v / n
	}
	if n == 1 {
		return mean, 0
	}
	for _, v := range values {
		se += (v - mean) * (v - mean)
	}
	return mean, math.Sqrt(se / (n - 1) / n)
}

// TestUniformWeightsWithWeightedSteps: on F = mu x^2/2 with noise of variance 1 the mean of
// F(x_t) under the steps 2/(mu (t+1)) exceeds the bound on the mean with weights t.
func TestUniformWeightsWithWeightedSteps(t *testing.T) {
	const T, mu = 10000, 0.5
	steps := boundtest.Shape(func(t, _ float64) float64 { return 2 / (mu * (t + 1)) })
	square, most := 0.0, 0.0 // E x_t^2, from x_1 = x*
	var gaps []float64
	for k := 1; k <= T; k++ {
		gaps = append(gaps, mu*square/2)
		most = max(most, 1+mu*mu*square)
		eta := 2 / (mu * float64(k+1))
		square = (1-eta*mu)*(1-eta*mu)*square + eta*eta
	}
	b := value(t, "strongly-convex-weighted-t", bound.Input{Steps: steps, Horizon: T, Mu: mu, G: math.Sqrt(most)})
	if weighted := weightedMean(gaps, 1, 0); weighted > b {
		t.Errorf("weighted mean %g above its bound %g", weighted, b)
	}
	if uniform := weightedMean(gaps, 0, 0); uniform < 1.3*b {
		t.Errorf("uniform mean %g, bound %g: no counterexample", uniform, b)
	}
}
