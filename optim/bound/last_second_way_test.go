package bound_test

import (
	"math"
	"math/rand/v2"
	"testing"

	"regret/optim/bound"
	"regret/optim/boundtest"
)

// TestLastOmegaLiterally compares with the double sum of the literature.
func TestLastOmegaLiterally(t *testing.T) {
	random := rand.New(rand.NewPCG(31, 1))
	for i := range 200 {
		T := 1 + random.IntN(40)
		steps, norms := randomSteps(random, T, i%4), randomSteps(random, T, 1)
		in := bound.Input{Steps: steps, Horizon: T, R: 1.4, G: math.NaN(), GradientNorms: norms}
		if got, want := value(t, "last-omega", in), omegaLiterally(steps, norms, in.R); !near(got, want, 1e-12) {
			t.Errorf("T = %d: %.15g, literally %.15g", T, got, want)
		}
	}
}

func omegaLiterally(steps, norms listed, R float64) float64 {
	T := len(steps)
	from := func(k int, term func(i int) float64) float64 {
		sum := 0.0
		for i := k; i < T; i++ {
			sum += term(i)
		}
		return sum
	}
	eta := func(i int) float64 { return steps[i] }
	energy := func(i int) float64 { return steps[i] * steps[i] * norms[i] * norms[i] }
	omega := (R*R + from(0, energy)) / (2 * from(0, eta))
	for k := range T - 1 {
		omega += steps[k] / from(k+1, eta) * from(k, energy) / from(k, eta) / 2
	}
	return omega
}

// TestLastOmegaIsNeverBelowLastExact holds on 10,000 random schedules, and so do
// the other bounds on the last iterate.
func TestLastOmegaIsNeverBelowLastExact(t *testing.T) {
	random := rand.New(rand.NewPCG(32, 1))
	for i := range 10_000 {
		T := 1 + random.IntN(30)
		in := bound.Input{Steps: randomSteps(random, T, i%4), Horizon: T, R: math.Exp(random.NormFloat64()), G: 1.3}
		exact := value(t, "last-exact", in)
		for _, id := range []string{"last-omega", "last-orabona"} {
			result := bound.Evaluate(theorem(t, id), in)
			if result.Applies && float64(result.Value) < exact*(1-1e-12) {
				t.Fatalf("%s of %v: %g below last-exact %g", id, in.Steps, result.Value, exact)
			}
		}
	}
}

// TestOrabonaIdentity is the identity that the proof of last-orabona begins with.
func TestOrabonaIdentity(t *testing.T) {
	random := rand.New(rand.NewPCG(33, 1))
	for T := 1; T <= 30; T++ {
		q := make([]float64, T+1) // q[1..T]
		mean := 0.0
		for i := 1; i <= T; i++ {
			q[i] = random.NormFloat64()
			mean += q[i] / float64(T)
		}
		sum := mean
		for k := 1; k < T; k++ {
			for s := T - k; s <= T; s++ {
				sum += (q[s] - q[T-k]) / float64(k*(k+1))
			}
		}
		if math.Abs(sum-q[T]) > 1e-13 {
			t.Errorf("T = %d: %g, want %g", T, sum, q[T])
		}
	}
}

// TestLastConstant is last-exact, computed forwards.
func TestLastConstant(t *testing.T) {
	for _, eta := range []float64{0, 1e-4, 0.03, 0.5, 4} {
		in := bound.Input{Steps: constantSteps(eta), Horizon: 1000, R: 1.7, G: 0.8}
		at := []int{1, 2, 3, 10, 100, 999, 1000}
		forward, backward := theorem(t, "last-constant").Terms(in, at), theorem(t, "last-exact").Terms(in, at)
		for k := range at {
			if got, want := forward[k][0]+forward[k][1], backward[k][0]+backward[k][1]; !near(got, want, 1e-12) {
				t.Errorf("eta = %g, T = %d: %.15g, last-exact %.15g", eta, at[k], got, want)
			}
		}
	}
	for _, N := range []int{1, 9, 49, 999} {
		best := float64(bound.Evaluate(theorem(t, "last-constant"), unit(constantSteps(1), N+1)).BestValue)
		if abstract := math.Sqrt(1+math.Log(float64(N))/4) / math.Sqrt(float64(N+1)); best > abstract*(1+1e-15) {
			t.Errorf("N = %d: %g above the form of the abstract, %g", N, best, abstract)
		}
	}
}

