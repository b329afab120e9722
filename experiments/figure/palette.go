package figure

import (
	"image/color"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// hues are Okabe and Ito's colours, safe for colour-blind readers, without
// the yellow that vanishes on paper and with darker ones for long lists.
// Beyond eight no palette is safe by colour alone: the markers tell curves
// apart too.
var hues = []color.NRGBA{
	{0x00, 0x72, 0xB2, 0xFF}, // blue
	{0xD5, 0x5E, 0x00, 0xFF}, // vermilion
	{0x00, 0x9E, 0x73, 0xFF}, // bluish green
	{0xCC, 0x79, 0xA7, 0xFF}, // reddish purple
	{0x00, 0x00, 0x00, 0xFF}, // black
	{0xE6, 0x9F, 0x00, 0xFF}, // orange
	{0x56, 0xB4, 0xE9, 0xFF}, // sky blue
	{0x88, 0x22, 0x55, 0xFF}, // wine
	{0x33, 0x22, 0x88, 0xFF}, // indigo
	{0x8C, 0x6D, 0x31, 0xFF}, // brown
	{0x11, 0x77, 0x33, 0xFF}, // dark green
	{0x80, 0x80, 0x80, 0xFF}, // grey
}

var (
	ink      = color.NRGBA{0x26, 0x26, 0x26, 0xFF} // axes and text
	grey     = color.NRGBA{0x66, 0x66, 0x66, 0xFF} // notes and guides
	gridGrey = color.NRGBA{0xE4, 0xE4, 0xE4, 0xFF}
)

func hue(i int) color.NRGBA { return hues[i%len(hues)] }

// light is the colour of a band: transparent, so that bands may overlap.
func light(c color.NRGBA) color.NRGBA {
	c.A = 0x2E
	return c
}

// dashes tell the bounds of one curve apart.
var dashes = [][]vg.Length{{4, 2}, {6, 1.5, 1, 1.5}, {2, 1.5}, {6, 1.5, 1, 1.5, 1, 1.5}, {8, 2}}

func meanStyle(c color.NRGBA) draw.LineStyle { return draw.LineStyle{Color: c, Width: 1.1} }

func medianStyle(c color.NRGBA) draw.LineStyle {
	return draw.LineStyle{Color: c, Width: 0.7, Dashes: []vg.Length{0.7, 1.4}}
}

func boundStyle(c color.NRGBA, kind int) draw.LineStyle {
	return draw.LineStyle{Color: c, Width: 0.9, Dashes: dashes[kind%len(dashes)]}
}

// ratioStyle is solid unless several kinds of bounds are to be told apart.
func ratioStyle(c color.NRGBA, kind, kinds int) draw.LineStyle {
	sty := boundStyle(c, kind)
	if kinds == 1 {
		sty.Dashes = nil
	}
	return sty
}

func markColor(m Mark) color.NRGBA {
	if m.Curve < 0 {
		return grey
	}
	return hue(m.Curve)
}

// dark is a colour for text: pale hues are hard to read in small letters.
func dark(c color.NRGBA) color.NRGBA {
	c.R, c.G, c.B = uint8(int(c.R)*3/4), uint8(int(c.G)*3/4), uint8(int(c.B)*3/4)
	return c
}
