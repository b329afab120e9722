package bound_test

import (
	"math"
	"math/rand/v2"
	"strings"
	"testing"

	"regret/optim/bound"
)

// trace is a run on one convex function, with minimum 0 at the origin.
type trace struct {
	steps  listed
	points [][]float64
	values []float64 // f(x_t)
	f      func(x []float64) float64
}

// measure returns the quantity of a row, and whether the trace has it.
func (r trace) measure(row bound.Row, in bound.Input) (value float64, ok bool) {
	T := len(r.values)
	switch row.Quantity {
	case "gap-last":
		return r.values[T-1], true
	case "gap-best":
		least := r.values[0]
		for _, v := range r.values {
			least = min(least, v)
		}
		return least, true
	}
	weights := weightsOf(row.Average, r.steps, in.Params)
	sum, mean, center := 0.0, 0.0, make([]float64, len(r.points[0]))
	for t, w := range weights {
		sum += w
		mean += w * r.values[t]
		for j, x := range r.points[t] {
			center[j] += w * x
		}
	}
	if sum == 0 {
		return 0, false
	}
	scale(center, 1/sum)
	switch row.Quantity {
	case "average-regret":
		return mean / sum, true
	case "gap-average":
		return r.f(center), true
	}
	return 0, false
}

// weightsOf returns the weights of an average by its name.
func weightsOf(average string, steps listed, params map[string]float64) []float64 {
	T := len(steps)
	weights := make([]float64, T)
	for i := range weights {
		inSuffix := i >= T-int(math.Ceil(float64(T)/2))
		switch average {
		case "uniform":
			weights[i] = 1
		case "t-weighted", "power-weighted":
			weights[i] = math.Pow(float64(i+1), params["power"])
		case "step-weighted":
			weights[i] = steps[i]
		case "suffix":
			if inSuffix {
				weights[i] = 1
			}
		case "suffix-step-weighted":
			if inSuffix {
				weights[i] = steps[i]
			}
		}
	}
	if average == "polynomial-decay" {
		return polynomialDecayWeights(T, 3)
	}
	return weights
}

// TestConvexBoundsHold runs projected subgradient descent on random maxima of
// linear functions: no theorem of section A is below what it bounds.
func TestConvexBoundsHold(t *testing.T) {
	random := rand.New(rand.NewPCG(71, 1))
	seen := map[string]bool{}
	for _, c := range append(nonIncreasingLists(), anyLists()...) {
		for range 12 {
			in := bound.Input{Steps: c.steps, Horizon: len(c.steps), G: 1.25, D: 0.5 + 3*random.Float64(),
				Params: map[string]float64{"power": float64(random.IntN(3)) / 2 * 2}}
			run := randomTrace(random, &in, c.steps)
			for i := range bound.All {
				if th := &bound.All[i]; strings.HasPrefix(th.Ref, "A") && th.Kind != bound.Lower && th.Method == "" {
					seen[th.ID] = checkTrace(t, c.name, th, in, run) || seen[th.ID]
				}
			}
		}
	}
	for _, id := range []string{"regret-any-eta", "weighted-average", "const-average", "uniform-average", "suffix-bounded",
		"suffix-unbounded", "polynomial-decay", "last-orabona", "last-omega", "last-exact", "last-rho", "last-constant",
		"last-shamir-zhang", "regret-exact", "weighted-exact", "regret-any-steps", "best-iterate", "linear-decay"} {
		if !seen[id] {
			t.Errorf("no run speaks of %s", id)
		}
	}
}

func checkTrace(t *testing.T, name string, th *bound.Theorem, in bound.Input, run trace) (seen bool) {
	t.Helper()
	result := bound.Evaluate(th, in)
	if !result.Applies {
		return false
	}
	for _, row := range th.RowsOn(in) {
		if row.Mode != bound.Pathwise || row.Sampling == bound.IID {
			continue
		}
		measured, ok := run.measure(row, in)
		if !ok {
			continue
		}
		seen = true
		if measured > float64(result.Value)*(1+1e-10) {
			t.Errorf("%s, %s: %s %s %g above %g", th.ID, name, row.Quantity, row.Average, measured, result.Value)
		}
	}
	return seen
}

// randomTrace draws f(x) = max(0, max_i a_i.x) and a ball of diameter D that
// contains the origin and the start. It sets R.
func randomTrace(random *rand.Rand, in *bound.Input, steps listed) trace {
	d := 1 + random.IntN(4)
	gauss := func(length float64) []float64 {
		v := make([]float64, d)
		for j := range v {
			v[j] = random.NormFloat64()
		}
		scale(v, length/norm(v))
		return v
	}
	pieces := make([][]float64, 1+random.IntN(6))
	for i := range pieces {
		pieces[i] = gauss(in.G)
	}
	center := gauss(in.D / 2 * random.Float64())
	x := gauss(in.D / 2)
	for j := range x {
		x[j] += center[j]
	}
	in.R = norm(x)
	run := trace{steps: steps, f: func(x []float64) float64 { _, v := largestPiece(pieces, x); return v }}
	for _, eta := range steps {
		active, value := largestPiece(pieces, x)
		run.points = append(run.points, append([]float64(nil), x...))
		run.values = append(run.values, value)
		for j := range x {
			if active >= 0 {
				x[j] -= eta * pieces[active][j]
			}
			x[j] -= center[j]
		}
		scale(x, min(1, in.D/2/max(norm(x), 1e-300)))
		for j := range x {
			x[j] += center[j]
		}
	}
	return run
}

func largestPiece(pieces [][]float64, x []float64) (active int, value float64) {
	active = -1
	for i, a := range pieces {
		if v := dot(a, x); v > value {
			active, value = i, v
		}
	}
	return active, value
}

func evaluated(steps bound.Steps, T int) listed {
	list := make(listed, T)
	steps.Fill(list, 1, T)
	return list
}
