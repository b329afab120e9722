package tune_test

import (
	"errors"
	"fmt"
	"math"
	"math/rand/v2"
	"strings"
	"testing"

	"regret/optim/bound"
	"regret/optim/schedule"
	"regret/optim/tune"
)

var shapes = []schedule.Schedule{
	schedule.Constant{Step: 1},
	schedule.InverseSqrt{Alpha: 30},
	schedule.LinearDecay{Alpha: 1e-4},
	schedule.Cosine{Alpha: 1},
	schedule.WarmupStableDecay{Alpha: 1, Cooldown: 0.2, Shape: schedule.OneMinusSqrt},
}

// searched returns the theorem without its closed form, so that Scale must search.
func searched(th *bound.Theorem) *bound.Theorem {
	without := *th
	without.Best = nil
	return &without
}

// TestScaleOfClosedForms: the factor attains the value, and the search finds both.
func TestScaleOfClosedForms(t *testing.T) {
	for _, id := range []string{"zinkevich", "weighted-average", "last-exact", "regret-exact"} {
		th := theorem(t, id)
		for _, s := range shapes {
			in := bound.Input{Steps: s, Horizon: 50, D: 3, R: 2, G: 0.3}
			scale, best, err := tune.Scale(th, in)
			if err != nil {
				t.Fatalf("%s, %v: %v", id, s, err)
			}
			if !math.IsInf(best, 1) {
				at := in
				at.Steps = multiplied(s, scale, in.Horizon)
				if got := value(t, th, at); !near(got, best, 1e-12) {
					t.Errorf("%s, %v: %g at the best scale, not %g", id, s, got, best)
				}
			}
			again, found, err := tune.Scale(searched(th), in)
			if err != nil || !(found == best || near(found, best, 1e-12)) || !sameScale(again, scale) {
				t.Errorf("%s, %v: search finds %.15g at %g (%v), closed form %.15g at %g", id, s, found, again, err, best, scale)
			}
		}
	}
}

// sameScale: a minimum is flat, so that its place has half the digits.
func sameScale(a, b float64) bool { return near(a, b, 1e-6) || math.IsNaN(a) && math.IsNaN(b) }

func multiplied(s bound.Steps, factor float64, T int) listed {
	steps := make(listed, T)
	s.Fill(steps, 1, T)
	for i := range steps {
		steps[i] *= factor
	}
	return steps
}

// ofSize is a theorem whose bound depends on eta_1 alone.
func ofSize(value func(eta float64) float64, needs ...bound.Assumption) *bound.Theorem {
	return &bound.Theorem{
		ID: "made-up", Kind: bound.Upper, Needs: needs,
		Terms: func(in bound.Input, _ []int) [][]float64 {
			eta := make([]float64, 1)
			in.Steps.Fill(eta, 1, in.Horizon)
			v := value(eta[0])
			return [][]float64{{v / 4, v * 3 / 4}}
		},
	}
}

// TestScaleWithTwoWells: of two minima 20 doublings apart the lower is found.
func TestScaleWithTwoWells(t *testing.T) {
	well := func(eta, centre float64) float64 { return math.Abs(math.Log2(eta / centre)) }
	random := rand.New(rand.NewPCG(7, 7))
	for range 50 {
		deep, shallow := math.Exp2(10+5*random.NormFloat64()), math.Exp2(-10+5*random.NormFloat64())
		if random.IntN(2) == 0 {
			deep, shallow = shallow, deep
		}
		th := ofSize(func(eta float64) float64 { return 1 + min(well(eta, deep), 1+well(eta, shallow)) })
		scale, best, err := tune.Scale(th, bound.Input{Steps: schedule.Constant{Step: 1}, Horizon: 1})
		if err != nil || !near(scale, deep, 1e-11) || !near(best, 1, 1e-11) {
			t.Errorf("%g at %g (%v), want 1 at %g", best, scale, err, deep)
		}
	}
}

// TestScaleWithinAssumptions: the best factor is the largest that the theorem allows,
// also where its closed form goes beyond.
func TestScaleWithinAssumptions(t *testing.T) {
	const most = 0.7
	th := ofSize(func(eta float64) float64 { return 1/eta + eta/100 }, bound.Assumption{
		Name: "small steps",
		Check: func(in bound.Input) error {
			eta := make([]float64, 1)
			in.Steps.Fill(eta, 1, in.Horizon)
			if eta[0] > most {
				return fmt.Errorf("eta_1 = %g", eta[0])
			}
			return nil
		},
	})
	beyond := *th
	beyond.Best = func(in bound.Input) (scale, value float64) { // without the assumption
		eta := make([]float64, 1)
		in.Steps.Fill(eta, 1, in.Horizon)
		return 10 / eta[0], 0.2
	}
	for _, th := range []*bound.Theorem{th, &beyond} {
		for _, step := range []float64{0.01, 500} {
			scale, best, err := tune.Scale(th, bound.Input{Steps: schedule.Constant{Step: step}, Horizon: 1})
			if err != nil || !near(scale*step, most, 1e-6) || !near(best, 1/most+most/100, 1e-6) {
				t.Errorf("from %g: %g at eta = %g (%v)", step, best, scale*step, err)
			}
		}
	}
}

func TestScaleWithoutABest(t *testing.T) {
	in := bound.Input{Steps: schedule.LinearDecay{Alpha: 1}, Horizon: 10, D: 1, R: 1, G: 1}
	never := bound.Assumption{Name: "never", Check: func(bound.Input) error { return errors.New("it fails") }}
	ofRun := ofSize(func(float64) float64 { return 1 })
	ofRun.NeedsRun = true
	lower := ofSize(func(float64) float64 { return 1 })
	lower.Kind = bound.Lower
	noHorizon := in
	noHorizon.Horizon = 0
	for _, c := range []struct {
		th   *bound.Theorem
		in   bound.Input
		want string
	}{
		{ofRun, in, "reads a run"},
		{lower, in, "is a lower bound"},
		{ofSize(func(float64) float64 { return 1 }, never), in, "does not apply: never: it fails"},
		{ofSize(func(eta float64) float64 { return eta }), in, "still falling at the factor 8.7e-19"},
		{ofSize(func(eta float64) float64 { return 1 / eta }), in, "still falling at the factor 1.2e+18"},
		{theorem(t, "last-exact"), noHorizon, "the horizon T = 0 is below 1"},
	} {
		if _, _, err := tune.Scale(c.th, c.in); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%v, want %q", err, c.want)
		}
	}
	for _, c := range []struct {
		name string
		th   *bound.Theorem
		want float64
	}{
		{"vacuous", theorem(t, "zinkevich"), math.Inf(1)},
		{"vacuous, searched", searched(theorem(t, "zinkevich")), math.Inf(1)},
		{"constant", ofSize(func(float64) float64 { return 4 }), 4},
	} {
		scale, best, err := tune.Scale(c.th, in)
		if err != nil || !math.IsNaN(scale) || best != c.want {
			t.Errorf("%s: %g at %g (%v), want %g at NaN", c.name, best, scale, err, c.want)
		}
	}
}
