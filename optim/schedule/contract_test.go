package schedule_test

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"regret/optim/schedule"
	"regret/optim/schedule/formula"
	"regret/optim/scheduletest"
)

// every holds at least one value of each schedule and composition.
var every = []schedule.Schedule{
	schedule.Constant{Step: 0.1},
	schedule.InverseSqrt{Alpha: 0.3},
	schedule.InverseTime{Alpha: 2},
	schedule.InverseTime{Alpha: 2, Offset: 9.5},
	schedule.Polynomial{Alpha: 0.7, Power: 0.75},
	schedule.Polynomial{Alpha: 0.7, Power: -2},
	schedule.LinearDecay{Alpha: 0.3},
	schedule.Cosine{Alpha: 0.3},
	schedule.WarmupStableDecay{Alpha: 0.3, Warmup: 0.1, Cooldown: 0.3, Shape: schedule.Linear},
	schedule.WarmupStableDecay{Alpha: 0.3, Warmup: 7, Cooldown: 0.2, Shape: schedule.OneMinusSqrt},
	schedule.StepDecay{Alpha: 0.3, Factor: 0.9, Every: 13},
	schedule.Exponential{Alpha: 0.3, Ratio: 0.99},
	schedule.Table{Steps: []float64{3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5}},
	parse("0.3/sqrt(t) * min(1, 5*(1 - t/T))", nil),
	parse("D/(G*sqrt(T))", map[string]float64{"D": 2, "G": 3}),
	schedule.Warmup{Of: schedule.InverseSqrt{Alpha: 1}, Length: 0.25},
	schedule.Warmup{Of: schedule.Constant{Step: 1}, Length: 20},
	schedule.Cooldown{Of: schedule.InverseSqrt{Alpha: 1}, Fraction: 0.5, Shape: schedule.OneMinusSqrt},
	schedule.Cooldown{Of: schedule.Table{Steps: make([]float64, 100)}, Fraction: 1, Shape: schedule.Linear},
	schedule.Warmup{Of: schedule.Cooldown{Of: schedule.Cosine{Alpha: 1}, Fraction: 0.2, Shape: schedule.Linear}, Length: 5},
}

// parse returns a formula's schedule.
func parse(text string, env map[string]float64) schedule.Schedule {
	f, err := formula.Parse(text, []string{"t", "T", "D", "G"})
	if err != nil {
		panic(err)
	}
	s, err := schedule.NewFormula(f, env)
	if err != nil {
		panic(err)
	}
	return s
}

func TestContract(t *testing.T) {
	for _, s := range every {
		t.Run(fmt.Sprint(s), func(t *testing.T) { scheduletest.Check(t, s) })
	}
}

func TestTexts(t *testing.T) {
	for _, s := range every {
		if text := fmt.Sprint(s); strings.ContainsAny(text, "{}") || !strings.Contains(text, "=") {
			t.Errorf("%T: String is %q", s, text)
		}
		if text := s.(interface{ LaTeX() string }).LaTeX(); strings.Count(text, "{") != strings.Count(text, "}") || strings.Count(text, `\left`) != strings.Count(text, `\right`) || text == "" {
			t.Errorf("%T: LaTeX is %q", s, text)
		}
	}
	if got := fmt.Sprint(every[len(every)-1]); got != "cosine(alpha=1) with cooldown(fraction=0.2, shape=linear) with warmup(length=5)" {
		t.Errorf("composition is %q", got)
	}
}

func TestValidateJointConditions(t *testing.T) {
	tests := []struct {
		schedule interface{ Validate() error }
		want     string
	}{
		{schedule.WarmupStableDecay{Alpha: 1, Warmup: 0.6, Cooldown: 0.5, Shape: schedule.Linear}, "warmup 0.6 and cooldown 0.5 overlap"},
		{schedule.WarmupStableDecay{Alpha: 1, Warmup: 2.5, Shape: schedule.Linear}, "warmup must be a fraction"},
		{schedule.WarmupStableDecay{Alpha: 1, Warmup: 0.9, Cooldown: 0.1, Shape: schedule.Linear}, ""},
		{schedule.Warmup{Of: schedule.Constant{Step: -1}}, "step must be in (0, inf), got -1"},
		{schedule.Cooldown{Shape: schedule.Linear}, "no schedule to compose with"},
		{schedule.Table{}, "steps must be a list"},
		{schedule.Table{Steps: []float64{1}, File: "x.csv"}, "exclude each other"},
		{schedule.Table{Steps: []float64{1}, Column: "eta"}, "column must be left out"},
		{schedule.Table{Steps: []float64{1, math.NaN()}}, "steps must be in [0, inf), got NaN as eta_2"},
		{schedule.Table{Steps: []float64{1, 2, -3}}, "got -3 as eta_3"},
		{schedule.Formula{}, "step must be a formula"},
		{schedule.Formula{Step: strings.Repeat("1", 1001)}, "at most 1000 bytes, got 1001"},
		{schedule.Formula{Step: "1/t"}, ""},
	}
	for _, test := range tests {
		wantError(t, test.schedule.Validate(), test.want)
	}
}

