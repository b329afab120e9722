package bound_test

import (
	"math"
	"math/rand/v2"
	"testing"

	"regret/optim/bound"
)

// adaptiveRun is what a method saw: its losses g_t.x_t, its gradients and its points.
type adaptiveRun struct {
	losses    []float64
	gradients [][]float64
	points    [][]float64 // x_1..x_{T+1}
}

// regret returns sum_t g_t.(x_t-u).
func (r adaptiveRun) regret(u []float64) float64 {
	sum := 0.0
	for t, g := range r.gradients {
		sum += r.losses[t] - dot(g, u)
	}
	return sum
}

func (r adaptiveRun) sum() []float64 {
	sum := make([]float64, len(r.gradients[0]))
	for _, g := range r.gradients {
		for j := range g {
			sum[j] += g[j]
		}
	}
	return sum
}

func (r adaptiveRun) norms() listed {
	out := make(listed, len(r.gradients))
	for t, g := range r.gradients {
		out[t] = norm(g)
	}
	return out
}

// play lets a method meet the linear losses that draw makes of its points.
func play(random *rand.Rand, start []float64, T int, draw func(x []float64) []float64, step func(x, g []float64)) adaptiveRun {
	var run adaptiveRun
	x := append([]float64(nil), start...)
	for range T {
		run.points = append(run.points, append([]float64(nil), x...))
		g := draw(x)
		run.losses = append(run.losses, dot(g, x))
		run.gradients = append(run.gradients, g)
		step(x, g)
	}
	run.points = append(run.points, x)
	return run
}

// opponent draws gradients of norm up to G: random, along x, or to and fro along a fixed
// direction.
func opponent(random *rand.Rand, d int, G float64) func(x []float64) []float64 {
	kind, fixed := random.IntN(4), direction(random, d, G)
	count, phase := 0, 1+random.IntN(20)
	return func(x []float64) []float64 {
		count++
		switch {
		case kind == 1 && norm(x) > 0:
			g := append([]float64(nil), x...)
			scale(g, G/norm(x))
			return g
		case kind == 2 && count <= phase:
			return append([]float64(nil), fixed...)
		case kind == 3:
			g := append([]float64(nil), fixed...)
			scale(g, []float64{1, -1}[(count/phase)%2])
			return g
		}
		return direction(random, d, G*random.Float64())
	}
}

func judge(t *testing.T, closest map[string]float64, id string, in bound.Input, measured float64) {
	t.Helper()
	b := value(t, id, in)
	if measured > b*(1+1e-10)+1e-15 {
		t.Errorf("%s, T = %d: %g above %g", id, in.Horizon, measured, b)
	}
	closest[id] = max(closest[id], measured/b)
}

// TestAdaptiveBoundsHold plays AdaGrad in both forms, DoG and FTRL against opponents, with
// the constants and with the norms of the run.
func TestAdaptiveBoundsHold(t *testing.T) {
	random := rand.New(rand.NewPCG(51, 52))
	closest := map[string]float64{}
	for range 400 {
		d, T, G := 1+random.IntN(3), 1+random.IntN(60), 0.5+random.Float64()
		playAdagradNorm(t, random, closest, d, T, G)
		playAdagradDiagonal(t, random, closest, d, T, G)
		playFTRL(t, random, closest, d, T, G)
		playDoG(t, random, closest, d, T, G)
	}
	for id, least := range map[string]float64{"adagrad-norm": 0.45, "adagrad-diagonal": 0.35, "ftrl": 0.25, "dog-weighted": 0.2} {
		if closest[id] < least {
			t.Errorf("%s: no run comes closer than %g", id, closest[id])
		}
	}
	t.Logf("closest: %v", closest)
}

