package report

import (
	"fmt"
	"math"
	"strings"

	"regret/experiments/figure"
)

// drawFloors shows how far F(u) may lie above F*, where that can be seen: the true
// gap lies between a curve of F - F(u) and the curve plus the certificate's gap. A
// curve that stays a hundred times above it looks the same either way.
func (p *panel) drawFloors(plot *figure.Plot, all []series) {
	if !strings.HasPrefix(p.figure.Quantity, "gap-") {
		return
	}
	type floor struct {
		problem string
		gap     float64
	}
	lowest, seen := p.lowest(), map[floor]bool{}
	for _, c := range p.curves {
		gap := c.Case.Instance.Optimum.Gap
		at := floor{c.Case.Problem, gap}
		if seen[at] || !(gap*100 >= lowest) {
			continue
		}
		seen[at] = true
		from, to := extent(all)
		label := fmt.Sprintf("certificate: F(u) − F* ≤ %.2g", gap)
		if p.name == "" {
			label += ", " + c.Case.Problem
		}
		plot.Levels = append(plot.Levels, figure.Level{Label: label, X: []float64{from, to}, Y: []float64{gap, gap}})
	}
	if len(seen) > 0 {
		plot.Notes = append(plot.Notes, "The true gap F − F* lies between a curve and the curve plus the certificate's F(u) − F*.")
	}
}

// lowest is the smallest positive mean or median of the panel's curves.
func (p *panel) lowest() float64 {
	lowest := math.Inf(1)
	for _, c := range p.curves {
		for _, s := range c.Stats {
			for _, v := range []float64{s.Mean, s.Median} {
				if v > 0 {
					lowest = min(lowest, v)
				}
			}
		}
	}
	return lowest
}

// extent is the range of the axis that the series cover.
func extent(all []series) (from, to float64) {
	from, to = math.Inf(1), math.Inf(-1)
	for _, s := range all {
		for _, q := range s.points {
			from, to = min(from, q.x), max(to, q.x)
		}
	}
	return from, to
}
