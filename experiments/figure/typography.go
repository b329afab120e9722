package figure

import (
	"image/color"

	"gonum.org/v1/plot/font"
	"gonum.org/v1/plot/text"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// Sizes in points, for a figure printed at its own width.
const (
	titleSize  = 8
	labelSize  = 7.5
	tickSize   = 6.8
	legendSize = 6.8
	noteSize   = 6.3
	leading    = 1.22 // from line to line, in sizes
)

func fontOf(size vg.Length) font.Font { return font.Font{Typeface: typeface, Size: size} }

// textStyle is a style whose point is the baseline's start, middle or end.
func textStyle(size vg.Length, clr color.Color, align text.XAlignment) text.Style {
	return text.Style{Color: clr, Font: fontOf(size), XAlign: align, YAlign: text.YBottom, Handler: markup{}}
}

// paragraph is wrapped text.
type paragraph struct {
	lines []string
	style text.Style
}

func newParagraph(s string, sty text.Style, width vg.Length) paragraph {
	if s == "" {
		return paragraph{}
	}
	p := paragraph{style: sty}
	for _, line := range splitLines(s) {
		p.lines = append(p.lines, splitLines(wrap(line, sty.Font, width))...)
	}
	return p
}

func (p paragraph) height() vg.Length {
	return vg.Length(len(p.lines)) * p.style.Font.Size * leading
}

// draw puts the paragraph's top at pt.
func (p paragraph) draw(c *draw.Canvas, pt vg.Point) {
	for _, line := range p.lines {
		pt.Y -= p.style.Font.Size * leading
		c.FillText(p.style, pt.Add(vg.Point{Y: p.style.Font.Size * (leading - 1)}), line)
	}
}

// fillBacked writes a line on a white ground, for places that lines cross.
func fillBacked(c *draw.Canvas, sty text.Style, pt vg.Point, s string) {
	ground := vg.Rectangle{
		Min: pt.Sub(vg.Point{X: 0.5, Y: 0.15 * sty.Font.Size}),
		Max: pt.Add(vg.Point{X: sty.Width(s) + 0.5, Y: 0.95 * sty.Font.Size}),
	}
	c.SetColor(color.White)
	c.Fill(ground.Path())
	c.FillText(sty, pt, s)
}
