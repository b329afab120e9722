package figure

import (
	"math"
	"slices"
)

// boundKinds are the labels of all bounds, in order of appearance: each has
// its own dashes.
func boundKinds(p Plot) []string {
	var kinds []string
	for _, c := range p.Curves {
		for _, b := range c.Bounds {
			if !slices.Contains(kinds, b.Label) {
				kinds = append(kinds, b.Label)
			}
		}
	}
	return kinds
}

// xScale spans every x of the plot.
func xScale(p Plot) scale {
	lo, hi := math.Inf(1), math.Inf(-1)
	axis := scale{log: p.LogX}
	include := func(xs ...float64) {
		for _, x := range xs {
			if axis.has(x) {
				lo, hi = math.Min(lo, x), math.Max(hi, x)
			}
		}
	}
	for _, c := range p.Curves {
		include(c.X...)
		for _, b := range c.Bounds {
			include(b.X...)
		}
	}
	for _, l := range p.Levels {
		include(l.X...)
	}
	for _, m := range p.Marks {
		include(m.X)
	}
	if lo > hi {
		lo, hi = 1, 10
	}
	return newScale(lo, hi, p.LogX)
}

// mainPanel holds the curves with their bands and bounds.
func mainPanel(p Plot, kinds []string) *panel {
	pan := &panel{x: xScale(p), yLabel: p.YLabel, guides: p.Guides, marks: p.Marks}
	values := extent{log: p.LogY}
	var bounds, medians, means []trace
	for i, c := range p.Curves {
		values.measured(c.Mean)
		if !c.Exact {
			values.measured(c.Median)
		}
		if showsBand(c) {
			pan.bands = append(pan.bands, band{i, c.X, c.Lo, c.Hi})
			values.guest(c.Lo)
			values.guest(c.Hi)
		}
		for _, b := range c.Bounds {
			values.guest(b.Y)
			bounds = append(bounds, trace{
				name: c.Label, bound: b.Label, curve: i, xs: b.X, ys: b.Y,
				style: boundStyle(hue(i), slices.Index(kinds, b.Label)),
			})
		}
		if showsMedian(c) {
			medians = append(medians, trace{name: c.Label, curve: i, xs: c.X, ys: c.Median, style: medianStyle(hue(i))})
		}
		means = append(means, trace{
			name: c.Label, bound: p.Theory, curve: i, xs: c.X, ys: c.Mean,
			style: meanStyle(hue(i)), marked: true, divergedAt: c.DivergedAt,
		})
	}
	for _, l := range p.Levels {
		values.guest(l.Y)
		pan.levels = append(pan.levels, trace{bound: l.Label, xs: l.X, ys: l.Y, style: levelStyle})
	}
	pan.traces = slices.Concat(bounds, medians, means)
	pan.y = values.scale()
	return pan
}

// ratioPanel holds measured/bound, nil if no bound has it.
func ratioPanel(p Plot, kinds []string, x scale) *panel {
	pan := &panel{x: x, yLabel: p.RatioLabel, unit: true, marks: p.Marks}
	if pan.yLabel == "" {
		pan.yLabel = "measured/bound"
	}
	values := []float64{1}
	for i, c := range p.Curves {
		for _, b := range c.Bounds {
			if b.Ratio == nil {
				continue
			}
			values = append(values, b.Ratio...)
			pan.traces = append(pan.traces, trace{
				name: c.Label, bound: b.Label, curve: i, xs: b.X, ys: b.Ratio,
				style: ratioStyle(hue(i), slices.Index(kinds, b.Label), len(kinds)), marked: true,
			})
		}
	}
	if pan.traces == nil {
		return nil
	}
	pan.y = ratioScale(values)
	return pan
}

// ratioScale is logarithmic where the positive ratios span more than a decade
// and a half and are no fewer than the others, and always shows 1.
func ratioScale(values []float64) scale {
	positive, hidden := extent{log: true}, 0
	positive.measured(values)
	for _, v := range values {
		if v <= 0 {
			hidden++
		}
	}
	if s := positive.scale(); s.decades() > 1.5 && hidden <= len(positive.bulk) {
		return s
	}
	all := extent{}
	all.measured(values)
	all.guest([]float64{0})
	return all.scale()
}

// curves counts those that have a line on the panel.
func (p *panel) curves() int {
	seen := map[int]bool{}
	for _, t := range p.traces {
		seen[t.curve] = true
	}
	return len(seen)
}
