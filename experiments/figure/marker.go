package figure

import (
	"image/color"
	"math"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// marker is a shape on a curve: it tells curves apart without colour.
type marker struct {
	corners []float64 // angles in degrees; nil for a circle
	open    bool
}

var markers = []marker{
	{nil, false},
	{[]float64{45, 135, 225, 315}, false}, // square
	{[]float64{90, 210, 330}, false},      // triangle
	{[]float64{0, 90, 180, 270}, false},   // diamond
	{[]float64{270, 30, 150}, false},      // triangle on its tip
	{nil, true},
	{[]float64{45, 135, 225, 315}, true},
	{[]float64{90, 210, 330}, true},
	{[]float64{0, 90, 180, 270}, true},
	{[]float64{270, 30, 150}, true},
	{[]float64{90, 162, 234, 306, 18}, false}, // pentagon
	{[]float64{90, 162, 234, 306, 18}, true},
}

const (
	markerRadius = 2.1
	smallRadius  = 1.7 // on bounds
)

// markerOf starts one marker later each time that the colours start again, so
// that 144 curves differ in one or the other.
func markerOf(i int) marker { return markers[(i+i/len(hues))%len(markers)] }

// draw puts the shape at pt: filled, or white with a coloured rim.
func (m marker) draw(c *draw.Canvas, clr color.Color, pt vg.Point, radius vg.Length) {
	path := m.path(pt, radius)
	fill, rim := clr, color.Color(color.White)
	if m.open {
		fill, rim = color.White, clr
	}
	c.SetColor(fill)
	c.Fill(path)
	c.SetLineStyle(draw.LineStyle{Color: rim, Width: 0.6})
	c.Stroke(path)
}

func (m marker) path(pt vg.Point, radius vg.Length) vg.Path {
	var p vg.Path
	if m.corners == nil {
		p.Move(vg.Point{X: pt.X + radius, Y: pt.Y})
		p.Arc(pt, radius, 0, 2*math.Pi)
		p.Close()
		return p
	}
	for i, degrees := range m.corners {
		sin, cos := math.Sincos(degrees * math.Pi / 180)
		// A polygon looks smaller than the circle around it.
		corner := pt.Add(vg.Point{X: vg.Length(cos), Y: vg.Length(sin)}.Scale(1.2 * radius))
		if i == 0 {
			p.Move(corner)
		} else {
			p.Line(corner)
		}
	}
	p.Close()
	return p
}

// drawCross marks where a curve left for good: its runs diverged.
func drawCross(c *draw.Canvas, clr color.Color, pt vg.Point) {
	const r = 2.4
	sty := draw.LineStyle{Color: clr, Width: 1.2}
	c.StrokeLine2(sty, pt.X-r, pt.Y-r, pt.X+r, pt.Y+r)
	c.StrokeLine2(sty, pt.X-r, pt.Y+r, pt.X+r, pt.Y-r)
}

// drawArrow points up or down at an edge: the curve goes on beyond it.
func drawArrow(c *draw.Canvas, clr color.Color, pt vg.Point, up bool) {
	side := vg.Length(-1)
	if up {
		side = 1
	}
	var p vg.Path
	p.Move(vg.Point{X: pt.X, Y: pt.Y + 1.5*side})
	p.Line(vg.Point{X: pt.X - 2, Y: pt.Y - 2.5*side})
	p.Line(vg.Point{X: pt.X + 2, Y: pt.Y - 2.5*side})
	p.Close()
	c.SetColor(clr)
	c.Fill(p)
}

// drawRing marks a point that a log axis cannot show.
func drawRing(c *draw.Canvas, clr color.Color, pt vg.Point) {
	marker{open: true}.draw(c, clr, pt, markerRadius)
}
