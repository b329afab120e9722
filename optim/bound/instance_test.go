package bound_test

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"regret/optim/bound"
	"regret/optim/boundtest"
	"regret/problems/linear"
)

// descend runs projected subgradient descent on the instance, and returns the
// regret against the comparator and the iterates.
func descend(in bound.Instance, steps bound.Steps, project func(x []float64)) (regret float64, iterates [][]float64) {
	rows := in.Objective.(*linear.Model).Rows.(*linear.Dense)
	T := rows.N
	eta := make([]float64, T)
	steps.Fill(eta, 1, T)
	x := slices.Clone(in.Start)
	var sum linear.Sum
	for t := range T {
		iterates = append(iterates, slices.Clone(x))
		for j, g := range rows.Row(t) {
			sum.Add(g * (x[j] - in.Comparator[j]))
			x[j] -= eta[t] * g
		}
		project(x)
	}
	return sum.Value(), iterates
}

func TestWorstZinkevichAttainsTheBound(t *testing.T) {
	for _, c := range []struct {
		D, G float64
		T    int
	}{{1, 1, 1}, {2, 0.5, 4}, {0.25, 8, 256}, {4, 4, 4096}, {1, 2, 65536}, {0.7, 1.9, 81}, {3, 0.1, 10000}} {
		in, err := bound.WorstZinkevich(c.D, c.G, c.T)
		if err != nil {
			t.Fatal(err)
		}
		root := math.Sqrt(float64(c.T))
		step := boundtest.Shape(func(_, _ float64) float64 { return c.D / (c.G * root) })
		regret, _ := descend(in, step, func(x []float64) { x[0] = max(-c.D/2, min(c.D/2, x[0])) })
		want := value(t, "zinkevich", bound.Input{Steps: step, Horizon: c.T, D: c.D, G: c.G}) * float64(c.T)
		if !near(regret, want, 1e-12) || !near(want, c.D*c.G*root, 1e-12) {
			t.Errorf("D = %g, G = %g, T = %d: regret %.16g, bound %.16g, DG sqrt(T) %.16g", c.D, c.G, c.T, regret, want, c.D*c.G*root)
		}
	}
}

func TestWorstRegretAttainsTheBound(t *testing.T) {
	for _, T := range []int{1, 2, 3, 10, 100, 2000} {
		for name, steps := range worstSteps(T) {
			t.Run(fmt.Sprintf("%s/%d", name, T), func(t *testing.T) { checkWorstRegret(t, steps, T) })
		}
	}
}

func checkWorstRegret(t *testing.T, steps bound.Steps, T int) {
	const D, G = 1.5, 0.75 // the steps of worstSteps are up to D/G
	in, err := bound.WorstRegret(steps, T, D, G)
	if err != nil {
		t.Fatal(err)
	}
	rows := in.Objective.(*linear.Model).Rows.(*linear.Dense)
	regret, iterates := descend(in, steps, func([]float64) {})
	input := bound.Input{Steps: steps, Horizon: T, D: D, G: G}
	result := bound.Evaluate(theorem(t, "regret-exact"), input)
	if result.Kind != bound.ExactSup {
		t.Errorf("the bound is %s", result.Kind)
	}
	if want := float64(result.Value) * float64(T); !near(regret, want, 1e-10) {
		t.Errorf("regret %.15g, bound %.15g", regret, want)
	}
	if zinkevich := value(t, "zinkevich", input) * float64(T); zinkevich < regret*(1-1e-12) {
		t.Errorf("zinkevich %g lies below the regret %g", zinkevich, regret)
	}
	for i := range T {
		g := rows.Row(i)
		if !near(math.Hypot(g[0], g[1]), G, 1e-14) {
			t.Fatalf("|g_%d| = %.16g, not %g", i+1, math.Hypot(g[0], g[1]), G)
		}
		for j := range i {
			if d := math.Hypot(iterates[i][0]-iterates[j][0], iterates[i][1]-iterates[j][1]); d > D*(1+1e-12) {
				t.Fatalf("x_%d and x_%d are %.16g apart, more than D = %g", i+1, j+1, d, D)
			}
		}
		if d := math.Hypot(iterates[i][0], iterates[i][1]); d > D*(1+1e-12) {
			t.Fatalf("x_%d is %.16g from the comparator", i+1, d)
		}
	}
}

// worstSteps returns non-increasing steps with eta_1 <= 2.
func worstSteps(T int) map[string]bound.Steps {
	n := float64(T)
	steps := map[string]bound.Steps{
		"inverse-sqrt":        boundtest.Shape(func(t, _ float64) float64 { return 2 / math.Sqrt(t) }),
		"linear-to-one-step":  boundtest.Shape(func(t, T float64) float64 { return (T + 1 - t) / math.Pow(T, 1.5) }),
		"linear-to-zero":      boundtest.Shape(func(t, T float64) float64 { return 2 * (T - t) / T }),
		"constant":            boundtest.Shape(func(_, _ float64) float64 { return 2 / math.Sqrt(n) }),
		"large constant":      boundtest.Shape(func(_, _ float64) float64 { return 2 }),
		"small constant":      boundtest.Shape(func(_, _ float64) float64 { return 1e-3 / n }),
		"half of them zero":   boundtest.Shape(func(t, T float64) float64 { return max(0, 0.5-t/T) }),
		"zero":                boundtest.Shape(func(_, _ float64) float64 { return 0 }),
		"geometric":           boundtest.Shape(func(t, _ float64) float64 { return math.Pow(0.9, t) }),
		"cosine":              boundtest.Shape(func(t, T float64) float64 { return (1 + math.Cos(math.Pi*t/T)) / 2 }),
		"inverse-time":        boundtest.Shape(func(t, _ float64) float64 { return 1 / t }),
		"constant then small": boundtest.Shape(func(t, T float64) float64 { return map[bool]float64{true: 1, false: 1e-4}[t < T/2] }),
	}
	random := rand.New(rand.NewPCG(5, uint64(T)))
	for i := range 5 {
		list := make(listed, T)
		for j := range list {
			list[j] = 2 * math.Pow(random.Float64(), float64(1+i))
		}
		slices.Sort(list)
		slices.Reverse(list)
		steps[fmt.Sprintf("random %d", i)] = list
	}
	return steps
}

func TestInstancesRefuse(t *testing.T) {
	for _, c := range []struct {
		want string
		make func() (bound.Instance, error)
	}{
		{"square, not T = 10", func() (bound.Instance, error) { return bound.WorstZinkevich(1, 1, 10) }},
		{"T = 0 is below 1", func() (bound.Instance, error) { return bound.WorstZinkevich(1, 1, 0) }},
		{"D is not known", func() (bound.Instance, error) { return bound.WorstZinkevich(math.NaN(), 1, 4) }},
		{"G is 0", func() (bound.Instance, error) { return bound.WorstRegret(inverseSqrt, 4, 1, 0) }},
		{"eta_1 G <= D, not 1 * 3 > 2", func() (bound.Instance, error) { return bound.WorstRegret(inverseSqrt, 4, 2, 3) }},
		{"eta_2 = 0.2 exceeds eta_1 = 0.1", func() (bound.Instance, error) { return bound.WorstRegret(listed{0.1, 0.2}, 2, 1, 1) }},
	} {
		if _, err := c.make(); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("error %v, want one with %q", err, c.want)
		}
	}
}
