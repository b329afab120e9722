package bound_test

import (
	"math"
	"math/rand/v2"
	"testing"

	"regret/optim/bound"
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

// TestLastRhoOfEqualNorms finds last-exact by the search.
func TestLastRhoOfEqualNorms(t *testing.T) {
	for _, c := range append(nonIncreasingLists(), anyLists()...) {
		for _, R := range []float64{0.05, 1, 20} {
			in := bound.Input{Steps: c.steps, Horizon: len(c.steps), R: R, G: 1.7}
			exact := bound.Evaluate(theorem(t, "last-exact"), in)
			in.GradientNorms = constantSteps(in.G)
			rho := bound.Evaluate(theorem(t, "last-rho"), in)
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
