package figure

import (
	"fmt"
	"image"
	"image/color"
	"math"

	"gonum.org/v1/plot/font"
	"gonum.org/v1/plot/vg"
)

// probe is a canvas that keeps where text stands, and what is drawn how.
type probe struct {
	stack   []affine
	color   color.NRGBA
	width   vg.Length
	dashes  []vg.Length
	texts   []probedText
	strokes []probedStroke
	fills   []probedStroke
	broken  bool // a coordinate was not finite
}

type probedText struct {
	text string
	box  vg.Rectangle
}

type probedStroke struct {
	color  color.NRGBA
	width  vg.Length
	dashed bool
	points []vg.Point
}

func newProbe() *probe { return &probe{stack: []affine{{1, 0, 0, 1, 0, 0}}} }

func (p *probe) top() *affine { return &p.stack[len(p.stack)-1] }

func (p *probe) SetLineWidth(w vg.Length)               { p.width = w }
func (p *probe) SetLineDash(d []vg.Length, _ vg.Length) { p.dashes = d }
func (p *probe) SetColor(c color.Color) {
	p.color = color.NRGBAModel.Convert(c).(color.NRGBA)
}
func (p *probe) Rotate(a float64) {
	sin, cos := math.Sincos(a)
	*p.top() = p.top().after(affine{cos, sin, -sin, cos, 0, 0})
}
func (p *probe) Translate(pt vg.Point) {
	*p.top() = p.top().after(affine{1, 0, 0, 1, float64(pt.X), float64(pt.Y)})
}
func (p *probe) Scale(x, y float64) { *p.top() = p.top().after(affine{x, 0, 0, y, 0, 0}) }
func (p *probe) Push()              { p.stack = append(p.stack, *p.top()) }
func (p *probe) Pop()               { p.stack = p.stack[:len(p.stack)-1] }

func (p *probe) Stroke(path vg.Path) {
	if p.width > 0 {
		p.strokes = append(p.strokes, p.outline(path))
	}
}

func (p *probe) Fill(path vg.Path) { p.fills = append(p.fills, p.outline(path)) }

func (p *probe) outline(path vg.Path) probedStroke {
	s := probedStroke{color: p.color, width: p.width, dashed: len(p.dashes) > 0}
	for _, comp := range path {
		if comp.Type != vg.CloseComp {
			s.points = append(s.points, p.at(comp.Pos))
		}
	}
	return s
}

func (p *probe) at(pt vg.Point) vg.Point {
	x, y := p.top().apply(pt)
	if math.IsNaN(x+y) || math.IsInf(x+y, 0) {
		p.broken = true
	}
	return vg.Point{X: vg.Length(x), Y: vg.Length(y)}
}

func (p *probe) FillString(f font.Face, pt vg.Point, s string) {
	size := f.Font.Size
	a := p.at(pt.Add(vg.Point{Y: -0.2 * size}))
	b := p.at(pt.Add(vg.Point{X: f.Width(s), Y: 0.75 * size}))
	p.texts = append(p.texts, probedText{s, vg.Rectangle{
		Min: vg.Point{X: min(a.X, b.X), Y: min(a.Y, b.Y)},
		Max: vg.Point{X: max(a.X, b.X), Y: max(a.Y, b.Y)},
	}})
}

func (p *probe) DrawImage(vg.Rectangle, image.Image) { panic("no images") }

// fault finds text that is cut off, or drawing that went wrong.
func (p *probe) fault(s *sheet) error {
	if p.broken {
		return fmt.Errorf("a coordinate is not finite")
	}
	for _, t := range p.texts {
		b := t.box
		if b.Min.X < -0.1 || b.Min.Y < -0.1 || b.Max.X > s.width+0.1 || b.Max.Y > s.height+0.1 {
			return fmt.Errorf("%q at %v is cut off by a sheet of %v x %v", t.text, b, s.width, s.height)
		}
	}
	return nil
}

// collision finds two texts, not of one line, that overlap.
func (p *probe) collision() error {
	for i, a := range p.texts {
		for _, b := range p.texts[i+1:] {
			w := min(a.box.Max.X, b.box.Max.X) - max(a.box.Min.X, b.box.Min.X)
			h := min(a.box.Max.Y, b.box.Max.Y) - max(a.box.Min.Y, b.box.Min.Y)
			if w > 0.6 && h > 0.6 {
				return fmt.Errorf("%q at %v and %q at %v overlap", a.text, a.box, b.text, b.box)
			}
		}
	}
	return nil
}

func probed(p Plot) (*sheet, *probe) {
	s, c := newSheet(p), newProbe()
	s.draw(c)
	return s, c
}
