package bound_test

import (
	"fmt"
	"math"
	"testing"

	"regret/optim/bound"
	"regret/optim/schedule"
)

// TestTermsLoseNoDigits compares A1 to A9 with their formulas in 104 bits, for the steps
// as they are in floating point.
func TestTermsLoseNoDigits(t *testing.T) {
	const T = 1_000_000
	for _, s := range []schedule.Schedule{
		schedule.Constant{Step: 1e-3}, schedule.Constant{Step: 5e-3 / 7}, schedule.InverseSqrt{Alpha: 1. / 3}, schedule.LinearDecay{Alpha: 1e-3},
	} {
		in := unit(s, T)
		want := literally(s, T)
		for _, result := range evaluateShared(in) {
			value, ok := want[result.ID]
			if !result.Applies || !ok {
				continue
			}
			if got := float64(result.Value); !near(got, value, 5e-16) && got != value {
				t.Errorf("%s of %v: %.17g, in 104 bits %.17g", result.ID, s, got, value)
			}
		}
	}
}

// wide is an unevaluated sum, of about 104 bits (Dekker, Numer. Math. 18, 1971).
type wide struct{ high, low float64 }

func widen(x float64) wide { return wide{x, 0} }

func normal(high, low float64) wide {
	sum := high + low
	return wide{sum, low - (sum - high)}
}

func (a wide) plus(b wide) wide {
	sum := a.high + b.high
	of := sum - a.high
	return normal(sum, (a.high-(sum-of))+(b.high-of)+(a.low+b.low))
}

func (a wide) minus(b wide) wide { return a.plus(wide{-b.high, -b.low}) }

func (a wide) times(b wide) wide {
	product := a.high * b.high
	return normal(product, math.FMA(a.high, b.high, -product)+(a.high*b.low+a.low*b.high))
}

func (a wide) over(b wide) wide {
	first := a.high / b.high
	second := a.minus(b.times(widen(first))).high / b.high
	return normal(first, second)
}

func (a wide) root() wide {
	first := math.Sqrt(a.high)
	return normal(first, a.minus(widen(first).times(widen(first))).high/(2*first))
}

func (a wide) exceeds(b wide) bool { return a.minus(b).high > 0 }

func (a wide) value() float64 { return a.high }

// literally returns the bounds for D = G = R = 1 as the catalogue writes them. Those that
// divide by eta_T = 0 are infinite.
func literally(s schedule.Schedule, T int) map[string]float64 {
	steps := make([]float64, T)
	s.Fill(steps, 1, T)
	zero, one, two := widen(0), widen(1), widen(2)
	sum, squares, suffix, variation, orabona := zero, zero, zero, zero, zero
	polyVariation, polyEnergy, polyWeights, weight, before := zero, zero, zero, one, zero
	inverse := zero // 1/eta_{t-1}
	for i, step := range steps {
		t, eta := i+1, widen(step)
		square := eta.times(eta)
		sum, squares = sum.plus(eta), squares.plus(square)
		orabona = orabona.plus(square.over(widen(float64(max(1, T-t)))))
		if t > T/2 {
			suffix = suffix.plus(eta)
		}
		if step == 0 {
			continue
		}
		if next := one.over(eta); next.exceeds(inverse) {
			variation = variation.plus(next.minus(inverse))
			inverse = next
		}
		ratio := weight.over(eta)
		if ratio.exceeds(before) {
			polyVariation = polyVariation.plus(ratio.minus(before))
		}
		before = ratio
		polyEnergy, polyWeights = polyEnergy.plus(weight.times(eta)), polyWeights.plus(weight)
		weight = weight.times(widen(float64(t + 3))).over(widen(float64(t)))
	}
	n, half, last := widen(float64(T)), widen(float64(T-T/2)), widen(steps[T-1])
	out := map[string]float64{
		"weighted-average": one.plus(squares).over(two.times(sum)).value(),
		"suffix-unbounded": one.plus(squares).over(two.times(suffix)).value(),
		"last-exact":       lastLiterally(steps),
		"last-omega":       math.Inf(1),
	}
	if steps[T-1] == 0 {
		for _, id := range []string{"zinkevich", "regret-any-eta", "uniform-average", "suffix-bounded", "polynomial-decay", "last-orabona"} {
			out[id] = math.Inf(1)
		}
		return out
	}
	out["zinkevich"] = one.over(last).plus(sum).over(two.times(n)).value()
	out["regret-any-eta"] = variation.plus(sum).over(two.times(n)).value()
	out["uniform-average"] = one.plus(squares).over(two.times(n).times(last)).value()
	out["suffix-bounded"] = one.over(last).plus(suffix).over(two.times(half)).value()
	out["polynomial-decay"] = polyVariation.plus(polyEnergy).over(two.times(polyWeights)).value()
	out["last-orabona"] = one.over(n).plus(orabona).over(two.times(last)).value()
	tail, noise := last, last // S_{k+1}
	for i := T - 2; i >= 0; i-- {
		eta := widen(steps[i])
		noise = noise.plus(eta.times(eta).over(tail))
		tail = tail.plus(eta)
	}
	out["last-omega"] = one.over(tail).plus(noise).over(two).value()
	return out
}

