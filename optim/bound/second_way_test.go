package bound_test

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"regret/optim/bound"
)

// TestRegretExactByMinimization minimizes the stated right side over rho
// directly, by golden section: it is convex.
func TestRegretExactByMinimization(t *testing.T) {
	for _, c := range nonIncreasingLists() {
		for _, D := range []float64{0.1, 1, 30} {
			in := bound.Input{Steps: c.steps, Horizon: len(c.steps), D: D, G: 1.7}
			want := minimize(func(rho float64) float64 { return regretSide(in, c.steps, rho) })
			if got := value(t, "regret-exact", in); !near(got, want, 1e-10) {
				t.Errorf("%s, D = %g: %.14g, minimized %.14g", c.name, D, got, want)
			}
			want = minimize(func(scale float64) float64 {
				at := in
				at.Steps = times(c.steps, scale)
				return value(t, "regret-exact", at)
			})
			got := float64(bound.Evaluate(theorem(t, "regret-exact"), in).BestValue)
			if !near(got, want, 1e-10) {
				t.Errorf("%s, D = %g: best %.14g, minimized %.14g", c.name, D, got, want)
			}
		}
	}
}

// regretSide is the right side of the theorem at one rho, per step.
func regretSide(in bound.Input, steps listed, rho float64) float64 {
	T := len(steps)
	sum := in.D * in.D / (2 * rho)
	for t := 1; t <= T; t++ {
		eta := steps[t-1]
		sum += in.G * in.G / 2 * (eta + float64(2*(T-t)+1)*max(0, rho-eta))
	}
	return sum / float64(T)
}

// TestLastExactByMinimization minimizes the form of the proof with a free
// lambda_T = 1/rho. It has many minima in rho: a grid finds the best one.
func TestLastExactByMinimization(t *testing.T) {
	for _, c := range append(nonIncreasingLists(), anyLists()...) {
		for _, R := range []float64{0.05, 1, 20} {
			in := bound.Input{Steps: c.steps, Horizon: len(c.steps), R: R, G: 1.7}
			want := minimize(func(rho float64) float64 { return lastSide(in, c.steps, rho) })
			if got := value(t, "last-exact", in); !near(got, want, 1e-10) {
				t.Errorf("%s, R = %g: %.14g, minimized %.14g", c.name, R, got, want)
			}
		}
	}
}

// lastSide is [lambda_1 R^2 + rho G^2 + G^2 sum_{t<T} lambda_{t+1} eta_t^2]/2.
func lastSide(in bound.Input, steps listed, rho float64) float64 {
	lambda, sum := 1/rho, rho*in.G*in.G
	for t := len(steps) - 1; t >= 1; t-- {
		eta := steps[t-1]
		sum += lambda * eta * eta * in.G * in.G
		lambda /= (1 + lambda*eta) * (1 + lambda*eta)
	}
	return (sum + lambda*in.R*in.R) / 2
}

// minimize returns the minimum over x > 0 on a logarithmic grid, refined by
// golden section around its best point.
func minimize(f func(x float64) float64) float64 {
	const points, ratio = 800, 1.06 // from 1e-10 to 1e10
	best, at := math.Inf(1), 0.0
	for i := -points / 2; i <= points/2; i++ {
		x := math.Pow(ratio, float64(i))
		if y := f(x); y < best {
			best, at = y, x
		}
	}
	golden := (math.Sqrt(5) - 1) / 2
	lo, hi := at/ratio, at*ratio
	for range 60 {
		a, b := hi-golden*(hi-lo), lo+golden*(hi-lo)
		if f(a) < f(b) {
			hi = b
		} else {
			lo = a
		}
	}
	return min(best, f((lo+hi)/2))
}

type namedList struct {
	name  string
	steps listed
}

// nonIncreasingLists holds named steps and random ones, some with ties and with
// zeros at the end.
func nonIncreasingLists() []namedList {
	lists := []namedList{
		{"one step", listed{0.5}},
		{"constant", slices.Repeat(listed{0.2}, 30)},
		{"zero", slices.Repeat(listed{0}, 5)},
	}
	for _, shape := range []struct {
		name string
		eta  bound.Steps
	}{{"1/sqrt(t)", inverseSqrt}, {"linear decay", linearDecay}} {
		steps := make(listed, 40)
		shape.eta.Fill(steps, 1, len(steps))
		lists = append(lists, namedList{shape.name, steps})
	}
	random := rand.New(rand.NewPCG(1, 2))
	for i := range 20 {
		steps := make(listed, 1+random.IntN(40))
		for j := range steps {
			steps[j] = math.Exp(3*random.NormFloat64() - 2)
			if j > 0 && random.IntN(4) == 0 {
				steps[j] = steps[j-1]
			}
		}
		slices.Sort(steps)
		slices.Reverse(steps)
		for j := range random.IntN(4) {
			steps[max(0, len(steps)-1-j)] = 0
		}
		lists = append(lists, namedList{fmt.Sprintf("random %d", i), steps})
	}
	return lists
}

// anyLists holds steps in no order.
func anyLists() []namedList {
	var lists []namedList
	random := rand.New(rand.NewPCG(3, 4))
	for i := range 20 {
		steps := make(listed, 1+random.IntN(40))
		for j := range steps {
			steps[j] = max(0, random.NormFloat64())
		}
		lists = append(lists, namedList{fmt.Sprintf("random in no order %d", i), steps})
	}
	return lists
}

func times(steps listed, factor float64) listed {
	out := slices.Clone(steps)
	for i := range out {
		out[i] *= factor
	}
	return out
}
