package report

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"regret/experiments/analysis"
	"regret/experiments/config"
	"regret/experiments/figure"
)

// boundPanel is the part of a figure of bounds that goes into one plot.
type boundPanel struct {
	figure   config.Figure
	name     string // the problem or schedule that it is of; empty for all
	promises []*analysis.Promise
}

// boundDrawings turns a figure of bounds into plots.
func boundDrawings(f config.Figure, plan *config.Plan, promises []*analysis.Promise) ([]Drawing, error) {
	var panels []*boundPanel
	for _, q := range promises {
		name := panelName(f, q.Case)
		at := slices.IndexFunc(panels, func(p *boundPanel) bool { return p.name == name })
		if at < 0 {
			at = len(panels)
			panels = append(panels, &boundPanel{figure: f, name: name})
		}
		panels[at].promises = append(panels[at].promises, q)
	}
	var drawings []Drawing
	for _, p := range panels {
		plot, err := p.plot(plan)
		if err != nil {
			return nil, err
		}
		drawings = append(drawings, Drawing{fileName(f, p.name), plot})
	}
	return drawings, nil
}

// plot lays out one panel: a curve for each schedule, of which the first theorem
// is the solid line and the others are dashed.
func (p *boundPanel) plot(plan *config.Plan) (figure.Plot, error) {
	curves, err := p.curves()
	if err != nil {
		return figure.Plot{}, err
	}
	all := finite(curves)
	plot := figure.Plot{
		Title:  title(p.figure, p.name, plan),
		XLabel: xLabel(p.figure, p.promises[0].Case),
		YLabel: p.yLabel(),
		LogX:   p.figure.Against == "t" || p.figure.Against == "horizon" || decade(all, func(q spot) float64 { return q.x }),
		LogY:   decade(all, func(q spot) float64 { return q.y }),
		Theory: p.lineLabel(p.figure.Bounds[0]),
		Curves: curves,
		Notes:  p.notes(),
	}
	if p.figure.Against == "horizon" && p.figure.Times == "" && quantityTexts[p.figure.Quantity].rate {
		plot.Guides = []figure.Guide{{Slope: -0.5, Label: "T^{−1/2}"}}
	}
	return plot, nil
}

// spot is a value of a bound at its place.
type spot struct{ x, y float64 }

// curves joins the promises into the lines of the plot. Labels name only what
// differs within the panel.
func (p *boundPanel) curves() ([]figure.Curve, error) {
	var seen [][]string
	var lines [][][]spot // by curve and theorem
	for _, q := range p.promises {
		t := traits(q.Case, "", p.figure.Against)
		at := slices.IndexFunc(seen, func(other []string) bool { return slices.Equal(other, t) })
		if at < 0 {
			at = len(seen)
			seen, lines = append(seen, t), append(lines, make([][]spot, len(p.figure.Bounds)))
		}
		spots, err := p.spots(q)
		if err != nil {
			return nil, err
		}
		k := slices.Index(p.figure.Bounds, q.Theorem.ID)
		lines[at][k] = append(lines[at][k], spots...)
	}
	curves := make([]figure.Curve, len(seen))
	for i, theorems := range lines {
		curves[i].Label = distinction(seen, i)
		for k, spots := range theorems {
			line := p.line(p.figure.Bounds[k], spots)
			if k == 0 {
				curves[i].X, curves[i].Mean = line.X, line.Y
			} else {
				curves[i].Bounds = append(curves[i].Bounds, line)
			}
		}
	}
	return curves, nil
}

func (p *boundPanel) line(id string, spots []spot) figure.Line {
	slices.SortStableFunc(spots, func(a, b spot) int { return cmp.Compare(a.x, b.x) })
	line := figure.Line{Label: p.lineLabel(id)}
	for _, s := range spots {
		line.X, line.Y = append(line.X, s.x), append(line.Y, s.y)
	}
	return line
}

// spots places the values of a promise, undefined where the theorem does not apply.
func (p *boundPanel) spots(q *analysis.Promise) ([]spot, error) {
	spots := make([]spot, len(q.T))
	for k, t := range q.T {
		factor, err := p.figure.Factor(q.Case, t)
		if err != nil {
			return nil, err
		}
		spots[k] = spot{float64(t), math.NaN()}
		if p.figure.Against != "t" && p.figure.Against != "horizon" {
			spots[k].x = q.Case.Params[p.figure.Against]
		}
		if q.Value != nil {
			spots[k].y = factor * q.Value[k]
		}
	}
	return spots, nil
}

// lineLabel names a theorem in the legend.
func (p *boundPanel) lineLabel(id string) string {
	for _, q := range p.promises {
		if q.Theorem.ID == id && q.Verdict == analysis.Heuristic {
			return id + " (heuristic)"
		}
	}
	return id
}

// yLabel is the quantity that is bounded, with the factor in front.
func (p *boundPanel) yLabel() string {
	text, unit, _ := strings.Cut(label(p.figure.Quantity, p.figure.Average), "  ")
	text = "bound on the " + text
	if p.figure.Times == "" {
		return strings.TrimSpace(text + "  " + unit)
	}
	return p.figure.FactorLabel() + " × " + text
}

// finite are the values that axes can show.
func finite(curves []figure.Curve) []spot {
	var all []spot
	add := func(xs, ys []float64) {
		for i, y := range ys {
			if !math.IsNaN(y) && !math.IsInf(y, 0) {
				all = append(all, spot{xs[i], y})
			}
		}
	}
	for _, c := range curves {
		add(c.X, c.Mean)
		for _, b := range c.Bounds {
			add(b.X, b.Y)
		}
	}
	return all
}

// decade says whether positive coordinates span a decade, so that a logarithmic
// axis shows more.
func decade(all []spot, of func(spot) float64) bool {
	lo, hi := math.Inf(1), math.Inf(-1)
	for _, s := range all {
		lo, hi = min(lo, of(s)), max(hi, of(s))
	}
	return lo > 0 && hi >= 10*lo
}
