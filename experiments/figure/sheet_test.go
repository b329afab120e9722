package figure

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
	"pgregory.net/rapid"
)

func TestNoTextIsCutOffOrCovered(t *testing.T) {
	for name, p := range situations() {
		t.Run(name, func(t *testing.T) {
			s, c := probed(p)
			if err := c.fault(s); err != nil {
				t.Error(err)
			}
			if err := c.collision(); err != nil {
				t.Error(err)
			}
		})
	}
}

func TestPanelsShareTheXAxis(t *testing.T) {
	for name, p := range situations() {
		s := newSheet(p)
		if s.ratio == nil {
			t.Errorf("%s: no ratios", name)
			continue
		}
		if s.main.left != s.ratio.left || math.Abs(float64(s.main.right-s.ratio.right)) > 1e-6 {
			t.Errorf("%s: main panel indented by %v and %v, ratios by %v and %v",
				name, s.main.left, s.main.right, s.ratio.left, s.ratio.right)
		}
	}
}

func TestStyles(t *testing.T) {
	_, c := probed(regretPlot(powers("one", 60, 1e4, 1, 0.5)))
	var mean, median, bound, guide bool
	for _, s := range c.strokes {
		long := len(s.points) > 30
		mean = mean || long && s.color == hue(0) && !s.dashed && s.width > 1
		median = median || long && s.color == hue(0) && s.dashed && s.width < 0.8
		bound = bound || long && s.color == hue(0) && s.dashed && s.width > 0.8
		guide = guide || len(s.points) == 2 && s.color == grey && s.width == 0.6
	}
	if !mean || !median || !bound || !guide {
		t.Errorf("mean %v, median %v, bound %v, guide %v", mean, median, bound, guide)
	}
	band := false
	for _, f := range c.fills {
		band = band || len(f.points) >= 100 && f.color == light(hue(0))
	}
	if !band {
		t.Error("no band")
	}
}

// Each curve has its own colour or its own marker, however many there are.
func TestManyCurvesDiffer(t *testing.T) {
	seen := map[string]int{}
	for i := range 144 {
		c := newProbe()
		canvas := draw.NewCanvas(c, 100, 100)
		curveSample(i)(&canvas, vg.Point{X: 10, Y: 10})
		look := fmt.Sprint(c.strokes, c.fills)
		if j, ok := seen[look]; ok {
			t.Errorf("curves %d and %d are drawn alike", j, i)
		}
		seen[look] = i
	}
}

func TestExactCurvesHaveNoSpread(t *testing.T) {
	exact := powers("steps", 60, 1e4, 1, 0.5)
	exact.Exact = true
	exact.Median[0], exact.Lo[0], exact.Hi[0] = 1e3, 1e-3, 1e3
	s, c := probed(regretPlot(exact))
	for _, text := range []string{"mean", "median", "band over seeds"} {
		if said(c, text) {
			t.Errorf("the legend has %q", text)
		}
	}
	if len(s.main.bands) != 0 || len(s.main.traces) != 2 {
		t.Errorf("%d bands, %d lines, want the curve and its bound", len(s.main.bands), len(s.main.traces))
	}
	if s.main.y.max > 100 {
		t.Errorf("the axis reaches %v for values that are not drawn", s.main.y.max)
	}
	if _, c := probed(regretPlot(exact, powers("measured", 60, 1e4, 1, 0.5))); !said(c, "mean") || !said(c, "band over seeds") {
		t.Error("the measured curve beside it is not explained")
	}
}

func TestRatioLabel(t *testing.T) {
	p := regretPlot(powers("one", 60, 1e4, 1, 0.5))
	if got := newSheet(p).ratio.panel.yLabel; got != "measured/bound" {
		t.Errorf("the ratios are called %q", got)
	}
	p.RatioLabel = "of the mean"
	if _, c := probed(p); !said(c, "of the mean") {
		t.Error("the label of the ratios is not written")
	}
}

func TestDivergenceIsShownAndSaid(t *testing.T) {
	s, c := probed(situations()["diverged"])
	if !said(c, "diverged at t = 480 (3 of 20 seeds)") {
		t.Error("not said")
	}
	if s.header.rows != 1 || !s.header.labels[0].cross {
		t.Errorf("header %+v", s.header)
	}
}

func TestWhatAxesHideIsSaid(t *testing.T) {
	_, c := probed(situations()["negative"])
	for _, want := range []string{
		"○ not positive, not shown: cosine (20 of 60 points)",
		"▲ infinite, so vacuous: zinkevich of linear-decay (1 of 60 points)",
	} {
		if !said(c, want) {
			t.Errorf("missing %q", want)
		}
	}
}

func said(c *probe, text string) bool {
	for _, t := range c.texts {
		if strings.Contains(t.text, text) {
			return true
		}
	}
	return false
}

// anyValue draws numbers of every kind that a curve may hold.
func anyValue() *rapid.Generator[float64] {
	return rapid.OneOf(
		rapid.Float64Range(-2, 2), rapid.Float64(),
		rapid.SampledFrom([]float64{
			0, math.NaN(), math.Inf(1), math.Inf(-1), 1e-320, 1e308, -1e308, math.MaxFloat64, 1e200, 1, 1 + 1e-15,
		}),
	)
}

func anyPlot() *rapid.Generator[Plot] {
	return rapid.Custom(func(t *rapid.T) Plot {
		p := Plot{
			Title: rapid.String().Draw(t, "title"), XLabel: "t", YLabel: "gap",
			LogX: rapid.Bool().Draw(t, "logx"), LogY: rapid.Bool().Draw(t, "logy"),
			Guides: []Guide{{rapid.Float64Range(-3, 3).Draw(t, "slope"), "t^{-1/2}"}},
			Width:  rapid.SampledFrom([]float64{0, 3.3, 6.5}).Draw(t, "width"),
		}
		for i := range rapid.IntRange(1, 4).Draw(t, "curves") {
			n := rapid.IntRange(0, 12).Draw(t, "points")
			values := func(name string) []float64 {
				return rapid.SliceOfN(anyValue(), n, n).Draw(t, name)
			}
			c := Curve{Label: fmt.Sprint("curve ", i), X: values("x"), Mean: values("mean")}
			if rapid.Bool().Draw(t, "full") {
				c.Median, c.Lo, c.Hi = values("median"), values("lo"), values("hi")
				c.Bounds = []Line{{Label: "zinkevich", X: c.X, Y: values("bound"), Ratio: values("ratio")}}
				c.DivergedAt, c.DivergedOf = anyValue().Draw(t, "at"), [2]int{3, 20}
			}
			p.Curves = append(p.Curves, c)
			p.Marks = append(p.Marks, Mark{X: anyValue().Draw(t, "mark"), Label: rapid.String().Draw(t, "label"), Curve: i})
		}
		return p
	})
}

func TestAnyPlotCanBeDrawn(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s, c := probed(anyPlot().Draw(t, "plot"))
		if err := c.fault(s); err != nil {
			t.Fatal(err)
		}
		if s.height <= 0 || s.height > 20*vg.Inch {
			t.Fatalf("height %v", s.height)
		}
	})
}
