package report

import (
	"regret/experiments/analysis"
	"regret/experiments/figure"
)

// point is a checkpoint of a measured curve, at its place on the axis.
type point struct {
	x     float64
	curve *analysis.Curve
	k     int // index of the checkpoint
}

// series is what one line of a figure joins: the checkpoints of one curve, or
// the ends of several.
type series struct {
	label  string
	points []point
}

// draw turns a series into a curve with its bounds.
func (s series) draw(bounds boundIndex) figure.Curve {
	c := figure.Curve{Label: s.label}
	random := false
	for _, p := range s.points {
		stats := p.curve.Stats[p.k]
		random = random || stats.Count > 1
		c.X = append(c.X, p.x)
		c.Mean = append(c.Mean, stats.Mean)
		c.Median = append(c.Median, stats.Median)
		c.Lo = append(c.Lo, stats.Q05)
		c.Hi = append(c.Hi, stats.Q95)
	}
	if !random {
		c.Median, c.Lo, c.Hi = nil, nil, nil
	}
	c.DivergedAt, c.DivergedOf = s.divergence()
	for _, id := range bounds.drawn(s) {
		c.Bounds = append(c.Bounds, bounds.line(s, id))
	}
	return c
}

// steps draws eta_t itself, at points evenly spaced along t: it is known at every
// t, and checkpoints are dense at the beginning alone.
func (s series) steps() figure.Curve {
	const points = 1000
	c := s.points[0].curve.Case
	out := figure.Curve{Label: s.label, Exact: true}
	var eta [1]float64
	for i := range min(points, c.Horizon) {
		t := 1
		if c.Horizon > 1 {
			t += i * (c.Horizon - 1) / (min(points, c.Horizon) - 1)
		}
		c.Steps.Fill(eta[:], t, c.Horizon)
		out.X, out.Mean = append(out.X, float64(t)), append(out.Mean, eta[0])
	}
	return out
}

// divergence returns where on the axis the first run diverges, and how many of
// how many do.
func (s series) divergence() (x float64, of [2]int) {
	seen := map[*analysis.Curve]bool{}
	for _, p := range s.points {
		if seen[p.curve] {
			continue
		}
		seen[p.curve] = true
		for _, t := range p.curve.DivergedAt {
			of[1]++
			if t == 0 {
				continue
			}
			of[0]++
			at := p.x
			if s.alongTime() {
				at = float64(t)
			}
			if x == 0 || at < x {
				x = at
			}
		}
	}
	return x, of
}

// alongTime says whether all points belong to one curve.
func (s series) alongTime() bool {
	return len(s.points) > 1 && s.points[0].curve == s.points[len(s.points)-1].curve
}
