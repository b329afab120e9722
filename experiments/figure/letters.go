package figure

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/image/font/sfnt"
)

// drawable is p with texts of letters that every format can draw, and a note that
// names those it cannot.
func (p Plot) drawable() Plot {
	l := &letters{}
	for _, s := range []*string{&p.Title, &p.XLabel, &p.YLabel, &p.Band, &p.Theory, &p.RatioLabel} {
		*s = l.drawable(*s)
	}
	p.Curves, p.Guides, p.Marks = slices.Clone(p.Curves), slices.Clone(p.Guides), slices.Clone(p.Marks)
	p.Levels, p.Notes = slices.Clone(p.Levels), slices.Clone(p.Notes)
	for i := range p.Curves {
		c := &p.Curves[i]
		c.Label, c.Bounds = l.drawable(c.Label), slices.Clone(c.Bounds)
		for j := range c.Bounds {
			c.Bounds[j].Label = l.drawable(c.Bounds[j].Label)
		}
	}
	for i := range p.Guides {
		p.Guides[i].Label = l.drawable(p.Guides[i].Label)
	}
	for i := range p.Marks {
		p.Marks[i].Label = l.drawable(p.Marks[i].Label)
	}
	for i := range p.Levels {
		p.Levels[i].Label = l.drawable(p.Levels[i].Label)
	}
	for i := range p.Notes {
		p.Notes[i] = l.drawable(p.Notes[i])
	}
	if len(l.missing) > 0 {
		p.Notes = append(p.Notes, l.note())
	}
	return p
}

// letters draws texts with the letters of the font and keeps those it lacks.
type letters struct {
	buf     sfnt.Buffer
	missing []rune // in order of appearance
}

func (l *letters) drawable(s string) string { return strings.Map(l.letter, s) }

// letter is r, its plain form if it is a styled letter, or U+FFFD. Embedded fonts of
// PDF end with U+FFFF.
func (l *letters) letter(r rune) rune {
	as := unstyled(wellFormed(r))
	glyph, err := fonts().Lookup(fontOf(noteSize), noteSize).Face.GlyphIndex(&l.buf, as)
	if as == '\n' || as <= 0xFFFF && err == nil && glyph != 0 && as != utf8.RuneError {
		return as
	}
	if r != utf8.RuneError && !slices.Contains(l.missing, r) {
		l.missing = append(l.missing, r)
	}
	return utf8.RuneError
}

// note names the first few of the missing letters by their code points.
func (l *letters) note() string {
	const named = 6
	var codes []string
	for _, r := range l.missing[:min(named, len(l.missing))] {
		codes = append(codes, fmt.Sprintf("%U", r))
	}
	text := string(utf8.RuneError) + " the font lacks " + strings.Join(codes, ", ")
	if more := len(l.missing) - named; more > 0 {
		text += fmt.Sprintf(" and %d more", more)
	}
	return text
}

// wellFormed is r, a space for a tab or the like, or U+FFFD for a control character
// or none at all: XML has no place for these.
func wellFormed(r rune) rune {
	switch {
	case r == '\n':
		return r
	case r == '\t', r == '\r':
		return ' '
	case unicode.IsControl(r), r == 0xFFFE, r == 0xFFFF:
		return utf8.RuneError
	}
	return r
}

// unstyled is the plain form of a mathematical letter or digit (U+1D400 to U+1D7FF):
// the block repeats its alphabets in one order, style after style.
func unstyled(r rune) rune {
	for _, block := range []struct {
		first, last rune
		alphabet    string
	}{
		{0x1D400, 0x1D6A3, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"},
		{0x1D6A4, 0x1D6A5, "ıȷ"},
		{0x1D6A8, 0x1D7C9, "ΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡϴΣΤΥΦΧΨΩ∇αβγδεζηθικλμνξοπρςστυφχψω∂ϵϑϰϕϱϖ"},
		{0x1D7CA, 0x1D7CB, "Ϝϝ"},
		{0x1D7CE, 0x1D7FF, "0123456789"},
	} {
		if block.first <= r && r <= block.last {
			alphabet := []rune(block.alphabet)
			return alphabet[int(r-block.first)%len(alphabet)]
		}
	}
	return r
}
