package report

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"regret/experiments/analysis"
	"regret/experiments/config"
)

// series joins the panel's curves into the lines of its plot. Labels name only
// what differs within the panel.
func (p *panel) series() []series {
	var all []series
	var seen [][]string
	for _, c := range p.curves {
		t := traits(c.Case, c.Average, p.figure.Against)
		at := slices.IndexFunc(seen, func(other []string) bool { return slices.Equal(other, t) })
		if at < 0 {
			at = len(seen)
			seen, all = append(seen, t), append(all, series{})
		}
		all[at].points = append(all[at].points, p.points(c)...)
	}
	for i := range all {
		all[i].label = distinction(seen, i)
		slices.SortStableFunc(all[i].points, func(a, b point) int { return cmp.Compare(a.x, b.x) })
	}
	return all
}

// points places a curve on the panel's axis: all of its checkpoints along t,
// its end along everything else.
func (p *panel) points(c *analysis.Curve) []point {
	end := len(c.T) - 1
	switch p.figure.Against {
	case "t":
		points := make([]point, len(c.T))
		for k, t := range c.T {
			points[k] = point{float64(t), c, k}
		}
		return points
	case "horizon":
		return []point{{float64(c.Case.Horizon), c, end}}
	}
	return []point{{c.Case.Params[p.figure.Against], c, end}}
}

// traits tell the lines of a plot apart: schedule, sampling, problem, method, average,
// horizon; the axis is none of them.
func traits(c *config.Case, average, axis string) []string {
	horizon := ""
	if axis != "horizon" {
		horizon = fmt.Sprintf("T = %d", c.Horizon)
	}
	if average != "" {
		average += " average"
	}
	return []string{family(c.Schedule, axis), family(c.Sampling.Label, axis), family(c.Problem, axis), family(c.Method, axis), average, horizon}
}

// family is a name without the value of the parameter on the axis:
// "inverse-sqrt alpha=0.5" is of the family "inverse-sqrt" against alpha.
func family(name, axis string) string {
	words := slices.DeleteFunc(strings.Fields(name), func(word string) bool {
		return strings.HasPrefix(word, axis+"=")
	})
	return strings.Join(words, " ")
}

// distinction names the traits of one line that others do not share; its first
// trait, the schedule, if all do.
func distinction(traits [][]string, i int) string {
	var parts []string
	for j, own := range traits[i] {
		if slices.ContainsFunc(traits, func(other []string) bool { return other[j] != own }) {
			parts = append(parts, own)
		}
	}
	if len(parts) == 0 {
		return traits[i][0]
	}
	return strings.Join(slices.DeleteFunc(parts, func(s string) bool { return s == "" }), ", ")
}
