package report

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"regret/experiments/analysis"
	"regret/experiments/config"
	"regret/experiments/figure"
)

// Drawing is one figure of a result.
type Drawing struct {
	Name string // of its files, without extension
	Plot figure.Plot
}

// Drawings turns the figures of a configuration into plots: one for each
// problem, sampling or schedule, or one of all, as the configuration says. A figure for which
// nothing was recorded is an error.
func Drawings(r *analysis.Result) ([]Drawing, error) {
	var drawings []Drawing
	bounds := newBoundIndex(r)
	for i, f := range r.Plan.Figures {
		if len(f.Bounds) > 0 {
			some, err := boundDrawings(f, r.Plan, r.Shown[i])
			if err != nil {
				return nil, err
			}
			drawings = append(drawings, some...)
			continue
		}
		panels := panelsOf(f, r.Curves)
		if len(panels) == 0 {
			return nil, fmt.Errorf("figure of %s against %s: no such curve was recorded", f.Quantity, f.Against)
		}
		for _, p := range panels {
			plot := p.plot(r.Plan, bounds)
			p.drawClaims(&plot, r.Claims, bounds)
			drawings = append(drawings, Drawing{fileName(f, p.name), plot})
		}
	}
	makeUnique(drawings)
	return drawings, nil
}

// panel is the part of a figure that goes into one plot.
type panel struct {
	figure config.Figure
	name   string // the problem, sampling or schedule that it is of; empty for all
	curves []*analysis.Curve
}

// panelsOf parts the curves of a figure. Of several horizons the longest is
// drawn along t.
func panelsOf(f config.Figure, curves []analysis.Curve) []*panel {
	longest := 0
	for i := range curves {
		longest = max(longest, curves[i].Case.Horizon)
	}
	var panels []*panel
	for i := range curves {
		c := &curves[i]
		if c.Quantity != f.Quantity || f.Average != "" && c.Average != f.Average ||
			f.Against == "t" && c.Case.Horizon != longest {
			continue
		}
		if _, ok := c.Case.Params[f.Against]; !ok && f.Against != "t" && f.Against != "horizon" {
			continue
		}
		name := panelName(f, c.Case)
		at := slices.IndexFunc(panels, func(p *panel) bool { return p.name == name })
		if at < 0 {
			at = len(panels)
			panels = append(panels, &panel{figure: f, name: name})
		}
		panels[at].curves = append(panels[at].curves, c)
	}
	return panels
}

// panelName is the problem, sampling or schedule that a case's panel is of; empty for one
// panel of all.
func panelName(f config.Figure, c *config.Case) string {
	switch f.Per {
	case "", "problem":
		return family(c.Problem, f.Against)
	case "sampling":
		return family(c.Sampling.Name, f.Against)
	case "schedule":
		return family(c.Schedule, f.Against)
	}
	return ""
}

// plot lays out one panel.
func (p *panel) plot(plan *config.Plan, bounds boundIndex) figure.Plot {
	all := p.series()
	plot := figure.Plot{
		Title:  title(p.figure, p.name, plan),
		XLabel: xLabel(p.figure, p.curves[0].Case),
		YLabel: label(p.figure.Quantity, p.average()),
		LogX:   p.logX(all),
		LogY:   p.logY(all),
		Band:   fmt.Sprintf("5%% to 95%% of %d seeds", plan.Seeds),
	}
	for _, s := range all {
		if p.figure.Quantity == "step" && p.figure.Against == "t" {
			plot.Curves = append(plot.Curves, s.steps())
		} else {
			plot.Curves = append(plot.Curves, s.draw(bounds))
		}
	}
	if p.figure.Against == "t" || p.figure.Against == "horizon" {
		plot.Guides = p.guides()
	} else {
		plot.Marks = marks(all, bounds)
	}
	p.drawFloors(&plot, all)
	plot.RatioLabel = p.ratioLabel(bounds)
	plot.Notes = append(plot.Notes, p.notes(bounds)...)
	if len(plan.Bounds) == 0 && hasBounds(plot) {
		plot.Notes = append(plot.Notes, "Of the bounds that apply to a curve the least at T is drawn.")
	}
	return plot
}

func hasBounds(plot figure.Plot) bool {
	return slices.ContainsFunc(plot.Curves, func(c figure.Curve) bool { return len(c.Bounds) > 0 })
}

// title is that of the figure, or else of the plan, with the panel's name.
func title(f config.Figure, name string, plan *config.Plan) string {
	title := cmp.Or(f.Title, plan.Title)
	switch {
	case name == "":
		return title
	case title == "":
		return name
	}
	return title + ": " + name
}

// xLabel names the axis. Along t a bound is that of the prefix of a run whose
// horizon stays the same, and the label says so.
func xLabel(f config.Figure, c *config.Case) string {
	switch f.Against {
	case "t":
		return fmt.Sprintf("t, in runs of horizon T = %d", c.Horizon)
	case "horizon":
		return "horizon T, values at t = T"
	}
	return f.Against + ", values at t = T"
}

// logX says whether the axis is logarithmic: that of a parameter is if it
// spans a decade of positive values.
func (p *panel) logX(all []series) bool {
	if quantityTexts[p.figure.Quantity].linear {
		return false
	}
	if p.figure.Against == "t" || p.figure.Against == "horizon" {
		return true
	}
	lo, hi := all[0].points[0].x, all[0].points[0].x
	for _, s := range all {
		for _, q := range s.points {
			lo, hi = min(lo, q.x), max(hi, q.x)
		}
	}
	return lo > 0 && hi >= 10*lo
}

// logY says whether the axis is logarithmic: not if most means are zero or
// negative, which it would hide.
func (p *panel) logY(all []series) bool {
	if quantityTexts[p.figure.Quantity].linear {
		return false
	}
	positive, rest := 0, 0
	for _, s := range all {
		for _, q := range s.points {
			if q.curve.Stats[q.k].Mean > 0 {
				positive++
			} else {
				rest++
			}
		}
	}
	return positive >= rest
}

// fileName is QUANTITY-AVERAGE-against-AXIS-NAME or BOUNDS-VALUE-against-AXIS-NAME
// in lower case letters, digits and dashes.
func fileName(f config.Figure, name string) string {
	parts := []string{f.Quantity, f.Average, "against", f.Against, name}
	if len(f.Bounds) > 0 {
		parts = append(slices.Clone(f.Bounds), f.Value, "against", f.Against, name)
	}
	parts = slices.DeleteFunc(parts, func(part string) bool { return part == "" })
	return slug(strings.Join(parts, "-"))
}

func slug(text string) string {
	words := strings.FieldsFunc(strings.ToLower(text), func(r rune) bool {
		return (r < 'a' || r > 'z') && (r < '0' || r > '9')
	})
	return strings.Join(words, "-")
}

// makeUnique numbers drawings whose names would be the same.
func makeUnique(drawings []Drawing) {
	seen := map[string]bool{}
	for i := range drawings {
		name := drawings[i].Name
		for n := 2; seen[drawings[i].Name]; n++ {
			drawings[i].Name = fmt.Sprintf("%s-%d", name, n)
		}
		seen[drawings[i].Name] = true
	}
}
