package tune_test

import (
	"errors"
	"math"
	"slices"
	"strings"
	"testing"

	"regret/optim/bound"
	"regret/optim/schedule"
	"regret/optim/tune"
)

// power is the family (1-t/T)^x, whose best member is linear decay, x = 1.
func power(T int) func(x float64) (bound.Steps, error) {
	return func(x float64) (bound.Steps, error) {
		steps := make(listed, T)
		for i := range steps {
			steps[i] = math.Pow(1-float64(i+1)/float64(T), x)
		}
		return steps, nil
	}
}

func cooldown(shape string) func(x float64) (bound.Steps, error) {
	return func(x float64) (bound.Steps, error) {
		s := schedule.WarmupStableDecay{Alpha: 1, Cooldown: x, Shape: shape}
		return s, s.Validate()
	}
}

func warmup(x float64) (bound.Steps, error) {
	s := schedule.WarmupStableDecay{Alpha: 1, Warmup: x, Cooldown: 0.2, Shape: schedule.Linear}
	return s, s.Validate()
}

// TestFamilyFindsLinearDecay among the powers, where 1 is not on the grid, and
// among the cooldowns, where it is the longest.
func TestFamilyFindsLinearDecay(t *testing.T) {
	const T = 100
	in := bound.Input{Horizon: T, R: 2, G: 3}
	th := theorem(t, "last-exact")
	best, err := tune.Family(power(T), 0.3, math.Pi, th, in)
	if err != nil || !near(best.X, 1, 1e-6) || !near(best.Value, in.R*in.G/10, 1e-12) || best.Note() != "" {
		t.Errorf("powers: %.15g at %.9g (%v) %q", best.Value, best.X, err, best.Note())
	}
	if want := in.R / in.G / 10; !near(best.Scale, want, 1e-5) {
		t.Errorf("powers: scale %g, want %g", best.Scale, want)
	}
	if len(best.Curve) != 102 || !slices.IsSortedFunc(best.Curve, func(a, b tune.Point) int {
		if a.X < b.X {
			return -1
		}
		return 1
	}) || !slices.Contains(best.Curve, best.Point) {
		t.Errorf("powers: the curve of %d points is not the grid with the best among it", len(best.Curve))
	}
	best, err = tune.Family(cooldown(schedule.Linear), 0, 1, th, in)
	if err != nil || !near(best.Value, in.R*in.G/10, 1e-12) || // (T-1)/(0.99 T) = 1: the same steps twice
		best.Note() != "a tie: 2 values tried, from 0.99 to 1, are equally good" {
		t.Errorf("cooldowns: %g at %g (%v) %q", best.Value, best.X, err, best.Note())
	}
	best, err = tune.Family(cooldown(schedule.Linear), 0, 0.5, th, in)
	if err != nil || best.X != 0.5 || best.Note() != "the best value, 0.5, is an end of the range" {
		t.Errorf("short cooldowns: %+v (%v) %q", best.Point, err, best.Note())
	}
	// No cooldown is the constant step, whose tuned bound is 1.4123 of RG/sqrt(T).
	if first := best.Curve[0]; first.X != 0 || !near(first.Value, 1.4123*in.R*in.G/10, 5e-5) {
		t.Errorf("no cooldown: %+v", first)
	}
}

// TestFamilyAgainstAFineGrid compares inner minima with those of 20,001 members.
func TestFamilyAgainstAFineGrid(t *testing.T) {
	in := bound.Input{Horizon: 60, D: 1, R: 1, G: 1}
	polynomial := func(x float64) (bound.Steps, error) { return schedule.Polynomial{Alpha: 1, Power: x}, nil }
	decaying := func(x float64) (bound.Steps, error) {
		return schedule.Cooldown{Of: schedule.InverseSqrt{Alpha: 1}, Fraction: x, Shape: schedule.Linear}, nil
	}
	for _, c := range []struct {
		name   string
		build  func(x float64) (bound.Steps, error)
		lo, hi float64
		id     string
	}{
		{"cooldown of 1/sqrt(t)", decaying, 0, 1, "last-exact"},
		{"polynomial decay", polynomial, 0, 3, "last-exact"},
		{"increasing polynomial", polynomial, -0.93, 0.4, "weighted-average"},
	} {
		th := theorem(t, c.id)
		best, err := tune.Family(c.build, c.lo, c.hi, th, in)
		if err != nil {
			t.Fatal(err)
		}
		want, at := math.Inf(1), 0.0
		const n = 20_000
		for i := range n + 1 {
			x := c.lo + (c.hi-c.lo)*float64(i)/n
			steps, _ := c.build(x)
			in.Steps = steps
			if _, v, _ := tune.Scale(th, in); v < want {
				want, at = v, x
			}
		}
		if best.Value > want*(1+1e-12) || best.Value < want*(1-1e-6) || math.Abs(best.X-at) > 2*(c.hi-c.lo)/n {
			t.Errorf("%s: %.12g at %g, fine grid %.12g at %g", c.name, best.Value, best.X, want, at)
		}
		if at == c.lo || at == c.hi {
			t.Errorf("%s: the minimum at %g is no inner one", c.name, at)
		}
	}
}

