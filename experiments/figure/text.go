package figure

import (
	"math"
	"sync"

	"codeberg.org/go-fonts/dejavu/dejavusanscondensed"
	"golang.org/x/image/font/opentype"
	"gonum.org/v1/plot/font"
	"gonum.org/v1/plot/text"
	"gonum.org/v1/plot/vg"
)

// typeface is DejaVu Sans Condensed: it has the Greek letters, the root and
// the minus sign that labels need, and it is narrow enough for a column.
const typeface = "DejaVu Sans Condensed"

var fonts = sync.OnceValue(func() *font.Cache {
	face, err := opentype.Parse(dejavusanscondensed.TTF)
	if err != nil {
		panic("figure: " + err.Error())
	}
	return font.NewCache(font.Collection{{Font: font.Font{Typeface: typeface}, Face: face}})
})

// markup is a text.Handler for labels with ^{..} and _{..}. gonum's own
// handler for formulas panics on a bare `_` or `^`, which names are full of.
type markup struct{}

var _ text.Handler = markup{}

func (markup) Cache() *font.Cache { return fonts() }

func (markup) Extents(f font.Font) font.Extents {
	face := fonts().Lookup(f, f.Size)
	return face.Extents()
}

func (markup) Lines(s string) []string { return splitLines(s) }

func (markup) Box(line string, f font.Font) (width, height, depth vg.Length) {
	face := fonts().Lookup(f, f.Size)
	for _, s := range parseSpans(line) {
		width += s.width(f)
	}
	ext := face.Extents()
	return width, ext.Ascent, ext.Descent
}

// Draw puts the lines into a box of the style's alignment around pt; the
// baseline of the last line is the bottom of the box, as in text.Plain.
func (m markup) Draw(c vg.Canvas, s string, sty text.Style, pt vg.Point) {
	sin, cos := math.Sincos(sty.Rotation)
	c.Push()
	defer c.Pop()
	c.SetColor(sty.Color)
	c.Translate(pt)
	if sin != 0 || cos != 1 {
		c.Rotate(sty.Rotation)
	}
	lines := m.Lines(s)
	height := sty.Height(s)
	for i, line := range lines {
		w, _, _ := m.Box(line, sty.Font)
		x := w * vg.Length(sty.XAlign)
		below := vg.Length(len(lines)-1-i) / vg.Length(len(lines))
		y := height * (vg.Length(sty.YAlign) + below)
		for _, sp := range parseSpans(line) {
			c.FillString(sp.face(sty.Font), vg.Point{X: x, Y: y + sp.rise(sty.Font)}, sp.text)
			x += sp.width(sty.Font)
		}
	}
}
