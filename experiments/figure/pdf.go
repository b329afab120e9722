package figure

import (
	"fmt"
	"image"
	"image/color"
	"io"
	"math"
	"time"

	"codeberg.org/go-fonts/dejavu/dejavusanscondensed"
	"codeberg.org/go-pdf/fpdf"
	"gonum.org/v1/plot/font"
	"gonum.org/v1/plot/vg"
)

// pdfCanvas draws on a page of its own size, with real text in a font cut
// down to its glyphs. vgpdf knows the letters of code page 1252 alone, no
// Greek and no root, and embeds whole fonts.
type pdfCanvas struct {
	doc   *fpdf.Fpdf
	w, h  vg.Length
	stack []affine
	width vg.Length
}

const pdfFont = "dejavu"

func newPDF(w, h vg.Length, title string) *pdfCanvas {
	doc := fpdf.NewCustom(&fpdf.InitType{
		UnitStr: "pt",
		Size:    fpdf.SizeType{Wd: w.Points(), Ht: h.Points()},
	})
	// The same figure is the same file: nothing of the clock, sorted objects.
	epoch := time.Unix(0, 0).UTC()
	doc.SetCreationDate(epoch)
	doc.SetModificationDate(epoch)
	doc.SetCatalogSort(true)
	doc.SetTitle(title, true)
	doc.SetAutoPageBreak(false, 0)
	doc.AddUTF8FontFromBytes(pdfFont, "", dejavusanscondensed.TTF)
	doc.AddPage()
	// PDF pages as fpdf sees them start at the upper left corner.
	c := &pdfCanvas{doc: doc, w: w, h: h, stack: []affine{{1, 0, 0, -1, 0, h.Points()}}}
	vg.Initialize(c)
	return c
}

func (c *pdfCanvas) Size() (w, h vg.Length) { return c.w, c.h }

func (c *pdfCanvas) WriteTo(w io.Writer) (int64, error) {
	counted := &countingWriter{w: w}
	err := c.doc.Output(counted)
	return counted.n, err
}

type countingWriter struct {
	w io.Writer
	n int64
}

func (w *countingWriter) Write(b []byte) (int, error) {
	n, err := w.w.Write(b)
	w.n += int64(n)
	return n, err
}

// SetLineWidth sets the width on paper: Scale does not change it.
func (c *pdfCanvas) SetLineWidth(w vg.Length) {
	c.width = w
	c.doc.SetLineWidth(w.Points())
}

func (c *pdfCanvas) SetLineDash(pattern []vg.Length, offset vg.Length) {
	dashes := make([]float64, len(pattern))
	for i, d := range pattern {
		dashes[i] = d.Points()
	}
	c.doc.SetDashPattern(dashes, offset.Points())
}

func (c *pdfCanvas) SetColor(clr color.Color) {
	if clr == nil {
		clr = color.Black
	}
	n := color.NRGBAModel.Convert(clr).(color.NRGBA)
	r, g, b := int(n.R), int(n.G), int(n.B)
	c.doc.SetFillColor(r, g, b)
	c.doc.SetDrawColor(r, g, b)
	c.doc.SetTextColor(r, g, b)
	c.doc.SetAlpha(float64(n.A)/0xFF, "Normal")
}

func (c *pdfCanvas) top() *affine { return &c.stack[len(c.stack)-1] }

func (c *pdfCanvas) Push() { c.stack = append(c.stack, *c.top()) }
func (c *pdfCanvas) Pop()  { c.stack = c.stack[:len(c.stack)-1] }

func (c *pdfCanvas) Rotate(angle float64) {
	sin, cos := math.Sincos(angle)
	*c.top() = c.top().after(affine{cos, sin, -sin, cos, 0, 0})
}

func (c *pdfCanvas) Translate(pt vg.Point) {
	*c.top() = c.top().after(affine{1, 0, 0, 1, pt.X.Points(), pt.Y.Points()})
}