// lastLiterally is R^2/(2X) + (G^2/2)(X - 2 sum_{t<T} eta_t), cancellation and all.
func lastLiterally(steps []float64) float64 {
	m, sum := widen(0), widen(0)
	for i := len(steps) - 2; i >= 0; i-- {
		eta := widen(steps[i])
		if eta.exceeds(m.times(m)) {
			m = eta.root()
		}
		if steps[i] > 0 {
			m = m.plus(eta.over(m))
		}
		sum = sum.plus(eta)
	}
	x := m.times(m)
	if one := widen(1); one.exceeds(x) {
		x = one
	}
	rest := x.minus(widen(2).times(sum))
	return widen(1).over(x).plus(rest).over(widen(2)).value()
}

// Linear decay with alpha = R/(G sqrt(T)) makes last-exact the minimax value.
func TestLinearDecayIsMinimaxToTheLastDigit(t *testing.T) {
	const T = 4_000_000
	result := bound.Evaluate(theorem(t, "last-exact"), unit(schedule.LinearDecay{Alpha: 1. / 2000}, T))
	for name, got := range map[string]bound.Number{"value": result.Value, "best": result.BestValue} {
		if !near(float64(got), 1./2000, 1e-15) {
			t.Errorf("%s %.17g, want %g", name, float64(got), 1./2000)
		}
	}
}

// What is shared has the same bits as what a theorem gathers alone.
func TestSharedSweepsChangeNothing(t *testing.T) {
	const T = 1000
	at := []int{1, 63, 64, 65, 500, 999, T}
	for name, in := range map[string]bound.Input{
		"constant G":   unit(schedule.InverseSqrt{Alpha: 0.3}, T),
		"constant eta": unit(schedule.Constant{Step: 0.3}, T),
		"rising":       unit(schedule.Polynomial{Alpha: 0.1, Power: -0.5}, T),
		"norms":        withNorms(unit(schedule.LinearDecay{Alpha: 0.3}, T)),
	} {
		in.Observed = make([]bound.Observed, len(at))
		var readings []bound.Reading
		for i := range bound.All {
			readings = append(readings, bound.All[i].Readings(in)...)
		}
		if len(readings) < 20 {
			t.Fatalf("only %d readings", len(readings))
		}
		together := bound.Share(in, at, readings)
		for i := range bound.All {
			th := &bound.All[i]
			alone, shared := fmt.Sprint(th.Applies(in)), fmt.Sprint(th.Applies(together))
			if alone != shared {
				t.Errorf("%s, %s: %q alone, %q shared", th.ID, name, alone, shared)
			}
			if th.Applies(in) != nil {
				continue
			}
			if alone, shared := fmt.Sprint(th.Terms(in, at)), fmt.Sprint(th.Terms(together, at)); alone != shared {
				t.Errorf("%s, %s: %s alone, %s shared", th.ID, name, alone, shared)
			}
		}
	}
}

func withNorms(in bound.Input) bound.Input {
	in.GradientNorms = schedule.InverseSqrt{Alpha: 1}
	return in
}

// An input that has been changed since does not use what was shared.
func TestChangedInputsAreSweptAnew(t *testing.T) {
	const T = 100
	th := theorem(t, "last-omega")
	in := unit(schedule.InverseSqrt{Alpha: 0.3}, T)
	shared := bound.Share(in, []int{T}, th.Readings(in))
	for name, change := range map[string]func(*bound.Input){
		"G":       func(in *bound.Input) { in.G = 2 },
		"norms":   func(in *bound.Input) { *in = withNorms(*in) },
		"horizon": func(in *bound.Input) { in.Horizon = 50 },
		"steps":   func(in *bound.Input) { in.Steps = schedule.Constant{Step: 1} },
		"scaled":  func(in *bound.Input) { in.Steps = bound.Scaled{Steps: in.Steps, Factor: 3} },
		"R":       func(in *bound.Input) { in.R = 5 },
	} {
		old, anew := shared, in
		change(&old)
		change(&anew)
		if got, want := bound.Evaluate(th, old), bound.Evaluate(th, anew); got.Value != want.Value {
			t.Errorf("%s: %g, want %g", name, float64(got.Value), float64(want.Value))
		}
	}
	if got, want := th.Terms(shared, []int{50})[0][1], th.Terms(in, []int{50})[0][1]; got != want {
		t.Errorf("another checkpoint: %g, want %g", got, want)
	}
}
