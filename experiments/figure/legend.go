package figure

import (
	"math"

	"gonum.org/v1/plot/text"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// legend stands outside the panels: the curves in columns, then the kinds of
// lines, each explained once.
type legend struct {
	blocks []legendBlock
}

// legendBlock is a set of entries, column after column.
type legendBlock struct {
	entries []entry
	rows    int
	widths  []vg.Length // of the columns
}

// entry is a sample of a line and what it means.
type entry struct {
	sample func(c *draw.Canvas, at vg.Point) // at: the middle of the left end
	label  string
	text   paragraph
}

const (
	sampleWidth = 17
	sampleGap   = 3
	columnGap   = 8
	blockGap    = 3
)

func newLegend(p Plot, kinds []string, width vg.Length) legend {
	var l legend
	var curves []entry
	for i, c := range p.Curves {
		curves = append(curves, entry{sample: curveSample(i), label: c.Label})
	}
	l.add(curves, width)
	l.add(styleEntries(p, kinds), width)
	return l
}

// add lays entries out in as many columns as hold their labels unbroken.
func (l *legend) add(entries []entry, width vg.Length) {
	if len(entries) == 0 {
		return
	}
	sty := textStyle(legendSize, ink, text.XLeft)
	var b legendBlock
	for columns := len(entries); columns >= 1; columns-- {
		b = newBlock(entries, columns, sty)
		if b.width() <= width {
			break
		}
	}
	for i := range b.widths {
		b.widths[i] = min(b.widths[i], width)
	}
	for i := range entries {
		entries[i].text = newParagraph(entries[i].label, sty, b.widths[i/b.rows]-sampleWidth-sampleGap)
	}
	l.blocks = append(l.blocks, b)
}

func newBlock(entries []entry, columns int, sty text.Style) legendBlock {
	b := legendBlock{entries: entries, rows: (len(entries) + columns - 1) / columns}
	for i, e := range entries {
		if i%b.rows == 0 {
			b.widths = append(b.widths, 0)
		}
		const rounding = 0.1
		need := sampleWidth + sampleGap + sty.Width(e.label) + rounding
		b.widths[len(b.widths)-1] = max(b.widths[len(b.widths)-1], need)
	}
	return b
}

func (b legendBlock) width() vg.Length {
	w := vg.Length(len(b.widths)-1) * columnGap
	for _, column := range b.widths {
		w += column
	}
	return w
}

// visit gives every entry's offset from the upper left corner, row by row.
func (b legendBlock) visit(each func(e entry, left, top vg.Length)) (height vg.Length) {
	for row := range b.rows {
		var left, tallest vg.Length
		for i := row; i < len(b.entries); i += b.rows {
			each(b.entries[i], left, height)
			tallest = max(tallest, b.entries[i].height())
			left += b.widths[i/b.rows] + columnGap
		}
		height += tallest
	}
	return height
}

func (e entry) height() vg.Length { return max(e.text.height(), legendSize*leading) + 0.8 }

func (l legend) height() (h vg.Length) {
	for i, b := range l.blocks {
		if i > 0 {
			h += blockGap
		}
		h += b.visit(func(entry, vg.Length, vg.Length) {})
	}
	return h
}

// width is that of the widest block.
func (l legend) width() (w vg.Length) {
	for _, b := range l.blocks {
		w = max(w, b.width())
	}
	return w
}

// draw puts the legend's upper left corner at pt.
func (l legend) draw(c *draw.Canvas, pt vg.Point) {
	for _, b := range l.blocks {
		pt.Y -= b.visit(func(e entry, left, top vg.Length) {
			at := vg.Point{X: pt.X + left, Y: pt.Y - top}
			e.sample(c, at.Sub(vg.Point{Y: 0.62 * legendSize * leading}))
			e.text.draw(c, at.Add(vg.Point{X: sampleWidth + sampleGap}))
		})
		pt.Y -= blockGap
	}
}

func curveSample(i int) func(*draw.Canvas, vg.Point) {
	return func(c *draw.Canvas, at vg.Point) {
		strokeSample(c, meanStyle(hue(i)), at)
		markerOf(i).draw(c, hue(i), at.Add(vg.Point{X: sampleWidth / 2}), markerRadius)
	}
}

func strokeSample(c *draw.Canvas, sty draw.LineStyle, at vg.Point) {
	c.StrokeLine2(sty, at.X, at.Y, at.X+sampleWidth, at.Y)
}

// styleEntries explain the lines that every curve comes with.
func styleEntries(p Plot, kinds []string) []entry {
	line := func(sty draw.LineStyle, label string) entry {
		return entry{label: label, sample: func(c *draw.Canvas, at vg.Point) { strokeSample(c, sty, at) }}
	}
	var measured, medians, bands bool
	for _, c := range p.Curves {
		medians = medians || showsMedian(c)
		bands = bands || showsBand(c)
		measured = measured || !c.Exact
	}
	var entries []entry
	switch {
	case p.Theory != "":
		entries = append(entries, line(meanStyle(grey), "bound: "+p.Theory))
	case measured && (medians || bands || len(kinds) > 0):
		entries = append(entries, line(meanStyle(grey), "mean"))
	}
	if medians {
		entries = append(entries, line(medianStyle(grey), "median"))
	}
	if bands {
		label := p.Band
		if label == "" {
			label = "band over seeds"
		}
		entries = append(entries, entry{label: label, sample: func(c *draw.Canvas, at vg.Point) {
			c.FillPolygon(light(grey), []vg.Point{
				at.Add(vg.Point{Y: -2.5}), at.Add(vg.Point{X: sampleWidth, Y: -2.5}),
				at.Add(vg.Point{X: sampleWidth, Y: 2.5}), at.Add(vg.Point{Y: 2.5}),
			})
		}})
	}
	for i, kind := range kinds {
		entries = append(entries, line(boundStyle(grey, i), "bound: "+kind))
	}
	return entries
}

// showsMedian says whether the median differs from the mean anywhere: with
// one seed it is the same curve.
func showsMedian(c Curve) bool {
	if c.Exact {
		return false
	}
	for i := range c.Median {
		if m := c.Mean[i]; c.Median[i] != m && !(math.IsNaN(c.Median[i]) && math.IsNaN(m)) {
			return true
		}
	}
	return false
}

func showsBand(c Curve) bool { return c.Lo != nil && !c.Exact }
