package bound_test

import (
	"math"
	"math/rand/v2"
	"testing"

	"regret/optim/bound"
)

// TestExponentialBoundsHold plays exponentiated gradient on the simplex.
func TestExponentialBoundsHold(t *testing.T) {
	random := rand.New(rand.NewPCG(53, 54))
	closest := map[string]float64{}
	for range 300 {
		d, T := 2+random.IntN(5), 1+random.IntN(200)
		eta := math.Sqrt(8*math.Log(float64(d))/float64(T)) * math.Exp(random.NormFloat64()/2)
		uniform := make([]float64, d)
		for j := range uniform {
			uniform[j] = 1 / float64(d)
		}
		kind := random.IntN(3)
		run := play(random, uniform, T, func(x []float64) []float64 {
			g := make([]float64, d)
			best := 0
			for j := range g {
				g[j] = []float64{random.Float64(), float64(random.IntN(2)), 0}[kind]
				if x[j] > x[best] {
					best = j
				}
			}
			if kind == 2 {
				g[best] = 1 // the expert that is trusted most loses
			}
			return g
		}, func(x, g []float64) {
			total := 0.0
			for j := range x {
				x[j] *= math.Exp(-eta * g[j])
				total += x[j]
			}
			scale(x, 1/total)
		})
		sum := run.sum()
		u, best := make([]float64, d), 0
		for j := range sum {
			if sum[j] < sum[best] {
				best = j
			}
		}
		u[best] = 1
		in := bound.Input{Horizon: T, Steps: constant(eta), Params: map[string]float64{"dimension": float64(d), "Ginf": 1}}
		judge(t, closest, "hedge", in, run.regret(u)/float64(T))
		judge(t, closest, "exponentiated-gradient", in, run.regret(u)/float64(T))
	}
	if closest["hedge"] < 0.5 || closest["exponentiated-gradient"] < 0.25 {
		t.Errorf("no run comes close: %v", closest)
	}
	for id, want := range map[string]float64{"hedge": math.Sqrt(math.Log(10) / 2 / 400), "exponentiated-gradient": math.Sqrt(2 * math.Log(10) / 400)} {
		in := bound.Input{Horizon: 400, Steps: constant(0.3), Params: map[string]float64{"dimension": 10, "Ginf": 1}}
		if got := float64(bound.Evaluate(theorem(t, id), in).BestValue); !near(got, want, 1e-14) {
			t.Errorf("%s at its best step: %g, want %g", id, got, want)
		}
	}
}

// TestPolyakBoundsHold runs Polyak's step on max(0, max_i a_i.x) and on quadratics, and
// attains the first bound with the touch-once function.
func TestPolyakBoundsHold(t *testing.T) {
	random := rand.New(rand.NewPCG(55, 56))
	closest := map[string]float64{}
	for range 100 {
		d, T := 1+random.IntN(6), 1+random.IntN(40)
		pieces := make([][]float64, 1+random.IntN(8))
		for i := range pieces {
			pieces[i] = direction(random, d, 1.3)
		}
		start := direction(random, d, 2)
		mean, norms := polyakMean(start, T, func(x []float64) (float64, []float64) {
			value, g := 0.0, make([]float64, d)
			for _, a := range pieces {
				if v := dot(a, x); v > value {
					value, g = v, a
				}
			}
			return value, g
		})
		judge(t, closest, "polyak", bound.Input{Horizon: T, R: 2, G: 1.3}, mean)
		judge(t, closest, "polyak", bound.Input{Horizon: T, R: 2, GradientNorms: norms}, mean)
		p := newSmoothProblem(random, d, math.Inf(1))
		mean, _ = polyakMean(p.start, T, func(x []float64) (float64, []float64) {
			g := make([]float64, d)
			for j := range g {
				g[j] = p.lambda[j] * x[j]
			}
			return p.value(x), g
		})
		judge(t, closest, "polyak-smooth", bound.Input{Horizon: T, R: norm(p.start), L: p.L(), D: math.Inf(1)}, mean)
	}
	const R, G, T = 1.5, 0.8, 30
	start := make([]float64, T)
	for j := range start {
		start[j] = R / math.Sqrt(T)
	}
	touched := 0
	mean, _ := polyakMean(start, T, func(x []float64) (float64, []float64) {
		g := make([]float64, T) // piece t at step t; all that are untouched tie
		g[touched] = G
		touched++
		return G * x[touched-1], g
	})
	if b := value(t, "polyak", bound.Input{Horizon: T, R: R, G: G}); !near(mean, b, 1e-12) {
		t.Errorf("touch-once: mean %g, bound %g", mean, b)
	}
}

// polyakMean returns the mean of f(x_t) for f* = 0, and the norms of the gradients.
func polyakMean(start []float64, T int, oracle func(x []float64) (float64, []float64)) (mean float64, norms listed) {
	x := append([]float64(nil), start...)
	for range T {
		value, g := oracle(x)
		mean += value / float64(T)
		norms = append(norms, norm(g))
		if square := dot(g, g); square > 0 {
			for j := range x {
				x[j] -= value / square * g[j]
			}
		}
	}
	return mean, norms
}
