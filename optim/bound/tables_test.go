package bound_test

import (
	"math"
	"testing"

	"regret/optim/bound"
	"regret/optim/boundtest"
)

// TestLastExactTuned compares sqrt(T) times the tuned bound, for R = G = 1, with
// a table computed elsewhere.
func TestLastExactTuned(t *testing.T) {
	decay := func(fraction float64, cooldown func(x float64) float64) boundtest.Shape {
		return func(t, T float64) float64 {
			start := (1 - fraction) * T
			if t <= start {
				return 1
			}
			return cooldown((t - start) / (fraction * T))
		}
	}
	for _, c := range []struct {
		name  string
		shape boundtest.Shape
		want  [4]float64 // at T = 10, 100, 1000, 10000
	}{
		{"constant", func(_, _ float64) float64 { return 1 }, [4]float64{1.1751, 1.4123, 1.6077, 1.7786}},
		{"1/sqrt(t)", inverseSqrt, [4]float64{1.0767, 1.2258, 1.3737, 1.5153}},
		{"linear", linearDecay, [4]float64{1, 1, 1, 1}},
		{"cosine", func(t, T float64) float64 { return (1 + math.Cos(math.Pi*t/T)) / 2 }, [4]float64{1.0343, 1.0308, 1.0302, 1.0301}},
		{"linear cooldown", decay(0.2, func(x float64) float64 { return 1 - x }), [4]float64{1.0865, 1.0801, 1.0798, 1.0798}},
		{"1-sqrt cooldown", decay(0.2, func(x float64) float64 { return 1 - math.Sqrt(min(1, x)) }), [4]float64{1.0966, 1.0641, 1.0630, 1.0630}},
		{"(1-t/T)^2", func(t, T float64) float64 { return (1 - t/T) * (1 - t/T) }, [4]float64{1.0647, 1.0613, 1.0607, 1.0607}},
	} {
		for k, T := range []int{10, 100, 1000, 10000} {
			result := bound.Evaluate(theorem(t, "last-exact"), unit(c.shape, T))
			got := float64(result.BestValue) * math.Sqrt(float64(T))
			if math.Abs(got-c.want[k]) > 1e-4 {
				t.Errorf("%s, T = %d: %.5f, want %.4f", c.name, T, got, c.want[k])
			}
		}
	}
}

// TestLastExactLinearDecay: R(T-t)/(G T^1.5) gives RG/sqrt(T), although a million
// steps are summed.
func TestLastExactLinearDecay(t *testing.T) {
	const R, G, T = 1.3, 0.7, 1_000_000
	in := bound.Input{R: R, G: G, Horizon: T}
	in.Steps = boundtest.Shape(func(t, T float64) float64 { return R * (T - t) / (G * math.Pow(T, 1.5)) })
	if got, want := value(t, "last-exact", in), R*G/math.Sqrt(T); !near(got, want, 1e-10) {
		t.Errorf("%.16g, want %.16g", got, want)
	}
}

// TestRegretExactTable compares sums for D = G = 1 with values computed
// elsewhere, and Zinkevich's bound beside them.
func TestRegretExactTable(t *testing.T) {
	lastToZero := boundtest.Shape(func(t, T float64) float64 { return (T + 1 - t) / math.Pow(T, 1.5) })
	inverse := boundtest.Shape(func(t, _ float64) float64 { return 1 / t })
	for _, c := range []struct {
		name             string
		steps            boundtest.Shape
		T                int
		exact, zinkevich float64
		digits           float64
	}{
		{"1/sqrt(t)", inverseSqrt, 8, 3.483236447480, 3.599932, 1e-12},
		{"linear", lastToZero, 8, 3.721149435994, 12.109204, 1e-12},
		{"1/sqrt(t)", inverseSqrt, 100, 14.143495280700, 14.294802, 1e-12},
		{"1/t", inverse, 100, 33.432384738145, 52.593689, 1e-12},
		{"linear", lastToZero, 100, 23.358, 502.525, 2e-5},
	} {
		in := unit(c.steps, c.T)
		n := float64(c.T)
		if got := n * value(t, "regret-exact", in); !near(got, c.exact, c.digits) {
			t.Errorf("regret-exact, %s, T = %d: %.13g, want %.13g", c.name, c.T, got, c.exact)
		}
		if got := n * value(t, "zinkevich", in); !near(got, c.zinkevich, 1e-6) {
			t.Errorf("zinkevich, %s, T = %d: %.9g, want %.9g", c.name, c.T, got, c.zinkevich)
		}
	}
	for T, want := range map[int]float64{10: 1.1885, 100: 1.3336, 1000: 1.3878, 10000: 1.4058} {
		best := float64(bound.Evaluate(theorem(t, "regret-exact"), unit(inverseSqrt, T)).BestValue)
		if got := best * math.Sqrt(float64(T)); math.Abs(got-want) > 1e-4 {
			t.Errorf("tuned 1/sqrt(t), T = %d: %.5f, want %.4f", T, got, want)
		}
	}
}