// wantError fails the test unless the error contains the text; empty means no error.
func wantError(t *testing.T, err error, want string) {
	t.Helper()
	if want == "" && err != nil || want != "" && (err == nil || !strings.Contains(err.Error(), want)) {
		t.Errorf("got error %v, want %q", err, want)
	}
}

func TestCheckFindsFirstBadStep(t *testing.T) {
	tests := []struct {
		schedule schedule.Schedule
		T        int
		want     string
	}{
		{parse("5 - t", nil), 5, ""},
		{parse("5 - t", nil), 9, "step at t = 6 of 9 is -1"},
		{parse("sqrt(6000 - t)", nil), 9000, "step at t = 6001 of 9000 is NaN"},
		{parse("1/(4096 - t)", nil), 4096, "step at t = 4096 of 4096 is +Inf"},
		{parse("1/(4097 - t)", nil), 4097, "step at t = 4097 of 4097 is +Inf"},
		{schedule.Polynomial{Alpha: 1, Power: -400}, 10, "step at t = 6 of 10 is +Inf"},
		{schedule.Cosine{Alpha: -1}, 10, "alpha must be in (0, inf), got -1"},
		{schedule.Cosine{Alpha: 1}, 0, "at least 1 point"},
		{schedule.Table{Steps: []float64{1, 2}}, 2, ""},
		{schedule.Table{Steps: []float64{1, 2}}, 3, "table has 2 steps, too few for a run of 3 points"},
		{schedule.Warmup{Of: schedule.Cooldown{Of: schedule.Table{Steps: []float64{1, 2}}, Shape: schedule.Linear}}, 3, "table has 2 steps"},
		{schedule.WarmupStableDecay{Alpha: 1, Warmup: 90, Cooldown: 0.2, Shape: schedule.Linear}, 100, "warmup of 90 steps and cooldown of 20 overlap"},
		{schedule.WarmupStableDecay{Alpha: 1, Warmup: 80, Cooldown: 0.2, Shape: schedule.Linear}, 100, ""},
	}
	for _, test := range tests {
		wantError(t, schedule.Check(test.schedule, test.T), test.want)
	}
}

// counting counts the steps that it is asked for.
type counting struct {
	schedule.Constant
	asked *int
}

func (s counting) Fill(eta []float64, t, T int) {
	*s.asked += len(eta)
	s.Constant.Fill(eta, t, T)
}

// swept hides that what it embeds is sound.
type swept struct{ schedule.Schedule }

// Check computes no step of a sound schedule, and all of others, in compositions too.
func TestCheckSweepsWhatIsNotSound(t *testing.T) {
	const T = 10_000
	asked := 0
	base := counting{schedule.Constant{Step: 1}, &asked}
	for _, test := range []struct {
		schedule schedule.Schedule
		want     int
	}{
		{base, 0},
		{swept{base}, T},
		{schedule.Cooldown{Of: base, Fraction: 0.2, Shape: schedule.Linear}, 0},
		{schedule.Warmup{Of: swept{base}, Length: 10}, T},
	} {
		asked = 0
		wantError(t, schedule.Check(test.schedule, T), "")
		if asked != test.want {
			t.Errorf("%v: %d steps computed, want %d", test.schedule, asked, test.want)
		}
	}
	for text, want := range map[string]bool{"1/T": true, "D": true, "1 - T": false, "1/(T - 10000)": false, "1/t": false} {
		if got := parse(text, map[string]float64{"D": 3}).(schedule.Sound).SoundFor(T); got != want {
			t.Errorf("%s: sound %v, want %v", text, got, want)
		}
	}
	wantError(t, schedule.Check(parse("1 - T", nil), T), "step at t = 1 of 10000 is -9999")
}

func TestNewFormulaNeedsValues(t *testing.T) {
	f, err := formula.Parse("t + 2*D", []string{"t", "T", "D"})
	if err != nil {
		t.Fatal(err)
	}
	_, err = schedule.NewFormula(f, map[string]float64{"t": 1})
	wantError(t, err, "column 7: D has no value here")
}
