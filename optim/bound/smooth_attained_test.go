package bound_test

import (
	"math"
	"math/rand/v2"
	"testing"

	"regret/optim/bound"
)

// TestSmoothBoundsAreAttained names an instance for each theorem on smooth objectives that
// section G of the catalogue calls attained.
func TestSmoothBoundsAreAttained(t *testing.T) {
	const L, R, T = 1.7, 2.3, 25
	random := rand.New(rand.NewPCG(41, 42))
	some := make(listed, T)
	for i := range some {
		some[i] = random.Float64() / L
	}
	base := bound.Input{Horizon: T, L: L, R: R, Mu: L, Sigma: 0.6, D: math.Inf(1),
		Params: map[string]float64{"gap1": L * R * R / 2, "M": 0.36}}
	with := func(steps bound.Steps) bound.Input {
		in := base
		in.Steps = steps
		return in
	}
	quiet := with(constant(1 / L))
	quiet.Sigma = 0
	convex := with(constant(0.2 / L))
	convex.Mu = 0.03
	fast := with(constant(1.97 / L))
	fast.Mu = 0.03
	full := with(constant(1 / L))
	for _, c := range []struct {
		id, instance string
		in           bound.Input
		reached      float64
	}{
		{"smooth-weighted-average", "Huber function, steps 1/L, no noise", quiet, huberMean(L, R, T)},
		{"gradient-descent", "Huber function, random steps", with(some), pieceGap(L, 0, R, some)},
		{"gradient-descent-constant", "Huber function", with(constant(0.4 / L)), pieceGap(L, 0, R, repeat(0.4/L, T))},
		{"gradient-descent-constant", "quadratic", fast, L * R * R / 2 * math.Pow(0.97, 2*(T-1))},
		{"gradient-descent-strongly-convex", "two quadratic pieces", convex, pieceGap(L, 0.03, R, repeat(0.2/L, T))},
		{"gradient-descent-strongly-convex", "quadratic", fast, L * R * R / 2 * math.Pow(0.97, 2*(T-1))},
		{"pl-recursion", "quadratic with noise", with(some), L * quadraticSquare(L, R, 0.6, some) / 2},
		{"bottou-curtis-nocedal-constant", "quadratic with noise, step 1/L", full,
			L * quadraticSquare(L, R, 0.6, repeat(1/L, T)) / 2},
		{"smooth-distance", "quadratic with noise", with(some), quadraticSquare(L, R, 0.6, some)},
	} {
		if ratio := c.reached / value(t, c.id, c.in); !(math.Abs(ratio-1) <= 1e-6) {
			t.Errorf("%s on %s: ratio %.9f", c.id, c.instance, ratio)
		}
	}
}

func repeat(eta float64, T int) listed {
	steps := make(listed, T)
	for i := range steps {
		steps[i] = eta
	}
	return steps
}

// pieceGap runs gradient descent on f(x) = L x^2/2 for |x| <= delta, beyond it mu x^2/2 +
// (L-mu) delta (|x| - delta/2), with the delta that is worst.
func pieceGap(L, mu, R float64, steps listed) float64 {
	steps = steps[:len(steps)-1]
	sum := 0.0
	for _, eta := range steps {
		sum += L * eta
	}
	delta := R / (2*sum + 1)
	if mu > 0 {
		k := mu / L
		p := math.Pow(1-mu*steps[0], 2*float64(len(steps)))
		delta = k * p * R / (1 - (1-k)*p)
	}
	x := R
	for _, eta := range steps {
		if math.Abs(x) <= delta {
			x -= eta * L * x
		} else {
			x -= eta * (mu*x + (L-mu)*math.Copysign(delta, x))
		}
	}
	if math.Abs(x) <= delta {
		return L * x * x / 2
	}
	return mu*x*x/2 + (L-mu)*delta*(math.Abs(x)-delta/2)
}

