package bound_test

import (
	"math"
	"math/rand/v2"
	"testing"

	"regret/optim/bound"
	"regret/optim/boundtest"
)

// TestStronglyConvexLastByMinimization: the bound is the stated right side at its rho, and
// no rho of a dense grid makes that smaller.
func TestStronglyConvexLastByMinimization(t *testing.T) {
	for _, c := range append(nonIncreasingLists(), anyLists()...) {
		for _, R := range []float64{0.05, 1, 20} {
			for _, mu := range []float64{0.01, 0.7} {
				in := bound.Input{Steps: c.steps, Horizon: len(c.steps), R: R, G: 1.7, Mu: mu}
				terms := theorem(t, "strongly-convex-last").Terms(in, []int{in.Horizon})[0]
				got := terms[0] + terms[1] + terms[2]
				if want := strongLastSide(in, c.steps, 2*terms[1]/(in.G*in.G)); !near(got, want, 1e-10) {
					t.Errorf("%s, R = %g, mu = %g: %.14g, but the right side is %.14g", c.name, R, mu, got, want)
				}
				for i := range 2000 {
					rho := math.Exp(-float64(i)/80) / mu
					if better := strongLastSide(in, c.steps, rho); better < got*(1-1e-10) {
						t.Fatalf("%s, R = %g, mu = %g: %.14g, but %.14g at rho = %g", c.name, R, mu, got, better, rho)
					}
				}
			}
		}
	}
}

// TestStronglyConvexLastOfLongRuns: where the search runs on an outline of the steps and blocks far away are read by
// their moments, the bound is the stated right side at its rho too, and no rho of a grid makes that smaller.
func TestStronglyConvexLastOfLongRuns(t *testing.T) {
	const T = 600_000
	shapes := map[string]func(t, mu float64) float64{
		"constant":     func(float64, float64) float64 { return 1e-3 },
		"inverse-sqrt": func(t, _ float64) float64 { return 0.3 / math.Sqrt(t) },
		"1/(mu t)":     func(t, mu float64) float64 { return min(1, 1/(mu*t)) },
		"linear":       func(t, _ float64) float64 { return 1e-3 * (T - t) / T },
		"late":         func(t, _ float64) float64 { return 1e-3 * max(0, math.Copysign(1, t-T/3)) },
		"rough":        func(t, _ float64) float64 { return 1e-3 * (1 + math.Sin(t*t)) },
	}
	for name, shape := range shapes {
		for _, mu := range []float64{1e-9, 1e-4, 0.02} {
			steps := make(listed, T)
			for i := range steps {
				steps[i] = shape(float64(i+1), mu)
			}
			in := bound.Input{Steps: steps, Horizon: T, R: 5, G: 1.7, Mu: mu}
			terms := theorem(t, "strongly-convex-last").Terms(in, []int{in.Horizon})[0]
			got, rho := terms[0]+terms[1]+terms[2], 2*terms[1]/(in.G*in.G)
			tolerance := 1e-13 // of terms of the order of (mu eta)^2
			if mu == 1e-9 {
				tolerance = 5e-15
			}
			if want := strongLastSteps(in, steps, rho); !near(got, want, tolerance) {
				t.Errorf("%s, mu = %g: %.17g, but the right side is %.17g", name, mu, got, want)
			}
			for i := -12; i <= 12; i++ {
				other := min(1/mu, rho*math.Exp(float64(i*i*i)/200))
				if better := strongLastSide(in, steps, other); better < got*(1-1e-8) {
					t.Errorf("%s, mu = %g: %.14g at rho = %g, but %.14g at %g", name, mu, got, rho, better, other)
				}
			}
		}
	}
}

// strongLastSteps is the same right side step by step, in 104 bits: the difference Lambda-mu loses digits.
func strongLastSteps(in bound.Input, steps listed, rho float64) float64 {
	one, two, mu := widen(1), widen(2), widen(in.Mu)
	e, sum := one.over(widen(rho)).minus(mu), widen(rho)
	for t := len(steps) - 1; t >= 1; t-- {
		eta := widen(steps[t-1])
		sum = sum.plus(e.times(eta).times(eta))
		y := e.times(eta)
		e = e.minus(mu.times(y).times(two.plus(y)))
		if e.value() <= 0 {
			e = widen(0)
			break
		}
		e = e.over(one.plus(y).times(one.plus(y)))
	}
	return (sum.value()*in.G*in.G + e.value()*in.R*in.R) / 2
}

func strongLastSide(in bound.Input, steps listed, rho float64) float64 {
	lambda, sum := 1/rho, rho*in.G*in.G
	for t := len(steps) - 1; t >= 1; t-- {
		eta := steps[t-1]
		sum += (lambda - in.Mu) * eta * eta * in.G * in.G
		root := 1 + (lambda-in.Mu)*eta
		lambda = max(in.Mu, lambda/(root*root))
	}
	return (sum + (lambda-in.Mu)*in.R*in.R) / 2
}

// TestStronglyConvexTable compares with values computed elsewhere: one is above what
// a semidefinite program finds.
func TestStronglyConvexTable(t *testing.T) {
	inverse := boundtest.Shape(func(t, _ float64) float64 { return 1 / t })
	for T, want := range map[int]float64{10: 1.459, 100: 2.152, 1000: 2.756, 10000: 3.337} {
		in := bound.Input{Steps: inverse, Horizon: T, Mu: 1, G: 1, R: 1}
		if got := float64(T) * value(t, "strongly-convex-last", in); math.Abs(got-want) > 5e-4 {
			t.Errorf("T = %d: %.5f, want %.3f", T, got, want)
		}
	}
	hazan := bound.Input{Steps: inverse, Horizon: 8, Mu: 1, G: 1} // a semidefinite program attains it for the mean
	if got := value(t, "strongly-convex-hazan", hazan); math.Abs(got-0.1699) > 5e-5 {
		t.Errorf("strongly-convex-hazan: %.6f, want 0.1699", got)
	}
	in := bound.Input{Steps: constant(0.3), Horizon: 8, Mu: 0.5, G: 1, R: 2}
	if got := value(t, "strongly-convex-last", in); math.Abs(got-0.381592) > 5e-7 || got < 0.378601 {
		t.Errorf("%.8f, want 0.381592", got)
	}
}