func playAdagradNorm(t *testing.T, random *rand.Rand, closest map[string]float64, d, T int, G float64) {
	radius, c := 0.5+random.Float64(), []float64{math.Sqrt2 / 2, 1}[random.IntN(2)]
	squares := 0.0
	run := play(random, direction(random, d, radius), T, opponent(random, d, G), func(x, g []float64) {
		squares += dot(g, g)
		if squares > 0 {
			for j := range x {
				x[j] -= c * 2 * radius / math.Sqrt(squares) * g[j]
			}
		}
		scale(x, min(1, radius/max(norm(x), 1e-300)))
	})
	u := run.sum()
	scale(u, -radius/max(norm(u), 1e-300))
	in := bound.Input{Horizon: T, D: 2 * radius, G: G, Params: map[string]float64{"scale": c}}
	judge(t, closest, "adagrad-norm", in, run.regret(u)/float64(T))
	in.GradientNorms = run.norms()
	judge(t, closest, "adagrad-norm", in, run.regret(u)/float64(T))
}

func playAdagradDiagonal(t *testing.T, random *rand.Rand, closest map[string]float64, d, T int, G float64) {
	side := 0.5 + random.Float64()
	squares := make([]float64, d)
	run := play(random, make([]float64, d), T, opponent(random, d, G), func(x, g []float64) {
		for j := range x {
			squares[j] += g[j] * g[j]
			if squares[j] > 0 {
				x[j] -= side / math.Sqrt2 / math.Sqrt(squares[j]) * g[j]
			}
			x[j] = max(-side/2, min(side/2, x[j]))
		}
	})
	u, columns := run.sum(), 0.0
	for j := range u {
		u[j] = -math.Copysign(side/2, u[j])
		columns += math.Sqrt(squares[j])
	}
	in := bound.Input{Horizon: T, G: G, Params: map[string]float64{"Dinf": side, "dimension": float64(d)}}
	judge(t, closest, "adagrad-diagonal", in, run.regret(u)/float64(T))
	in.GradientNorms, in.Params["columns"] = run.norms(), columns
	judge(t, closest, "adagrad-diagonal", in, run.regret(u)/float64(T))
}

func playFTRL(t *testing.T, random *rand.Rand, closest map[string]float64, d, T int, G float64) {
	steps := make(listed, T+1)
	size, power := math.Exp(random.NormFloat64()), random.Float64()
	for i := range steps {
		steps[i] = size / math.Pow(float64(i+1), power)
	}
	sum, k := make([]float64, d), 0
	run := play(random, make([]float64, d), T, opponent(random, d, G), func(x, g []float64) {
		k++
		for j := range x {
			sum[j] += g[j]
			x[j] = -steps[k] * sum[j]
		}
	})
	u := run.sum()
	scale(u, -math.Exp(random.NormFloat64())*size/max(norm(u), 1e-300))
	in := bound.Input{Horizon: T, Steps: steps, G: G, R: norm(u)}
	judge(t, closest, "ftrl", in, run.regret(u)/float64(T))
	in.GradientNorms = run.norms()
	judge(t, closest, "ftrl", in, run.regret(u)/float64(T))
}

func playDoG(t *testing.T, random *rand.Rand, closest map[string]float64, d, T int, G float64) {
	start := direction(random, d, 1)
	r, squares, weights := 0.01+random.Float64(), 0.0, 0.0
	var all []float64
	run := play(random, start, T, opponent(random, d, G), func(x, g []float64) {
		r = max(r, distance(x, start))
		all = append(all, r)
		weights += r
		squares += dot(g, g)
		for j := range x {
			x[j] -= r / math.Sqrt(max(squares, 1e-300)) * g[j]
		}
	})
	u := direction(random, d, 2*random.Float64())
	sum, far, longest := 0.0, 0.0, r
	for k, g := range run.gradients {
		sum += all[k] * (run.losses[k] - dot(g, u))
	}
	for _, x := range run.points {
		far, longest = max(far, distance(x, u)), max(longest, distance(x, start))
	}
	in := bound.Input{Horizon: T, GradientNorms: run.norms(),
		Params: map[string]float64{"rbar": longest, "dbar": far, "weights": weights}}
	judge(t, closest, "dog-weighted", in, sum/weights)
}

func distance(x, y []float64) float64 {
	d := append([]float64(nil), x...)
	for j := range d {
		d[j] -= y[j]
	}
	return norm(d)
}
