package figure

import (
	"gonum.org/v1/plot/text"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

var (
	levelStyle = draw.LineStyle{Color: ink, Width: 0.5}
	levelText  = textStyle(noteSize, ink, text.XLeft)
)

// drawLevels draws the levels, each with its label along it where there is most
// room, or away from it with a line that leads there. One that lies beyond an edge
// is named under the figure instead.
func (p *panel) drawLevels(f *frame, free *clearance) {
	courses := make([]course, len(p.levels))
	for i, t := range p.levels {
		courses[i] = f.trace(t)
		f.StrokeLines(t.style, courses[i].lines...)
	}
	for i, t := range p.levels {
		label := shorten(t.bound, levelText.Font, f.Max.X-f.Min.X)
		if place, ok := f.placeLabel(label, courses[i].lines, free); ok {
			f.StrokeLines(levelStyle, place.leader)
			fillBacked(&f.Canvas, levelText, place.box.Min, label)
			free.add(corners(place.box), diagonal(place.box), place.leader)
		}
	}
	for _, c := range courses {
		free.add(c.lines...)
	}
}

// labelPlace is the box of a label, and the line that leads to what it names, nil
// beside it.
type labelPlace struct {
	box    vg.Rectangle
	leader []vg.Point
}

// placeLabel tries places above and below the lines, ever farther off until one is
// free, and takes the one that is farthest from all else; not ok if the panel shows
// no line.
func (f *frame) placeLabel(label string, lines [][]vg.Point, free *clearance) (best labelPlace, ok bool) {
	const steps, least, enough = 24, 1.5, 2
	w, h := levelText.Width(label), levelText.Font.Size
	bestRoom := -1.0
	for off := vg.Length(least); off < f.Max.Y-f.Min.Y && bestRoom < enough; off += h / 2 {
		for i := range steps + 1 {
			left := f.Min.X + (f.Max.X-f.Min.X-w)*vg.Length(i)/steps
			lo, hi, on := heights(lines, left, left+w)
			if !on {
				continue
			}
			for _, y := range []vg.Length{hi + off, lo - off - h} {
				box := vg.Rectangle{Min: vg.Point{X: left, Y: y}, Max: vg.Point{X: left + w, Y: y + h}}
				if room := free.around(box); room > bestRoom && y >= f.Min.Y && y+h <= f.Max.Y {
					best, bestRoom, ok = labelPlace{box: box}, room, true
					if off > least {
						best.leader = leader(box, lines)
					}
				}
			}
		}
	}
	return best, ok
}

// leader goes straight up or down from the middle of a box to the lines.
func leader(box vg.Rectangle, lines [][]vg.Point) []vg.Point {
	x := (box.Min.X + box.Max.X) / 2
	lo, hi, on := heights(lines, x, x)
	switch {
	case !on:
		return nil
	case lo < box.Min.Y:
		return []vg.Point{{X: x, Y: box.Min.Y}, {X: x, Y: hi}}
	}
	return []vg.Point{{X: x, Y: box.Max.Y}, {X: x, Y: lo}}
}

// heights are the lowest and the highest point of lines between two places along x;
// not on if they have none there.
func heights(lines [][]vg.Point, from, to vg.Length) (lo, hi vg.Length, on bool) {
	include := func(y vg.Length) {
		if !on {
			lo, hi, on = y, y, true
		}
		lo, hi = min(lo, y), max(hi, y)
	}
	for _, line := range lines {
		for i := 1; i < len(line); i++ {
			a, b := line[i-1], line[i]
			if b.X < from || a.X > to || b.X <= a.X {
				continue
			}
			for _, x := range []vg.Length{max(from, a.X), min(to, b.X)} {
				include(a.Y + (b.Y-a.Y)*(x-a.X)/(b.X-a.X))
			}
		}
	}
	return lo, hi, on
}

func diagonal(r vg.Rectangle) []vg.Point { return []vg.Point{r.Min, r.Max} }