// huberMean is f at the average of T steps 1/L on the Huber function of delta = R/T.
func huberMean(L, R float64, T int) float64 {
	delta, x, average := R/float64(T), R, 0.0
	for range T {
		average += x / float64(T)
		x -= delta
	}
	return L * delta * (average - delta/2)
}

// quadraticSquare is E x_T^2 on L x^2/2 with noise of variance sigma^2.
func quadraticSquare(L, R, sigma float64, steps listed) float64 {
	square := R * R
	for _, eta := range steps[:len(steps)-1] {
		square = (1-eta*L)*(1-eta*L)*square + eta*eta*sigma*sigma
	}
	return square
}

// TestQuadraticExactByMonteCarlo compares the equality with the mean of 20,000 runs.
func TestQuadraticExactByMonteCarlo(t *testing.T) {
	random := rand.New(rand.NewPCG(43, 44))
	const T, d = 12, 3
	steps := make(listed, T)
	for i := range steps {
		steps[i] = random.Float64()
	}
	in := bound.Input{Steps: steps, Horizon: T, Mu: 0.25, L: 1, Sigma: 0.8, R: 1.5, D: math.Inf(1),
		Params: map[string]float64{"eigenvalues": d}}
	lambda := []float64{0.25, 0.5, 1}
	var gaps []float64
	for range 20000 {
		gap := 0.0
		for _, curvature := range lambda {
			x := in.R / math.Sqrt(d)
			for _, eta := range steps[:T-1] {
				x -= eta * (curvature*x + in.Sigma/math.Sqrt(d)*random.NormFloat64())
			}
			gap += curvature * x * x / 2
		}
		gaps = append(gaps, gap)
	}
	mean, se := meanAndError(gaps)
	want := value(t, "quadratic-exact", in)
	if math.Abs(mean-want) > 4*se || se > 0.01*want {
		t.Errorf("mean %g, error %g, want %g", mean, se, want)
	}
	for _, id := range []string{"smooth-distance"} {
		if b := value(t, id, in) * in.L / 2; want > b {
			t.Errorf("the quadratic's gap %g is above L/2 times %s, %g", want, id, b)
		}
	}
	in.Params["gap1"] = in.R * in.R / 2 / d * (0.25 + 0.5 + 1)
	if b := value(t, "pl-recursion", in); want > b {
		t.Errorf("the quadratic's gap %g is above pl-recursion %g", want, b)
	}
}

// TestGradientDescentBoundsHold runs random sums of Huber functions of linear maps.
func TestGradientDescentBoundsHold(t *testing.T) {
	random := rand.New(rand.NewPCG(45, 46))
	closest := map[string]float64{}
	for trial := range 200 {
		p := newSmoothProblem(random, 1+random.IntN(3), []float64{math.Inf(1), 0.1}[trial%2])
		p.sigma = 0
		T := 2 + random.IntN(12)
		any := make(listed, T)
		for i := range any {
			any[i] = random.Float64() / p.L()
		}
		for _, steps := range []listed{any, repeat(1.99*random.Float64()/p.L(), T)} {
			run, _, _ := p.run(random, steps)
			in := bound.Input{Steps: steps, Horizon: T, L: p.L(), Mu: p.mu(), R: norm(p.start), D: math.Inf(1)}
			for _, id := range []string{"gradient-descent", "gradient-descent-constant", "gradient-descent-strongly-convex"} {
				result := bound.Evaluate(theorem(t, id), in)
				if !result.Applies {
					continue
				}
				if gap := last(run.gaps); gap > float64(result.Value)*(1+1e-10) {
					t.Errorf("%s, T = %d: %g above %g", id, T, gap, result.Value)
				}
				closest[id] = max(closest[id], last(run.gaps)/float64(result.Value))
			}
		}
	}
	for _, id := range []string{"gradient-descent", "gradient-descent-constant", "gradient-descent-strongly-convex"} {
		if closest[id] < 0.7 {
			t.Errorf("%s: no run comes closer than %g", id, closest[id])
		}
	}
}