// TestFamilySaysWhereNothingChanges: a size that the scale undoes, and warmups
// that are over before the first step.
func TestFamilySaysWhereNothingChanges(t *testing.T) {
	in := bound.Input{Horizon: 10, D: 1, R: 1, G: 1}
	th := theorem(t, "last-exact")
	size := func(x float64) (bound.Steps, error) { return schedule.Constant{Step: x}, nil }
	best, err := tune.Family(size, 1, 7, th, in)
	if err != nil || !best.Flat || best.X != 1 || best.Note() != "flat: the bound is the same for all values tried from 1 to 7" {
		t.Errorf("sizes: %+v (%v) %q", best.Point, err, best.Note())
	}
	best, err = tune.Family(warmup, 0, 0.8, th, in)
	if err != nil || best.Flat || best.X != 0 || len(best.Tied) != 13 ||
		best.Note() != "a tie: 13 values tried, from 0 to 0.096, are equally good" {
		t.Errorf("warmups: %+v, tied %v (%v) %q", best.Point, best.Tied, err, best.Note())
	}
}

// TestFamilySymmetric: the two members beside the minimum are equally good, but
// no tie.
func TestFamilySymmetric(t *testing.T) {
	th := ofSize(func(eta float64) float64 { return (eta - 50.5) * (eta - 50.5) })
	th.Best = func(in bound.Input) (scale, value float64) { return 1, th.Terms(in, nil)[0][0] }
	size := func(x float64) (bound.Steps, error) { return schedule.Constant{Step: x}, nil }
	best, err := tune.Family(size, 0, 100, th, bound.Input{Horizon: 1})
	if err != nil || !near(best.X, 50.5, 1e-6) || best.Tied != nil || best.Note() != "" {
		t.Errorf("%+v, tied %v (%v)", best.Point, best.Tied, err)
	}
}

// TestFamilyPartlyWithoutBound: increasing steps are outside Zinkevich's theorem, and
// the curve says so.
func TestFamilyPartlyWithoutBound(t *testing.T) {
	in := bound.Input{Horizon: 100, D: 1, G: 1}
	th := theorem(t, "zinkevich")
	polynomial := func(x float64) (bound.Steps, error) { return schedule.Polynomial{Alpha: 1, Power: x}, nil }
	best, err := tune.Among(polynomial, []float64{-1, -0.5, 0, 0.5, 1}, th, in)
	if err != nil || best.X != 0 || !near(best.Value, 0.1, 1e-12) || !near(best.Scale, 0.1, 1e-12) {
		t.Errorf("%+v (%v)", best.Point, err)
	}
	for _, p := range best.Curve[:2] {
		if !math.IsInf(p.Value, 1) || !strings.Contains(p.Why, "non-increasing steps: eta_2") {
			t.Errorf("%+v", p)
		}
	}
	if _, err := tune.Among(polynomial, []float64{-2, -1}, th, in); err == nil ||
		!strings.Contains(err.Error(), "at -2, zinkevich does not apply: non-increasing steps") {
		t.Errorf("only increasing steps: %v", err)
	}
	if _, err := tune.Family(cooldown(schedule.Linear), 0.5, 1, th, in); err == nil ||
		!strings.Contains(err.Error(), "infinite for all") {
		t.Errorf("only steps that end at 0: %v", err)
	}
}

func TestFamilyRefuses(t *testing.T) {
	in := bound.Input{Horizon: 10, R: 1, G: 1}
	th := theorem(t, "last-exact")
	for _, ends := range [][2]float64{{1, 1}, {2, 1}, {math.NaN(), 1}, {0, math.Inf(1)}, {-math.MaxFloat64, math.MaxFloat64}} {
		if _, err := tune.Family(warmup, ends[0], ends[1], th, in); err == nil || !strings.Contains(err.Error(), "no range") {
			t.Errorf("%v: %v", ends, err)
		}
	}
	if _, err := tune.Family(warmup, 0, 1, th, in); err == nil || !strings.Contains(err.Error(), "no schedule at 0.81: warmup 0.81 and cooldown 0.2 overlap") {
		t.Errorf("warmup into the cooldown: %v", err)
	}
	if _, err := tune.Among(warmup, []float64{1, 4, 4}, th, in); err == nil || !strings.Contains(err.Error(), "4 follows 4") {
		t.Errorf("repeated value: %v", err)
	}
	if _, err := tune.Among(warmup, nil, th, in); err == nil {
		t.Error("no values: no error")
	}
	// A family that fails between some values of the grid only, on one side of the best.
	odd := errors.New("not a whole number")
	whole := func(x float64) (bound.Steps, error) {
		if x > 33 && x != math.Trunc(x) {
			return nil, odd
		}
		return power(10)(x / 33.2)
	}
	if _, err := tune.Family(whole, 0, 100, th, in); !errors.Is(err, odd) {
		t.Errorf("whole numbers: %v", err)
	}
}
