package bound_test

import (
	"math"
	"math/rand/v2"
	"testing"

	"regret/optim/bound"
)

// TestProximalRegretHolds plays the proximal method with r = k|x|_1 on a ball,
// from any start, against opponents; u is the best fixed point. From such a start
// the bound has r(x_1) - r(x_{T+1}) besides. Runs come so close to it that half of
// either term, or r(x_t) without that difference, would be violated.
func TestProximalRegretHolds(t *testing.T) {
	random := rand.New(rand.NewPCG(61, 62))
	closest, without, beyond := map[string]float64{}, 0.0, map[int]float64{}
	for range 4000 {
		d, T, G := 1+random.IntN(3), 1+random.IntN(20), 0.5+random.Float64()
		radius, k := 0.5+random.Float64(), G*math.Pow(random.Float64(), 3)
		steps, size := make(listed, T), 2*radius/G*math.Exp(0.7*random.NormFloat64())
		power := 0.5 * random.Float64()
		for i := range steps {
			steps[i] = size / math.Pow(float64(i+1), power)
		}
		taken := 0
		run := play(random, direction(random, d, radius), T, opponent(random, d, G), func(x, g []float64) {
			for j := range x {
				x[j] -= steps[taken] * g[j]
			}
			shrink(x, steps[taken]*k)
			scale(x, min(1, radius/max(norm(x), 1e-300)))
			taken++
		})
		u := run.sum()
		shrink(u, float64(T)*k)
		scale(u, -radius/max(norm(u), 1e-300))
		regret, in := run.regret(u), bound.Input{Horizon: T, Steps: steps, D: 2 * radius, Gloss: G}
		for _, x := range run.points[:T] {
			regret += k * (norm1(x) - norm1(u))
		}
		start := k * (norm1(run.points[0]) - norm1(run.points[T]))
		judge(t, closest, "proximal-regret", in, (regret-start)/float64(T))
		in.Observed = []bound.Observed{run.observed(u)}
		judge(t, closest, "proximal-regret-observed", in, (regret-start)/float64(T))
		terms := theorem(t, "proximal-regret").Terms(in, []int{T})[0]
		without = max(without, regret/float64(T)/(terms[0]+terms[1]))
		for i := range terms {
			beyond[i] = max(beyond[i], (regret-start)/float64(T)/(terms[0]+terms[1]-terms[i]/2))
		}
	}
	t.Logf("closest %v, without r(x_1) - r(x_{T+1}) %g, with half of a term %v", closest, without, beyond)
	if without <= 1 || beyond[0] <= 1 || beyond[1] <= 1 || closest["proximal-regret-observed"] < 0.9 {
		t.Error("a smaller bound would pass")
	}
}

func (r adaptiveRun) observed(u []float64) bound.Observed {
	var seen bound.Observed
	for t, g := range r.gradients {
		seen.D, seen.G = max(seen.D, distance(r.points[t], u)), max(seen.G, norm(g))
	}
	return seen
}

func shrink(x []float64, k float64) {
	for j, v := range x {
		x[j] = math.Copysign(max(math.Abs(v)-k, 0), v)
	}
}

func norm1(x []float64) float64 {
	sum := 0.0
	for _, v := range x {
		sum += math.Abs(v)
	}
	return sum
}
