package report_test

import (
	"math"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"regret/experiments/analysis"
	"regret/experiments/config"
	"regret/experiments/figure"
	"regret/experiments/report"
	"regret/optim/schedule"
)

func draw(t *testing.T, r *analysis.Result) []report.Drawing {
	t.Helper()
	drawings, err := report.Drawings(r)
	if err != nil {
		t.Fatal(err)
	}
	return drawings
}

func only(t *testing.T, f config.Figure, cases ...config.Case) figure.Plot {
	t.Helper()
	drawings := draw(t, result([]config.Figure{f}, cases...))
	if len(drawings) != 1 {
		t.Fatalf("%d drawings, want 1", len(drawings))
	}
	return drawings[0].Plot
}

func boundLabels(c figure.Curve) []string {
	var labels []string
	for _, l := range c.Bounds {
		labels = append(labels, l.Label)
	}
	return labels
}

func TestAlongTimeEveryCheckpointIsDrawn(t *testing.T) {
	p := only(t, config.Figure{Quantity: "average-regret", Against: "t"},
		newCase("inverse-sqrt", schedule.InverseSqrt{Alpha: 1}, 8, nil))
	c := p.Curves[0]
	if diff := cmp.Diff([]float64{1, 4, 8}, c.X); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]float64{1, 0.25, 0.125}, c.Mean); diff != "" {
		t.Error(diff)
	}
	// D^2/(2 eta_1) + G^2 eta_1/2 = 2 + 4.5
	if got := c.Bounds[0].Y[0]; got != 6.5 {
		t.Errorf("bound at t = 1 is %g, want 6.5", got)
	}
	if diff := cmp.Diff([]float64{0.1, 0.2, 0.3}, c.Bounds[0].Ratio); diff != "" {
		t.Error(diff)
	}
	if p.XLabel != "t, in runs of horizon T = 8" || !p.LogX || !p.LogY {
		t.Errorf("axis %q, log %v %v", p.XLabel, p.LogX, p.LogY)
	}
}

// A figure never lays a bound over another quantity.
func TestBoundsAreThoseOfTheQuantity(t *testing.T) {
	c := newCase("inverse-sqrt", schedule.InverseSqrt{Alpha: 1}, 8, nil)
	for quantity, want := range map[string][]string{"average-regret": {"zinkevich"}, "gap-last": {"last-exact"}} {
		p := only(t, config.Figure{Quantity: quantity, Against: "t"}, c)
		if diff := cmp.Diff(want, boundLabels(p.Curves[0])); diff != "" {
			t.Errorf("%s: %s", quantity, diff)
		}
	}
}

func TestARefusedBoundIsNamedAndNotDrawn(t *testing.T) {
	p := only(t, config.Figure{Quantity: "average-regret", Against: "t"},
		newCase("rising", schedule.Table{Steps: []float64{1, 2, 3, 4}}, 4, nil))
	if len(p.Curves[0].Bounds) != 0 {
		t.Errorf("drawn: %v", boundLabels(p.Curves[0]))
	}
	want := "zinkevich not applicable to rising: non-increasing steps"
	if len(p.Notes) != 1 || !strings.HasPrefix(p.Notes[0], want) {
		t.Errorf("notes %q, want one that starts with %q", p.Notes, want)
	}
}

// Theorems and schedules that are refused for one reason share a note.
func TestNotesAreJoined(t *testing.T) {
	rising := schedule.Table{Steps: []float64{1, 2, 3, 4}}
	r := result([]config.Figure{{Quantity: "average-regret", Against: "t"}},
		newCase("rising", rising, 4, nil), newCase("rising too", rising, 4, nil))
	for i := range 2 {
		r.Bounds = append(r.Bounds, judged(&r.Plan.Cases[i], "regret-exact", 0))
	}
	want := []string{"zinkevich, regret-exact not applicable to rising, rising too: non-increasing steps: eta_2 = 2 exceeds eta_1 = 1"}
	if diff := cmp.Diff(want, draw(t, r)[0].Plot.Notes); diff != "" {
		t.Error(diff)
	}
}

