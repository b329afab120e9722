package figure

import (
	"math"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/text"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// placed is a panel with its axes: the data fill a box of a fixed height, and
// ticks and labels the margins around it.
type placed struct {
	*panel
	plot                     *plot.Plot
	xLabel, yLabel           paragraph
	axis                     vg.Length // width of the y axis without its label
	dataHeight               vg.Length
	left, right, bottom, top vg.Length
}

const (
	tickLength = 5
	labelGap   = 3
)

func newPlaced(p *panel, width vg.Length, aspect vg.Length) *placed {
	const data = 0.85 // of the width, about
	height := aspect * data * width
	p.setTicks(data*width, height)
	pl := &placed{panel: p, plot: p.axes(), dataHeight: height}
	pl.yLabel = newParagraph(p.yLabel, textStyle(labelSize, ink, text.XCenter), height)
	const large = 1000
	box := pl.plot.DataCanvas(draw.Canvas{Rectangle: vg.Rectangle{Max: vg.Point{X: width, Y: large}}})
	pl.axis, pl.right = box.Min.X, width-box.Max.X
	pl.bottom, pl.top = box.Min.Y, large-box.Max.Y
	pl.left = pl.yLabel.height() + labelGap + pl.axis
	return pl
}

// labelX writes under the x axis of a panel of the given width; its left end
// must be settled.
func (pl *placed) labelX(label string, width vg.Length) {
	pl.xLabel = newParagraph(label, textStyle(labelSize, ink, text.XCenter), width-pl.left-pl.right)
	if pl.xLabel.lines != nil {
		pl.bottom += labelGap + pl.xLabel.height()
	}
}

// setTicks chooses ticks for a panel of about the given size.
func (p *panel) setTicks(width, height vg.Length) {
	sty := textStyle(tickSize, ink, text.XLeft)
	along := axisRoom{width, sty.Width, 1.2 * tickSize}
	up := axisRoom{height, func(string) vg.Length { return tickSize }, 0.9 * tickSize}
	p.xTicks, p.yTicks = along.ticks(p.x), up.ticks(p.y)
	p.overhang = along.overhang(p.xTicks, p.x)
}

// axes is a gonum plot of the panel. The labels of its axes are left to
// placed: gonum's layout looks for their middle in the wrong place on log axes.
func (p *panel) axes() *plot.Plot {
	pl := plot.New()
	pl.BackgroundColor = nil
	for _, axis := range []struct {
		*plot.Axis
		scale scale
		ticks []plot.Tick
	}{{&pl.X, p.x, p.xTicks}, {&pl.Y, p.y, p.yTicks}} {
		axis.Min, axis.Max = axis.scale.min, axis.scale.max
		axis.Scale = axis.scale.normalizer()
		axis.Padding = 0
		axis.LineStyle.Width = 0 // the panel draws its frame
		axis.Tick.Marker = plot.ConstantTicks(axis.ticks)
		axis.Tick.Length = tickLength
		axis.Tick.LineStyle = frameStyle
		axis.Tick.Label.Font = fontOf(tickSize)
		axis.Tick.Label.Color = ink
		axis.Tick.Label.Handler = markup{}
	}
	if p.shared {
		pl.X.Tick.Marker = plot.ConstantTicks(bare(p.xTicks))
	}
	pl.Add(p)
	return pl
}

func (pl *placed) height() vg.Length { return pl.bottom + pl.dataHeight + pl.top }

// draw puts the panel's top at y and returns its bottom.
func (pl *placed) draw(c *draw.Canvas, right, y vg.Length) vg.Length {
	left, bottom := margin+pl.left, y-pl.height()
	middle := vg.Point{X: (left + right - pl.right) / 2, Y: bottom + pl.bottom + pl.dataHeight/2}
	axes := bottom
	if pl.xLabel.lines != nil {
		axes += labelGap + pl.xLabel.height()
	}
	pl.plot.Draw(draw.Canvas{Canvas: c.Canvas, Rectangle: vg.Rectangle{
		Min: vg.Point{X: left - pl.axis, Y: axes}, Max: vg.Point{X: right, Y: y},
	}})
	pl.xLabel.draw(c, vg.Point{X: middle.X, Y: bottom + pl.xLabel.height()})
	c.Push()
	c.Translate(vg.Point{X: left - pl.axis - labelGap - pl.yLabel.height(), Y: middle.Y})
	c.Rotate(math.Pi / 2)
	pl.yLabel.draw(c, vg.Point{})
	c.Pop()
	return bottom
}
