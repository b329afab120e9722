package figure

import (
	"math"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// panel is a plot.Plotter: everything within one pair of axes.
type panel struct {
	x, y           scale
	yLabel         string
	bands          []band
	traces         []trace
	guides         []Guide
	marks          []Mark
	levels         []trace
	unit           bool // a line at y = 1
	shared         bool // the panel below has the labels of the x axis
	xTicks, yTicks []plot.Tick
	overhang       vg.Length // of the labels of the x axis
}

var (
	_ plot.Plotter    = (*panel)(nil)
	_ plot.GlyphBoxer = (*panel)(nil)
)

// Plot draws from the back to the front.
func (p *panel) Plot(c draw.Canvas, _ *plot.Plot) {
	f := &frame{c, p.x, p.y}
	p.drawGrid(f)
	for _, b := range p.bands {
		f.drawBand(b)
	}
	p.drawMarks(f)
	if p.unit && p.y.norm(1) >= 0 && p.y.norm(1) <= 1 {
		y := f.Y(p.y.norm(1))
		f.StrokeLine2(draw.LineStyle{Color: ink, Width: 0.7}, f.Min.X, y, f.Max.X, y)
	}
	traces, turns := p.takeTurns()
	courses := make([]course, len(traces))
	for i, t := range traces {
		courses[i] = f.trace(t)
	}
	if len(p.levels)+len(p.guides) > 0 {
		free := p.clearance(f, courses)
		p.drawLevels(f, free)
		p.drawGuides(f, free)
	}
	for i, t := range traces {
		f.StrokeLines(t.style, courses[i].lines...)
	}
	several := p.curves() > 1
	for i, t := range traces {
		f.drawMarkers(t, courses[i], turns[i], several)
	}
	f.StrokeLines(frameStyle, []vg.Point{
		f.Min, {X: f.Min.X, Y: f.Max.Y}, f.Max, {X: f.Max.X, Y: f.Min.Y}, f.Min,
	})
	f.spread(traces, courses)
	for i, t := range traces {
		f.drawEdges(t, courses[i])
	}
}

var frameStyle = draw.LineStyle{Color: ink, Width: 0.5}

// GlyphBoxes reserves what tick labels need beyond the upper and right ends
// of the axes, the same for two panels with the same x axis.
func (p *panel) GlyphBoxes(*plot.Plot) []plot.GlyphBox {
	box := vg.Rectangle{Min: vg.Point{X: -1, Y: -1}, Max: vg.Point{X: p.overhang + 1, Y: tickSize / 2}}
	return []plot.GlyphBox{{X: 1, Y: 1, Rectangle: box}}
}

func (p *panel) drawGrid(f *frame) {
	sty := draw.LineStyle{Color: gridGrey, Width: 0.4}
	for _, t := range labelled(p.xTicks) {
		x := f.X(p.x.norm(t.Value))
		f.StrokeLine2(sty, x, f.Min.Y, x, f.Max.Y)
	}
	for _, t := range labelled(p.yTicks) {
		y := f.Y(p.y.norm(t.Value))
		f.StrokeLine2(sty, f.Min.X, y, f.Max.X, y)
	}
}

func (p *panel) drawMarks(f *frame) {
	for _, m := range p.marks {
		if !p.x.has(m.X) {
			continue
		}
		x := f.X(p.x.norm(m.X))
		sty := draw.LineStyle{Color: markColor(m), Width: 0.8, Dashes: []vg.Length{1, 1.6}}
		f.StrokeLine2(sty, x, f.Min.Y, x, f.Max.Y)
		if m.Curve >= 0 {
			markerOf(m.Curve).draw(&f.Canvas, markColor(m), vg.Point{X: x, Y: f.Max.Y - 3*markerRadius}, markerRadius)
		}
	}
}

// few is how many points a curve may have to show each by itself.
const few = 24

// drawMarkers puts a few markers on a curve, at other places than those of
// its neighbours; on a short curve, on every point, or on those of its turn. The
// bounds of several curves have smaller and fewer ones.
func (f *frame) drawMarkers(t trace, c course, own turn, several bool) {
	m, clr := markerOf(t.curve), hue(t.curve)
	if !t.marked {
		for _, pt := range c.lone {
			f.StrokeLine2(draw.LineStyle{Color: clr, Width: 1}, pt.X-markerRadius, pt.Y, pt.X+markerRadius, pt.Y)
		}
		if t.bound != "" && several {
			f.markAlong(t, c, 2, smallRadius)
		}
		return
	}
	if len(t.xs) <= few {
		for i := own.rank; i < len(c.points); i += own.of {
			m.draw(&f.Canvas, clr, c.points[i], markerRadius)
		}
		return
	}
	for _, pt := range c.lone {
		m.draw(&f.Canvas, clr, pt, markerRadius)
	}
	f.markAlong(t, c, 5, markerRadius)
}

// markAlong puts n markers on a curve, at points near places that differ from curve to
// curve.
func (f *frame) markAlong(t trace, c course, n int, radius vg.Length) {
	width := f.Max.X - f.Min.X
	phase := math.Mod(0.5+float64(t.curve)*0.618, 1) // spreads any number of curves
	for j := range n {
		goal := f.Min.X + width*vg.Length((float64(j)+phase)/float64(n))
		if pt, ok := nearest(c.points, goal); ok && math.Abs(float64(pt.X-goal)) < float64(width)/float64(2*n) {
			markerOf(t.curve).draw(&f.Canvas, hue(t.curve), pt, radius)
		}
	}
}

// nearest is the point closest to x.
func nearest(pts []vg.Point, x vg.Length) (best vg.Point, ok bool) {
	for _, pt := range pts {
		if !ok || math.Abs(float64(pt.X-x)) < math.Abs(float64(best.X-x)) {
			best, ok = pt, true
		}
	}
	return best, ok
}

// drawEdges marks what the axes do not show, on the frame. A median goes
// where its mean goes.
func (f *frame) drawEdges(t trace, c course) {
	if !t.marked && t.bound == "" {
		return
	}
	clr := hue(t.curve)
	last := vg.Length(math.Inf(-1))
	for _, pt := range c.rings {
		if math.Abs(float64(pt.X-last)) >= 2.4*markerRadius {
			drawRing(&f.Canvas, clr, pt)
			last = pt.X
		}
	}
	for _, pt := range c.ups {
		drawArrow(&f.Canvas, clr, pt, true)
	}
	for _, pt := range c.downs {
		drawArrow(&f.Canvas, clr, pt, false)
	}
	for _, pt := range c.crosses {
		if t.bound != "" {
			drawArrow(&f.Canvas, clr, pt, true)
		} else {
			drawCross(&f.Canvas, clr, pt)
		}
	}
}