// Where a figure has several methods, a note says of which it speaks: the same bound
// may be drawn for the other.
func TestNotesNameTheMethodIfThereAreSeveral(t *testing.T) {
	one, other := newCase("flat", schedule.Constant{Step: 1}, 4, nil), newCase("flat", schedule.Constant{Step: 1}, 4, nil)
	other.Method = "proximal-sgd"
	r := result([]config.Figure{{Quantity: "average-regret", Against: "t"}}, one, other)
	for i := range r.Bounds {
		if b := &r.Bounds[i]; b.Case.Method == "proximal-sgd" {
			b.Verdict, b.Why = analysis.NotApplicable, "it speaks of the method sgd"
		}
	}
	want := []string{"zinkevich not applicable to proximal-sgd with flat: it speaks of the method sgd"}
	if diff := cmp.Diff(want, draw(t, r)[0].Plot.Notes); diff != "" {
		t.Error(diff)
	}
}

// Against the horizon a curve has one point a run, at t = T.
func TestAgainstHorizonEndsAreJoined(t *testing.T) {
	var cases []config.Case
	for _, T := range []int{100, 10, 1000} {
		cases = append(cases, newCase("constant", schedule.Constant{Step: 2 / (3 * math.Sqrt(float64(T)))}, T, nil))
	}
	p := only(t, config.Figure{Quantity: "average-regret", Against: "horizon"}, cases...)
	if len(p.Curves) != 1 {
		t.Fatalf("%d curves, want 1", len(p.Curves))
	}
	c := p.Curves[0]
	if diff := cmp.Diff([]float64{10, 100, 1000}, c.X); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]float64{0.1, 0.01, 0.001}, c.Mean); diff != "" {
		t.Error(diff)
	}
	for i, T := range c.X { // D G / sqrt T
		if want := 6 / math.Sqrt(T); math.Abs(c.Bounds[0].Y[i]-want) > 1e-12 {
			t.Errorf("bound at T = %g is %g, want %g", T, c.Bounds[0].Y[i], want)
		}
	}
}

// Against a parameter there is a line for every horizon, and a mark where the
// theorem wants the scale: for constant steps at D/(G sqrt T).
func TestAgainstAParameterTheOptimumIsMarked(t *testing.T) {
	var cases []config.Case
	for _, T := range []int{4, 16} {
		for _, name := range []string{"0.5", "2"} {
			step := map[string]float64{"0.5": 0.5, "2": 2}[name]
			cases = append(cases, newCase("constant step="+name, schedule.Constant{Step: step}, T, map[string]float64{"step": step}))
		}
	}
	p := only(t, config.Figure{Quantity: "average-regret", Against: "step"}, cases...)
	var labels []string
	for _, c := range p.Curves {
		labels = append(labels, c.Label)
	}
	if diff := cmp.Diff([]string{"T = 4", "T = 16"}, labels); diff != "" {
		t.Error(diff)
	}
	if len(p.Marks) != 2 {
		t.Fatalf("%d marks, want 2", len(p.Marks))
	}
	for i, T := range []float64{4, 16} {
		if want := 2 / (3 * math.Sqrt(T)); p.Marks[i].Curve != i || math.Abs(p.Marks[i].X-want) > 1e-12 {
			t.Errorf("mark %+v, want %g on curve %d", p.Marks[i], want, i)
		}
	}
	if p.LogX {
		t.Error("half a decade does not need a logarithmic axis")
	}
}

