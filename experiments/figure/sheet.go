package figure

import (
	"image/color"
	"math"
	"slices"
	"strings"

	"gonum.org/v1/plot/text"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// sheet is a figure laid out: from top to bottom the title, the header, the
// main panel, the ratios, the legend (or to the right) and the notes.
type sheet struct {
	width, height vg.Length
	title, notes  paragraph
	header        header
	main, ratio   *placed
	legend        legend
	legendRight   bool
}

const (
	columnWidth  = 3.4 * vg.Inch
	wideFrom     = 5 * vg.Inch
	margin       = 3
	gapBetween   = 5
	mainAspect   = 0.66
	ratioAspect  = 0.3
	legendColumn = 0.34
)

func newSheet(p Plot) *sheet {
	s := &sheet{width: columnWidth}
	if p.Width > 0 {
		s.width = vg.Length(p.Width) * vg.Inch
	}
	kinds := boundKinds(p)
	inner := s.width - 2*margin
	panels := inner
	if s.width >= wideFrom {
		s.legendRight = true
		s.legend = newLegend(p, kinds, legendColumn*inner)
		panels -= s.legend.width() + 2*columnGap
	} else {
		s.legend = newLegend(p, kinds, inner)
	}
	s.placePanels(p, kinds, panels)
	s.title = newTitle(p.Title, inner)
	s.header = newHeader(p, s.main.x, panels-s.main.left-s.main.right, s.main.left, s.main.right)
	s.notes = newParagraph(strings.Join(s.noteLines(p), "\n"), textStyle(noteSize, grey, text.XLeft), inner)
	s.height = s.measure()
	return s
}

// newTitle breaks a title that is too long for one line after its last colon, if that
// makes two lines: the name of the panel follows there.
func newTitle(title string, width vg.Length) paragraph {
	sty := textStyle(titleSize, ink, text.XCenter)
	if at := strings.LastIndex(title, ": "); at >= 0 && sty.Width(title) > width && sty.Width(title[:at+1]) <= width {
		title = title[:at+1] + "\n" + title[at+2:]
	}
	return newParagraph(title, sty, width)
}

// placePanels gives both panels the same left and right ends.
func (s *sheet) placePanels(p Plot, kinds []string, width vg.Length) {
	main := mainPanel(p, kinds)
	ratio := ratioPanel(p, kinds, main.x)
	main.shared = ratio != nil
	s.main = newPlaced(main, width, mainAspect)
	lowest := s.main
	if ratio != nil {
		s.ratio = newPlaced(ratio, width, ratioAspect)
		left := max(s.main.left, s.ratio.left)
		s.main.left, s.ratio.left = left, left
		lowest = s.ratio
	}
	lowest.labelX(p.XLabel, width)
}

// noteLines are the notes of the plot, which of its lines coincide, and what its axes
// hide. Ratios of lines that coincide do so too, and that is not said again.
func (s *sheet) noteLines(p Plot) []string {
	same := s.main.coincidences()
	notes := slices.Concat(p.Notes, same, s.main.hiddenNotes())
	if s.ratio == nil {
		return notes
	}
	below := slices.DeleteFunc(s.ratio.coincidences(), func(note string) bool { return slices.Contains(same, note) })
	for _, note := range append(below, s.ratio.hiddenNotes()...) {
		notes = append(notes, "Lower panel: "+note)
	}
	return notes
}

func (s *sheet) measure() vg.Length {
	h := vg.Length(margin)
	if s.title.lines != nil {
		h += s.title.height() + gapBetween
	}
	body := s.header.height() + s.main.height()
	if s.ratio != nil {
		body += s.ratio.height()
	}
	if s.legendRight {
		body = max(body, s.legend.height())
	} else {
		body += gapBetween + s.legend.height()
	}
	h += body
	if s.notes.lines != nil {
		h += gapBetween + s.notes.height()
	}
	return vg.Length(math.Ceil(float64(h + margin)))
}

// whiten gives a canvas of the sheet's size a white ground.
func (s *sheet) whiten(canvas vg.Canvas) {
	c := draw.NewCanvas(canvas, s.width, s.height)
	c.SetColor(color.White)
	c.Fill(c.Rectangle.Path())
}

// draw fills a white canvas of the sheet's size.
func (s *sheet) draw(canvas vg.Canvas) {
	c := draw.NewCanvas(canvas, s.width, s.height)
	y := s.height - margin
	if s.title.lines != nil {
		s.title.draw(&c, vg.Point{X: s.width / 2, Y: y})
		y -= s.title.height() + gapBetween
	}
	y = s.drawBody(&c, y)
	s.notes.draw(&c, vg.Point{X: margin, Y: y - gapBetween})
}

// drawBody draws header, panels and legend from y down and returns where
// they end.
func (s *sheet) drawBody(c *draw.Canvas, y vg.Length) vg.Length {
	top := y
	right := s.width - margin
	if s.legendRight {
		right -= s.legend.width() + 2*columnGap
		s.legend.draw(c, vg.Point{X: right + 2*columnGap, Y: top})
	}
	y -= s.header.height()
	panelTop := y
	y = s.main.draw(c, right, y)
	if s.ratio != nil {
		y = s.ratio.draw(c, right, y)
	}
	s.header.draw(c, vg.Point{X: margin + s.main.left, Y: panelTop - s.main.top})
	if s.legendRight {
		return min(y, top-s.legend.height())
	}
	y -= gapBetween
	s.legend.draw(c, vg.Point{X: margin, Y: y})
	return y - s.legend.height()
}