// TestStronglyConvexSumsAgree computes the sums in another way: by the harmonic numbers,
// by the recursion, and through strongly-convex-any.
func TestStronglyConvexSumsAgree(t *testing.T) {
	const mu, G, R = 0.3, 1.7, 2.0
	inverse := boundtest.Shape(func(t, _ float64) float64 { return 1 / (mu * t) })
	weighted := boundtest.Shape(func(t, _ float64) float64 { return 2 / (mu * (t + 1)) })
	for _, T := range []int{3, 4, 10, 101, 1000} {
		in := bound.Input{Steps: inverse, Horizon: T, Mu: mu, G: G, R: R}
		n := float64(T - 1)
		distance := G * G / (mu * mu) * (n - harmonic(T-1)) / (n * (n - 1))
		for id, want := range map[string]float64{
			"strongly-convex-hazan":    G * G * harmonic(T) / (2 * mu * float64(T)),
			"strongly-convex-any":      value(t, "strongly-convex-hazan", in),
			"strongly-convex-distance": distance,
			"strongly-convex-suffix":   suffixSide(T, mu, G),
		} {
			if got := value(t, id, in); !near(got, want, 1e-12) {
				t.Errorf("%s, T = %d: %.15g, want %.15g", id, T, got, want)
			}
		}
		in.Steps, in.Params = weighted, map[string]float64{"power": 1}
		if a, b := value(t, "strongly-convex-any", in), value(t, "strongly-convex-weighted-t-sharp", in); !near(a, b, 1e-12) {
			t.Errorf("T = %d: %.15g by any steps, %.15g by the sharp form", T, a, b)
		}
	}
}

func harmonic(n int) float64 {
	sum := 0.0
	for k := n; k >= 1; k-- {
		sum += 1 / float64(k)
	}
	return sum
}

// suffixSide is [mu s b/2 + G^2 (H_T-H_s)/(2 mu)]/(T-s) with b from the recursion for the
// distance.
func suffixSide(T int, mu, G float64) float64 {
	s := T - (T+1)/2
	square := G * G / (mu * mu) // of x_2
	for k := 2; k <= s; k++ {
		n := float64(k)
		square = (1-2/n)*square + G*G/(mu*mu*n*n)
	}
	return (mu*float64(s)*square/2 + G*G/(2*mu)*(harmonic(T)-harmonic(s))) / float64(T-s)
}

// TestPowerOfWeights: the weights decide of which average strongly-convex-any speaks.
func TestPowerOfWeights(t *testing.T) {
	th := theorem(t, "strongly-convex-any")
	in := bound.Input{Steps: inverseSqrt, Horizon: 9, Mu: 0.2, G: 1, R: 1}
	for power, want := range map[float64]string{0: "uniform", 1: "t-weighted", 2.5: "power-weighted"} {
		in.Params = map[string]float64{"power": power}
		if rows := th.RowsOn(in); len(rows) != 4 || rows[0].Average != want {
			t.Errorf("power %g: %d rows, the first of %q, want %q", power, len(rows), rows[0].Average, want)
		}
	}
	in.Params = map[string]float64{"power": 2.5}
	want, a, total, before := 0.0, in.R*in.R, 0.0, 0.0
	for k := 1; k <= in.Horizon; k++ {
		w, eta := math.Pow(float64(k), 2.5), 1/math.Sqrt(float64(k))
		want += max(0, w*(1/eta-in.Mu)/2-before/2)*a + w*eta/2
		total += w
		before = w / eta
		a = max(0, 1-2*in.Mu*eta)*a + eta*eta
	}
	if got := value(t, "strongly-convex-any", in); !near(got, want/total, 1e-13) {
		t.Errorf("%g, want %g", got, want/total)
	}
}

// TestStronglyConvexNorms: bounds for each gradient that are all equal change nothing, and
// smaller ones lower the bound.
func TestStronglyConvexNorms(t *testing.T) {
	random := rand.New(rand.NewPCG(13, 14))
	const T, mu = 50, 0.4
	norms := make(listed, T)
	for i := range norms {
		norms[i] = 2 * random.Float64()
	}
	inverse := boundtest.Shape(func(t, _ float64) float64 { return 1 / (mu * t) })
	weighted := boundtest.Shape(func(t, _ float64) float64 { return 2 / (mu * (t + 1)) })
	for id, steps := range map[string]bound.Steps{
		"strongly-convex-hazan": inverse, "strongly-convex-distance": inverse, "strongly-convex-suffix": inverse,
		"strongly-convex-last": inverse, "strongly-convex-any": inverse, "strongly-convex-weighted-t-sharp": weighted,
	} {
		in := bound.Input{Steps: steps, Horizon: T, Mu: mu, G: 2, R: 1}
		plain := value(t, id, in)
		in.GradientNorms = constant(2)
		if same := value(t, id, in); !near(plain, same, 1e-14) {
			t.Errorf("%s: %g with G, %g with G_t = G", id, plain, same)
		}
		in.GradientNorms, in.G = norms, math.NaN()
		if less := value(t, id, in); less >= plain {
			t.Errorf("%s: %g with G, %g with G_t < G", id, plain, less)
		}
	}
}
