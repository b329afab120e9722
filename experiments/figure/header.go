package figure

import (
	"cmp"
	"fmt"
	"image/color"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"gonum.org/v1/plot/text"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// header is the strip over the main panel: what marks and crosses on its
// upper edge mean, in rows so that no two labels meet and no curve is hidden.
type header struct {
	labels []headerLabel
	rows   int
}

// headerLabel is a text beside the top of a leader, like a flag on its pole.
type headerLabel struct {
	text        string
	color       color.NRGBA
	cross       bool      // a curve diverged here
	pole        vg.Length // distances from the left end of the main panel's axes
	left, right vg.Length
	row         int
}

const (
	headerRow  = noteSize * leading
	headerFoot = 4 // between the lowest row and the panel
	headerGap  = 2 // between a pole and any text
)

// newHeader places the labels over a panel of the given width, which the
// figure exceeds by before and after.
func newHeader(p Plot, x scale, width, before, after vg.Length) header {
	var h header
	add := func(at float64, l headerLabel) {
		if x.has(at) && l.text != "" {
			l.pole = width * vg.Length(clamp(x.norm(at), 0, 1))
			h.labels = append(h.labels, l)
		}
	}
	for _, m := range p.Marks {
		add(m.X, headerLabel{text: m.Label, color: markColor(m)})
	}
	for i, c := range p.Curves {
		if c.DivergedAt != 0 {
			add(c.DivergedAt, headerLabel{text: divergence(p, c), color: hue(i), cross: true})
		}
	}
	end := width + after
	for i := range h.labels {
		h.labels[i].text = shorten(h.labels[i].text, fontOf(noteSize), before+end)
	}
	slices.SortStableFunc(h.labels, func(a, b headerLabel) int { return byPole(a, b, end) })
	for i := range h.labels {
		h.labels[i].hoist(h.labels[:i], -before, end)
		h.rows = max(h.rows, h.labels[i].row+1)
	}
	return h
}

// byPole puts labels with room to the right of their poles first, from right
// to left, then the others from left to right: so each finds a row over those
// before it.
func byPole(a, b headerLabel, end vg.Length) int {
	fitsA, fitsB := a.pole+headerGap+a.width() <= end, b.pole+headerGap+b.width() <= end
	switch {
	case fitsA && fitsB:
		return cmp.Compare(b.pole, a.pole)
	case fitsA:
		return -1
	case fitsB:
		return 1
	}
	return cmp.Compare(a.pole, b.pole)
}

func (l headerLabel) width() vg.Length { return textStyle(noteSize, ink, text.XLeft).Width(l.text) }

// hoist puts the text on the lowest row where it neither meets a text nor
// crosses a pole: to the right of its own pole, to the left or, if neither
// has room, over it.
func (l *headerLabel) hoist(others []headerLabel, from, to vg.Length) {
	w := l.width()
	switch {
	case l.pole+headerGap+w <= to:
		l.left = l.pole + headerGap
	case l.pole-headerGap-w >= from:
		l.left = l.pole - headerGap - w
	default:
		l.left = max(from, min(l.pole-w/2, to-w))
	}
	l.right = l.left + w
	for l.row < len(others) && slices.ContainsFunc(others, l.meets) {
		l.row++
	}
}

func (l *headerLabel) meets(o headerLabel) bool {
	crosses := func(pole headerLabel, t headerLabel) bool {
		return pole.row >= t.row && pole.pole > t.left-headerGap && pole.pole < t.right+headerGap
	}
	same := l.row == o.row && l.left < o.right+2*headerGap && o.left < l.right+2*headerGap
	return same || crosses(*l, o) || crosses(o, *l)
}

func (h header) height() vg.Length {
	if h.rows == 0 {
		return 0
	}
	return vg.Length(h.rows)*headerRow + headerFoot
}

// draw puts the strip over a panel whose upper left corner is given.
func (h header) draw(c *draw.Canvas, corner vg.Point) {
	base := func(l headerLabel) vg.Length { return corner.Y + headerFoot + vg.Length(l.row)*headerRow }
	for _, l := range h.labels {
		foot := corner.Add(vg.Point{X: l.pole})
		c.StrokeLine2(draw.LineStyle{Color: l.color, Width: 0.5}, foot.X, foot.Y, foot.X, base(l)+0.7*noteSize)
		if l.cross {
			drawCross(c, l.color, foot)
		}
	}
	for _, l := range h.labels {
		fillBacked(c, textStyle(noteSize, dark(l.color), text.XLeft), vg.Point{X: corner.X + l.left, Y: base(l)}, l.text)
	}
}

// divergence says where a curve diverged, naming the axis by its symbol if
// its label starts with one.
func divergence(p Plot, c Curve) string {
	at := short(c.DivergedAt)
	if s := symbol(p.XLabel); s != "" {
		at = s + " = " + at
	}
	if c.DivergedOf[1] == 0 {
		return "diverged at " + at
	}
	return fmt.Sprintf("diverged at %s (%d of %d seeds)", at, c.DivergedOf[0], c.DivergedOf[1])
}

// symbol is the one letter among the words of a label, up to its first comma,
// e.g. the T of "horizon T".
func symbol(label string) (letter string) {
	name, _, _ := strings.Cut(label, ",")
	for _, word := range strings.Fields(name) {
		if strings.ContainsFunc(word, func(r rune) bool { return !unicode.IsLetter(r) }) {
			return ""
		}
		if utf8.RuneCountInString(word) == 1 {
			letter = word
		}
	}
	return letter
}
