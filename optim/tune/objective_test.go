package tune_test

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"regret/optim/bound"
	"regret/optim/tune"
)

// TestGradients compares every derivative with the difference quotient of Richardson.
func TestGradients(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 1))
	for _, o := range tune.Objectives {
		for range 200 {
			steps := randomSteps(random, 1+random.IntN(30))
			grad, scratch := make([]float64, len(steps)), make([]float64, len(steps))
			size := o.Gradient(grad, steps)
			quotient := func(i int, h float64) float64 {
				up, down := slices.Clone(steps), slices.Clone(steps)
				up[i] += h
				down[i] -= h
				return (o.Gradient(scratch, up) - o.Gradient(scratch, down)) / (2 * h)
			}
			for i, eta := range steps {
				h := 1e-4 * eta
				want := (4*quotient(i, h/2) - quotient(i, h)) / 3
				// The value's rounding over h, and jumps of the second derivative.
				if math.Abs(grad[i]-want) > 1e-11*size/h+1e-4*(1+math.Abs(want)) {
					t.Fatalf("%s, derivative %d of %v: %g, difference quotient %g", o.Theorem, i+1, steps, grad[i], want)
				}
			}
		}
	}
}

// TestLastExactHasNoKinks: where a step changes from one branch of the maximum to
// the other, the derivatives of both agree.
func TestLastExactHasNoKinks(t *testing.T) {
	// From the end m = 2 sqrt(0.25) = 1, so that the branches of the step before meet at 1.
	const kink, h = 1, 1e-7
	below, above := make([]float64, 2), make([]float64, 2)
	tune.LastExact.Gradient(below, []float64{kink - h, 0.25})
	tune.LastExact.Gradient(above, []float64{kink + h, 0.25})
	for i := range below {
		if math.Abs(below[i]-above[i]) > 10*h {
			t.Errorf("derivative %d jumps from %g to %g", i+1, below[i], above[i])
		}
	}
}

// TestLastExactIsTheTheorem compares values, with constants, with those of
// package bound.
func TestLastExactIsTheTheorem(t *testing.T) {
	random := rand.New(rand.NewPCG(2, 2))
	th := theorem(t, "last-exact")
	for range 1000 {
		in := bound.Input{Horizon: 2 + random.IntN(80), R: math.Exp(random.NormFloat64()), G: math.Exp(random.NormFloat64())}
		steps := randomSteps(random, in.Horizon)
		in.Steps = steps
		unit := make([]float64, in.Horizon-1)
		for i := range unit {
			unit[i] = steps[i] * in.G / in.R
		}
		got := in.R * in.G * tune.LastExact.Gradient(make([]float64, len(unit)), unit)
		if want := value(t, th, in); !near(got, want, 1e-12) {
			t.Fatalf("T = %d: %.15g, theorem %.15g", in.Horizon, got, want)
		}
	}
}

// TestLastOmegaIsTheDoubleSum compares with the bound as it is printed, and with
// values computed from that in 40 digits.
func TestLastOmegaIsTheDoubleSum(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 3))
	for range 300 {
		steps := randomSteps(random, 1+random.IntN(60))
		got := tune.LastOmega.Gradient(make([]float64, len(steps)), steps)
		if want := omegaAsPrinted(steps); !near(got, want, 1e-12) {
			t.Fatalf("T = %d: %.15g, double sum %.15g", len(steps), got, want)
		}
		if exact := tune.LastExact.Gradient(make([]float64, len(steps)-1), steps[:len(steps)-1]); exact > got*(1+1e-12) {
			t.Fatalf("T = %d: last-exact %g above last-omega %g", len(steps), exact, got)
		}
	}
	constant, decay := make([]float64, 60), make([]float64, 60)
	for i := range constant {
		constant[i], decay[i] = 0.05, 0.12*float64(60-i)/61
	}
	for _, c := range []struct {
		steps []float64
		want  float64
	}{{constant, 0.30824676032379345}, {decay, 0.26511158478322018}} {
		if got := tune.LastOmega.Gradient(make([]float64, 60), c.steps); !near(got, c.want, 1e-12) {
			t.Errorf("%.16g, want %.16g", got, c.want)
		}
	}
}

// omegaAsPrinted is (1 + sum eta^2)/(2 S_1) + (1/2) sum_{k<T} (eta_k/S_{k+1})
// (sum_{t>=k} eta_t^2)/S_k.
func omegaAsPrinted(steps []float64) float64 {
	sums := func(from int) (sum, squares float64) {
		for _, eta := range steps[from:] {
			sum += eta
			squares += eta * eta
		}
		return sum, squares
	}
	sum, squares := sums(0)
	omega := (1 + squares) / (2 * sum)
	for k := range len(steps) - 1 {
		here, squares := sums(k)
		next, _ := sums(k + 1)
		omega += steps[k] / next * squares / here / 2
	}
	return omega
}

func TestLookup(t *testing.T) {
	if o, ok := tune.Lookup("last-omega"); !ok || o.Theorem != "last-omega" {
		t.Errorf("last-omega: %v, %v", o.Theorem, ok)
	}
	if _, ok := tune.Lookup("zinkevich"); ok {
		t.Error("found an objective for zinkevich")
	}
}
