package figure

import (
	"math"

	"gonum.org/v1/plot/text"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// clearance knows what the panel's lines, bands and marks leave free.
func (p *panel) clearance(f *frame, courses []course) *clearance {
	free := newClearance(f.Rectangle)
	for _, c := range courses {
		free.add(c.lines...)
	}
	for _, b := range p.bands {
		free.add(f.trace(trace{xs: b.xs, ys: b.lo}).lines...)
		free.add(f.trace(trace{xs: b.xs, ys: b.hi}).lines...)
	}
	for _, m := range p.marks {
		if p.x.has(m.X) {
			x := f.X(p.x.norm(m.X))
			free.add([]vg.Point{{X: x, Y: f.Min.Y}, {X: x, Y: f.Max.Y}})
		}
	}
	return free
}

// drawGuides draws slopes where they are farthest from all lines.
func (p *panel) drawGuides(f *frame, free *clearance) {
	if !p.x.log || !p.y.log {
		return
	}
	for _, g := range p.guides {
		place, ok := f.placeGuide(g, free)
		if !ok {
			continue
		}
		f.StrokeLine2(draw.LineStyle{Color: grey, Width: 0.6}, place.from.X, place.from.Y, place.to.X, place.to.Y)
		fillBacked(&f.Canvas, guideText, place.label.Min, g.Label)
		free.add([]vg.Point{place.from, place.to}, corners(place.label))
	}
}

var guideText = textStyle(noteSize, grey, text.XLeft)

// guidePlace is a line and the box of its label.
type guidePlace struct {
	from, to vg.Point
	label    vg.Rectangle
}

// placeGuide tries lines of several lengths all over the panel and takes the
// best: far from everything counts until it is far enough, then length does.
func (f *frame) placeGuide(g Guide, free *clearance) (best guidePlace, ok bool) {
	const enough = 7
	width, height := f.Max.X-f.Min.X, f.Max.Y-f.Min.Y
	rise, wide := f.slope(g.Slope), guideText.Width(g.Label)
	bestScore := math.Inf(-1)
	for _, length := range []float64{0.4, 0.3, 0.22} {
		dx := vg.Length(length) * width
		dy := vg.Length(rise) * dx
		if math.Abs(float64(dy)) > 0.8*float64(height) {
			dx *= 0.8 * height / vg.Length(math.Abs(float64(dy)))
			dy = vg.Length(rise) * dx
		}
		for i := range 13 {
			for j := range 33 {
				from := vg.Point{X: f.Min.X + (width-dx)*vg.Length(i)/12, Y: f.Min.Y + height*vg.Length(j)/32}
				place := guidePlace{from: from, to: from.Add(vg.Point{X: dx, Y: dy})}
				place.label = labelBeside(place, wide)
				room := math.Min(free.along(place.from, place.to), free.around(place.label))
				score := math.Min(room, enough) + 4*length
				if room > 0 && score > bestScore {
					best, bestScore, ok = place, score, true
				}
			}
		}
	}
	return best, ok
}

// slope converts a slope in decades to one on the canvas.
func (f *frame) slope(s float64) float64 {
	perX := float64(f.Max.X-f.Min.X) / f.x.decades()
	perY := float64(f.Max.Y-f.Min.Y) / f.y.decades()
	return s * perY / perX
}

// labelBeside puts a label w wide beside the middle of the line, on its upper
// right if it falls, on its lower right if it rises.
func labelBeside(g guidePlace, w vg.Length) vg.Rectangle {
	h := guideText.Font.Size
	at := vg.Point{X: (g.from.X+g.to.X)/2 + 2, Y: (g.from.Y+g.to.Y)/2 + 2}
	if g.to.Y > g.from.Y {
		at.Y -= h + 2
	}
	return vg.Rectangle{Min: at, Max: at.Add(vg.Point{X: w, Y: h})}
}

func corners(r vg.Rectangle) []vg.Point {
	return []vg.Point{r.Min, {X: r.Max.X, Y: r.Min.Y}, r.Max, {X: r.Min.X, Y: r.Max.Y}, r.Min}
}