func (c *pdfCanvas) Scale(x, y float64) { *c.top() = c.top().after(affine{x, 0, 0, y, 0, 0}) }

// Stroke draws nothing of width 0, which PDF takes for the thinnest line.
func (c *pdfCanvas) Stroke(p vg.Path) {
	if c.width > 0 {
		c.path(p, "D")
	}
}

func (c *pdfCanvas) Fill(p vg.Path) { c.path(p, "F") }

func (c *pdfCanvas) path(p vg.Path, style string) {
	at := func(pt vg.Point) (x, y float64) { return c.top().apply(pt) }
	for _, comp := range p {
		x, y := at(comp.Pos)
		switch comp.Type {
		case vg.MoveComp:
			c.doc.MoveTo(x, y)
		case vg.LineComp:
			c.doc.LineTo(x, y)
		case vg.CloseComp:
			c.doc.ClosePath()
		case vg.ArcComp:
			c.arc(comp)
		case vg.CurveComp:
			x0, y0 := at(comp.Control[0])
			if len(comp.Control) == 1 {
				c.doc.CurveTo(x0, y0, x, y)
				continue
			}
			x1, y1 := at(comp.Control[1])
			c.doc.CurveBezierCubicTo(x0, y0, x1, y1, x, y)
		default:
			panic(fmt.Sprintf("figure: unknown path component %d", comp.Type))
		}
	}
	c.doc.DrawPath(style)
}

// arc continues a path along a circle, by cubic curves of at most a quarter.
func (c *pdfCanvas) arc(comp vg.PathComp) {
	n := math.Ceil(math.Abs(comp.Angle) / (math.Pi / 2))
	step := comp.Angle / n
	handle := comp.Radius * vg.Length(4./3*math.Tan(step/4))
	for k := range int(n) {
		s0, c0 := math.Sincos(comp.Start + float64(k)*step)
		s1, c1 := math.Sincos(comp.Start + float64(k+1)*step)
		from := comp.Pos.Add(vg.Point{X: vg.Length(c0), Y: vg.Length(s0)}.Scale(comp.Radius))
		to := comp.Pos.Add(vg.Point{X: vg.Length(c1), Y: vg.Length(s1)}.Scale(comp.Radius))
		if k == 0 {
			c.doc.LineTo(c.top().apply(from))
		}
		x0, y0 := c.top().apply(from.Add(vg.Point{X: vg.Length(-s0), Y: vg.Length(c0)}.Scale(handle)))
		x1, y1 := c.top().apply(to.Sub(vg.Point{X: vg.Length(-s1), Y: vg.Length(c1)}.Scale(handle)))
		x, y := c.top().apply(to)
		c.doc.CurveBezierCubicTo(x0, y0, x1, y1, x, y)
	}
}

// FillString writes str in pieces between which the font kerns.
func (c *pdfCanvas) FillString(face font.Face, pt vg.Point, str string) {
	c.doc.SetFont(pdfFont, "", face.Font.Size.Points())
	m := c.top()
	x, y := m.apply(pt)
	c.doc.TransformBegin()
	defer c.doc.TransformEnd()
	c.doc.TransformRotate(math.Atan2(-m.b, m.a)*180/math.Pi, x, y)
	origins := glyphOrigins(face, str)
	runes := []rune(str)
	for start := 0; start < len(runes); {
		end := start + 1
		for end < len(runes) && !kerned(face, runes[end-1], origins[end-1], origins[end]) {
			end++
		}
		c.doc.Text(x+origins[start].Points(), y, string(runes[start:end]))
		start = end
	}
}

func kerned(face font.Face, r rune, from, to vg.Length) bool {
	return math.Abs(float64(to-from-face.Width(string(r)))) > 1e-6
}

// DrawImage is not used by figures.
func (c *pdfCanvas) DrawImage(vg.Rectangle, image.Image) { panic("figure: no images in a PDF figure") }
