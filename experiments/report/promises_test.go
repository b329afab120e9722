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
	"regret/problems"
)

// theory is the result of a plan without runs, with D = 2, G = 3 and R = 1.
func theory(t *testing.T, fig config.Figure, cases ...config.Case) *analysis.Result {
	t.Helper()
	plan := &config.Plan{Name: "made", Title: "Made up", Checkpoints: 10, Cases: cases, Figures: []config.Figure{fig}, Resolved: []byte("horizon: 8\n")}
	plan.Constants = map[string]problems.Constant{"D": {Value: 2}, "G": {Value: 3}, "R": {Value: 1}}
	for i := range cases {
		cases[i].Problem, cases[i].Method = "", ""
		cases[i].Instance = &problems.Problem{Constants: plan.Constants}
	}
	r, err := analysis.Analyse(plan, nil)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func shown(t *testing.T, fig config.Figure, cases ...config.Case) figure.Plot {
	t.Helper()
	drawings := draw(t, theory(t, fig, cases...))
	if len(drawings) != 1 {
		t.Fatalf("%d drawings, want 1", len(drawings))
	}
	return drawings[0].Plot
}

var bothRegrets = config.Figure{
	Quantity: "average-regret", Average: "uniform", Bounds: []string{"regret-exact", "zinkevich"},
	Value: config.Given, Times: "sqrt(T)/(D*G)", Against: "horizon", Per: "all",
}

// A figure of bounds has a curve a schedule: the first theorem is its solid line, the
// other is dashed, and a vacuous bound is +Inf.
func TestFigureOfBounds(t *testing.T) {
	var cases []config.Case
	for _, T := range []int{100, 25} {
		cases = append(cases,
			newCase("constant", schedule.Constant{Step: 2 / (3 * math.Sqrt(float64(T)))}, T, nil),
			newCase("linear", schedule.LinearDecay{Alpha: 0.1}, T, nil))
	}
	p := shown(t, bothRegrets, cases...)
	if len(p.Curves) != 2 || p.Theory != "regret-exact" || p.Curves[0].Label != "constant" {
		t.Fatalf("%d curves, the first %q, of %q", len(p.Curves), p.Curves[0].Label, p.Theory)
	}
	c := p.Curves[0]
	if diff := cmp.Diff([]float64{25, 100}, c.X); diff != "" {
		t.Error(diff)
	}
	for i := range c.X {
		if math.Abs(c.Mean[i]-1) > 1e-12 || math.Abs(c.Bounds[0].Y[i]-1) > 1e-12 {
			t.Errorf("sqrt T/(DG) times the bounds is %g and %g, want 1", c.Mean[i], c.Bounds[0].Y[i])
		}
	}
	linear := p.Curves[1]
	if !math.IsInf(linear.Bounds[0].Y[1], 1) || math.IsInf(linear.Mean[1], 0) || linear.Bounds[0].Ratio != nil {
		t.Errorf("linear decay has %g beside %g, want a number beside +Inf, and no ratio", linear.Mean[1], linear.Bounds[0].Y[1])
	}
	if !strings.HasPrefix(p.YLabel, "√T/(DG) × bound on the average regret") || strings.Contains(p.YLabel, "loss per step") {
		t.Errorf("label %q", p.YLabel)
	}
	if diff := cmp.Diff([]string{"regret-exact is exact; zinkevich is an upper bound"}, p.Notes); diff != "" {
		t.Error(diff)
	}
}

// Where a theorem does not apply its line is undefined and a note says why.
func TestFigureOfBoundsNamesTheRefused(t *testing.T) {
	fig := bothRegrets
	fig.Against, fig.Times = "t", ""
	p := shown(t, fig, newCase("rising", schedule.Table{Steps: []float64{1, 2, 3, 4}}, 4, nil), newCase("constant", schedule.Constant{Step: 5}, 4, nil))
	if !math.IsNaN(p.Curves[0].Mean[3]) || len(p.Curves[0].X) != 4 || math.IsNaN(p.Curves[1].Mean[3]) {
		t.Errorf("curves %+v", p.Curves)
	}
	want := []string{
		"regret-exact is an upper bound; zinkevich is an upper bound",
		"regret-exact, zinkevich not applicable to rising: non-increasing steps: eta_2 = 2 exceeds eta_1 = 1",
	}
	if diff := cmp.Diff(want, p.Notes); diff != "" {
		t.Error(diff)
	}
	if p.XLabel != "t, in runs of horizon T = 4" || !strings.Contains(p.YLabel, "loss per step") {
		t.Errorf("labels %q and %q", p.XLabel, p.YLabel)
	}
}

// Against a parameter of a grid the members of a family are one curve.
func TestFigureOfBoundsAgainstAParameter(t *testing.T) {
	fig := config.Figure{Quantity: "gap-last", Bounds: []string{"last-exact"}, Value: config.Given, Against: "alpha", Per: "schedule"}
	var cases []config.Case
	for _, alpha := range []float64{0.1, 1, 0.01} {
		cases = append(cases, newCase("constant alpha=a", schedule.Constant{Step: alpha}, 9, map[string]float64{"alpha": alpha}))
	}
	p := shown(t, fig, cases...)
	if len(p.Curves) != 1 || !slices.Equal(p.Curves[0].X, []float64{0.01, 0.1, 1}) || !p.LogX || p.Title != "Made up: constant" {
		t.Errorf("curves %+v, log %v, title %q", p.Curves, p.LogX, p.Title)
	}
}

// Notes and page of a plan without runs quote the theorems and say what is vacuous.
func TestNotesOfBoundsAlone(t *testing.T) {
	dir := t.TempDir()
	r := theory(t, bothRegrets, newCase("constant", schedule.Constant{Step: 0.5}, 4, nil),
		newCase("linear_decay", schedule.LinearDecay{Alpha: 1}, 16, nil))
	if err := report.Write(dir, r); err != nil {
		t.Fatal(err)
	}
	md := read(t, dir, "notes.md")
	wants(t, md, "without a run: bounds for given constants, D = 2, G = 3, R = 1.", "$$\\frac1T\\sum",
		"| constant | 4 | as given | average-regret (uniform) | an upper bound | 1 + 2.25 = 3.25 | promised |",
		"| linear\\_decay | 16 |", "= infinite | vacuous |")
	wants(t, read(t, dir, "notes.tex"), "given constants, D = 2, G = 3, R = 1.", `$1+2.25=3.25$ & promised`, `=\infty$ & vacuous`)
	wants(t, read(t, dir, "notes.bib"), "@inproceedings{zinkevich2003online,")
	page := read(t, dir, "report.html")
	wants(t, page, "without a run", "infinite</td><td>vacuous")
	for _, text := range []string{md, page} {
		if strings.Contains(text, "seed") || strings.Contains(text, "Problems") {
			t.Error("it speaks of seeds or problems")
		}
	}
	if err := wellFormed(page); err != nil {
		t.Error(err)
	}
}