// TestLastRhoWithoutNorms is last-exact, found by the search.
func TestLastRhoWithoutNorms(t *testing.T) {
	for _, c := range append(nonIncreasingLists(), anyLists()...) {
		for _, R := range []float64{0.05, 1, 20} {
			in := bound.Input{Steps: c.steps, Horizon: len(c.steps), R: R, G: 1.7}
			rho, exact := bound.Evaluate(theorem(t, "last-rho"), in), bound.Evaluate(theorem(t, "last-exact"), in)
			if !near(float64(rho.Value), float64(exact.Value), 1e-8) || !near(float64(rho.BestValue), float64(exact.BestValue), 1e-8) {
				t.Errorf("%s, R = %g: %.12g and %.12g tuned, last-exact %.12g and %.12g",
					c.name, R, rho.Value, rho.BestValue, exact.Value, exact.BestValue)
			}
		}
	}
}

// TestLastRhoWithNorms minimizes the form with lambda over a dense grid.
func TestLastRhoWithNorms(t *testing.T) {
	random := rand.New(rand.NewPCG(34, 1))
	for i := range 60 {
		T := 2 + random.IntN(30)
		steps, norms := randomSteps(random, T, i%4), randomSteps(random, T, 1)
		in := bound.Input{Steps: steps, Horizon: T, R: math.Exp(random.NormFloat64()), GradientNorms: norms}
		want := minimize(func(rho float64) float64 {
			lambda, sum := 1/rho, rho*norms[T-1]*norms[T-1]
			for s := T - 2; s >= 0; s-- {
				sum += lambda * steps[s] * steps[s] * norms[s] * norms[s]
				lambda /= (1 + lambda*steps[s]) * (1 + lambda*steps[s])
			}
			return (sum + lambda*in.R*in.R) / 2
		})
		if got := value(t, "last-rho", in); !near(got, want, 1e-8) {
			t.Errorf("T = %d: %.12g, minimized %.12g", T, got, want)
		}
		in.GradientNorms, in.G = nil, largest(norms)
		if loose := value(t, "last-exact", in); loose < want*(1-1e-9) {
			t.Errorf("T = %d: last-exact with the largest norm, %g, is below %g", T, loose, want)
		}
	}
}

// TestDecayIsAttained runs on the orthogonal pieces G_t e_t from x_1 = sum w_t g_t:
// the weights of refined, and random ones whose w_t^2 G_t^2 add up to R^2.
func TestDecayIsAttained(t *testing.T) {
	random := rand.New(rand.NewPCG(35, 1))
	for _, T := range []int{1, 2, 7, 60} {
		norms, weights := randomSteps(random, T, 1), randomSteps(random, T, 0)
		refined := bound.AverageSteps(1.3, norms, T)
		for name, w := range map[string][]float64{"refined": refined, "random": weights} {
			R2, total := 0.0, 0.0
			for i := range w {
				R2 += w[i] * w[i] * norms[i] * norms[i]
				total += w[i]
			}
			steps, gap := bound.DecaySteps(w), 0.0
			for i := range w { // <g_T, x_T>, where x_T lost sum eta_t g_t
				left := w[i]
				if i < T-1 {
					left -= steps[i]
				}
				gap = max(gap, left*norms[i]*norms[i])
			}
			in := bound.Input{Steps: listed(steps), Horizon: T, R: math.Sqrt(R2), GradientNorms: norms}
			want := R2 / total // (R^2 + R^2)/(2 sum w)
			if got := value(t, "last-rho", in); got > want*(1+1e-8) {
				t.Errorf("%s, T = %d: last-rho %g above w-form %g", name, T, got, want)
			}
			if name == "refined" {
				if b := value(t, "refined", in); !near(gap, b, 1e-12) || !near(b, want, 1e-12) {
					t.Errorf("T = %d: gap %.15g, bound %.15g, by weights %.15g", T, gap, b, want)
				}
			}
		}
	}
}

func largest(x []float64) float64 {
	most := x[0]
	for _, v := range x {
		most = max(most, v)
	}
	return most
}

// TestLinearDecay reaches RG/sqrt(T), and says so at T = 1e6; the steps of the
// other forms of linear decay are told apart.
func TestLinearDecay(t *testing.T) {
	const R, G, T = 1.3, 0.7, 1_000_000
	in := bound.Input{R: R, G: G, Horizon: T}
	in.Steps = boundtest.Shape(func(t, T float64) float64 { return R * (T - t) / (G * math.Pow(T, 1.5)) })
	for _, id := range []string{"linear-decay", "w-form", "refined"} {
		if got, want := value(t, id, in), R*G/math.Sqrt(T); !near(got, want, 1e-10) {
			t.Errorf("%s: %.16g, want %.16g", id, got, want)
		}
	}
	in.Steps = boundtest.Shape(func(t, T float64) float64 { return (T + 1 - t) / T })
	for _, id := range []string{"linear-decay", "w-form", "refined"} {
		if err := theorem(t, id).Applies(in); err == nil || !contains(err, "is not") {
			t.Errorf("%s applies to steps that decay to one step: %v", id, err)
		}
	}
	seed := boundtest.Shape(func(t, T float64) float64 { return (1 - t/(T+1)) / math.Sqrt(T) })
	for want, factor := range map[float64]float64{0.10017: 1, 0.10584: 1 / math.Sqrt2} {
		in := unit(boundtest.Shape(func(t, T float64) float64 { return factor * seed(t, T) }), 100)
		if got := value(t, "last-exact", in); math.Abs(got-want) > 5e-6 {
			t.Errorf("factor %g: %.6f, want %.5f", factor, got, want)
		}
	}
}