// A slope guide along t is for steps that decay whatever the horizon.
func TestGuides(t *testing.T) {
	for name, c := range map[string]struct {
		steps schedule.Schedule
		want  int
	}{
		"decays":      {schedule.InverseSqrt{Alpha: 1}, 1},
		"stays":       {schedule.Constant{Step: 1}, 0},
		"knows T":     {schedule.LinearDecay{Alpha: 1}, 0},
		"knows T too": {schedule.Cosine{Alpha: 1}, 0},
	} {
		p := only(t, config.Figure{Quantity: "average-regret", Against: "t"}, newCase(name, c.steps, 8, nil))
		if len(p.Guides) != c.want {
			t.Errorf("%s: %d guides along t, want %d", name, len(p.Guides), c.want)
		}
	}
	p := only(t, config.Figure{Quantity: "average-regret", Against: "horizon"}, newCase("knows T", schedule.LinearDecay{Alpha: 1}, 8, nil))
	if len(p.Guides) != 1 || p.Guides[0].Slope != -0.5 {
		t.Errorf("guides against the horizon: %v", p.Guides)
	}
}

func TestOneFigureAProblemOrScheduleOrOneOfAll(t *testing.T) {
	a := newCase("inverse-sqrt", schedule.InverseSqrt{Alpha: 1}, 8, nil)
	b := newCase("constant", schedule.Constant{Step: 1}, 8, nil)
	b.Problem = "another"
	for per, want := range map[string][]string{
		"problem":  {"average-regret-against-t-a-b-50-c", "average-regret-against-t-another"},
		"schedule": {"average-regret-against-t-inverse-sqrt", "average-regret-against-t-constant"},
		"all":      {"average-regret-against-t"},
	} {
		var names []string
		for _, d := range draw(t, result([]config.Figure{{Quantity: "average-regret", Against: "t", Per: per}}, a, b)) {
			names = append(names, d.Name)
		}
		if diff := cmp.Diff(want, names); diff != "" {
			t.Errorf("per %s: %s", per, diff)
		}
	}
}

func TestFileNamesAreUnique(t *testing.T) {
	f := config.Figure{Quantity: "gap-last", Against: "t"}
	c := newCase("constant", schedule.Constant{Step: 1}, 8, nil)
	var names []string
	for _, d := range draw(t, result([]config.Figure{f, f, f}, c)) {
		names = append(names, d.Name)
	}
	slices.Sort(names)
	if n := len(slices.Compact(names)); n != 3 {
		t.Errorf("%d names for 3 figures: %q", n, names)
	}
}

func TestAFigureOfNothingIsAnError(t *testing.T) {
	c := newCase("constant", schedule.Constant{Step: 1}, 8, nil)
	if _, err := report.Drawings(result([]config.Figure{{Quantity: "gap-best", Against: "t"}}, c)); err == nil {
		t.Error("no error for a quantity that was not recorded")
	}
}

func TestDivergenceIsDrawn(t *testing.T) {
	r := result([]config.Figure{{Quantity: "average-regret", Against: "t"}}, newCase("constant", schedule.Constant{Step: 1}, 8, nil))
	r.Curves[0].DivergedAt = []int{0, 5}
	c := draw(t, r)[0].Plot.Curves[0]
	if c.DivergedAt != 5 || c.DivergedOf != [2]int{1, 2} {
		t.Errorf("diverged at %g, %v", c.DivergedAt, c.DivergedOf)
	}
}

// Where the configuration names no bounds, all were evaluated, and a figure
// draws the least at T: regret-exact lies below zinkevich.
func TestOfAllBoundsTheLeastIsDrawn(t *testing.T) {
	r := result([]config.Figure{{Quantity: "average-regret", Against: "t"}},
		newCase("inverse-sqrt", schedule.InverseSqrt{Alpha: 1}, 8, nil))
	r.Bounds = append(r.Bounds, judged(&r.Plan.Cases[0], "regret-exact", 0))
	r.Plan.Bounds = nil
	p := draw(t, r)[0].Plot
	if diff := cmp.Diff([]string{"regret-exact"}, boundLabels(p.Curves[0])); diff != "" {
		t.Error(diff)
	}
	if len(p.Notes) != 1 || !strings.Contains(p.Notes[0], "the least at T") {
		t.Errorf("notes %q do not say which bound is drawn", p.Notes)
	}
}
