package figure

import (
	"fmt"

	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
	"gonum.org/v1/plot/font"
	"gonum.org/v1/plot/vg"
)

// outlined draws text as the outlines of its glyphs, so that a figure looks
// the same whatever fonts its reader has.
type outlined struct{ canvas }

// FillString fills the outlines of str, its first glyph's origin at pt.
func (c outlined) FillString(face font.Face, pt vg.Point, str string) {
	var (
		buf  sfnt.Buffer
		ppem = fixed.Int26_6(face.Face.UnitsPerEm()) // one font unit is 1/64 of a pixel
		path vg.Path
	)
	origins := glyphOrigins(face, str)
	for i, r := range []rune(str) {
		glyph, err := face.Face.GlyphIndex(&buf, r)
		if err != nil {
			panic(fmt.Sprintf("figure: glyph of %q: %v", r, err))
		}
		segments, err := face.Face.LoadGlyph(&buf, glyph, ppem, nil)
		if err != nil {
			panic(fmt.Sprintf("figure: outline of %q: %v", r, err))
		}
		origin := pt.Add(vg.Point{X: origins[i]})
		path = appendGlyph(path, segments, origin, face.Font.Size/vg.Length(ppem))
	}
	if len(path) > 0 {
		c.Fill(path)
	}
}

// glyphOrigins are the distances of the glyphs from the start, kerned, and
// the width of all.
func glyphOrigins(face font.Face, str string) []vg.Length {
	origins := []vg.Length{0}
	var previous rune
	for i, r := range []rune(str) {
		advance := face.Width(string(r))
		if i > 0 {
			kern := face.Width(string([]rune{previous, r})) - face.Width(string(previous)) - advance
			origins[i] += kern
		}
		origins = append(origins, origins[i]+advance)
		previous = r
	}
	return origins
}

// appendGlyph adds a glyph, whose y axis points down, at its origin.
func appendGlyph(path vg.Path, segments sfnt.Segments, origin vg.Point, unit vg.Length) vg.Path {
	at := func(p fixed.Point26_6) vg.Point {
		return vg.Point{X: origin.X + vg.Length(p.X)*unit, Y: origin.Y - vg.Length(p.Y)*unit}
	}
	for i, s := range segments {
		switch s.Op {
		case sfnt.SegmentOpMoveTo:
			if i > 0 {
				path.Close()
			}
			path.Move(at(s.Args[0]))
		case sfnt.SegmentOpLineTo:
			path.Line(at(s.Args[0]))
		case sfnt.SegmentOpQuadTo:
			path.QuadTo(at(s.Args[0]), at(s.Args[1]))
		case sfnt.SegmentOpCubeTo:
			path.CubeTo(at(s.Args[0]), at(s.Args[1]), at(s.Args[2]))
		}
	}
	if len(segments) > 0 {
		path.Close()
	}
	return path
}