// TestWForm refuses steps of other weights, and is never below last-exact.
func TestWForm(t *testing.T) {
	for _, power := range []float64{-1, 0, 0.5, 2} {
		weights := make([]float64, 50)
		for i := range weights {
			weights[i] = 0.1 * math.Pow(float64(i+1), power)
		}
		in := unit(listed(bound.DecaySteps(weights)), len(weights))
		in.Params = map[string]float64{"power": power}
		squares, total := 0.0, 0.0
		for _, w := range weights {
			squares += w * w
			total += w
		}
		got := value(t, "w-form", in)
		if want := (1 + squares) / (2 * total); !near(got, want, 1e-12) || got < value(t, "last-exact", in)*(1-1e-12) {
			t.Errorf("power %g: %.14g, want %.14g", power, got, want)
		}
		in.Params["power"] = power + 0.01
		if err := theorem(t, "w-form").Applies(in); err == nil {
			t.Errorf("steps of the power %g pass for another", power)
		}
	}
}

// TestPublishedBounds compares the looser published bounds with last-exact.
func TestPublishedBounds(t *testing.T) {
	for _, T := range []int{10, 100, 1000} {
		in := unit(inverseSqrt, T)
		ratio := value(t, "last-shamir-zhang", in) / value(t, "last-exact", in)
		if ratio < 4.05 || ratio > 4.75 {
			t.Errorf("T = %d: last-shamir-zhang is %.3f times last-exact, want 4.1 to 4.7", T, ratio)
		}
		in.Steps = halved(1)
		if b := value(t, "last-jnn", in); !near(b, 15/math.Sqrt(float64(T)), 1e-14) {
			t.Errorf("T = %d: last-jnn %g", T, b)
		}
		if c := value(t, "last-exact", in) * math.Sqrt(float64(T)); c < 1.065 || c > 1.095 {
			t.Errorf("T = %d: sqrt(T) last-exact is %.4f, want 1.07 to 1.09", T, c)
		}
		in.Steps = halved(1.1)
		if err := theorem(t, "last-jnn").Applies(in); err == nil || !contains(err, "eta_1") {
			t.Errorf("last-jnn applies to steps 1.1 times too large: %v", err)
		}
	}
}

// halved is the schedule of last-jnn for D = G, by the definition of the T_i.
func halved(factor float64) boundtest.Shape {
	return func(t, T float64) float64 {
		k := math.Ceil(math.Log2(T))
		for i := k; ; i-- {
			if start := T - math.Ceil(T*math.Pow(2, -i)); t > start {
				return factor * math.Pow(2, -i) / math.Sqrt(T)
			}
		}
	}
}

// TestWSD has the published value, and is never below last-omega.
func TestWSD(t *testing.T) {
	at := func(T, start int) bound.Input {
		in := unit(boundtest.Shape(func(t, T float64) float64 { return min(1, (T+1-t)/(T+1-float64(start))) }), T)
		in.Params = map[string]float64{"T0": float64(start)}
		return in
	}
	best := float64(bound.Evaluate(theorem(t, "wsd"), at(500, 400)).BestValue)
	if math.Abs(best-0.119913) > 1e-6 {
		t.Errorf("(500, 400): %.7f, want 0.119913", best)
	}
	for T := 3; T <= 60; T++ {
		for start := 2; start < T; start++ {
			in := at(T, start)
			if b, omega := value(t, "wsd", in), value(t, "last-omega", in); b < omega*(1-1e-12) {
				t.Errorf("(%d, %d): %g below last-omega %g", T, start, b, omega)
			}
		}
	}
	for _, start := range []float64{1, 60, 2.5, math.NaN()} {
		in := at(60, 30)
		in.Params["T0"] = start
		if err := theorem(t, "wsd").Applies(in); err == nil || !contains(err, "T0") {
			t.Errorf("T0 = %g passes: %v", start, err)
		}
	}
}
