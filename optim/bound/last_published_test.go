package bound_test

import (
	"math"
	"testing"

	"regret/optim/bound"
	"regret/optim/boundtest"
)

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
