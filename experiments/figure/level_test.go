package figure

import (
	"math"
	"testing"

	"gonum.org/v1/plot/vg"
)

// A level runs across the panel with its label along it; one that no axis
// reaches is named under the figure.
func TestLevelsAreDrawnWithTheirLabels(t *testing.T) {
	plot := situations()["claimed"]
	s, c := probed(plot)
	if err := c.collision(); err != nil {
		t.Error(err)
	}
	lines := 0
	var height vg.Length
	for _, stroke := range c.strokes {
		if stroke.width == levelStyle.Width && stroke.color == ink && len(stroke.points) == 2 && stroke.points[0].Y == stroke.points[1].Y &&
			stroke.points[1].X-stroke.points[0].X > 0.8*(s.width-s.main.left-s.main.right) {
			lines++
			height = stroke.points[0].Y
		}
	}
	if lines != 2 {
		t.Fatalf("%d lines across the panel, want the 2 levels that the axis reaches", lines)
	}
	for _, label := range []string{"✓ below RG/√T at T", "✗ above 0.1 at T"} {
		if !c.stands(label, height) {
			t.Errorf("%q does not stand at its line, and nothing leads there", label)
		}
	}
	if !said(c, "▼ beyond the lower edge: ✗ below 1e-30 at T (2 of 2 points)") {
		t.Error("a level beyond the axis is not named")
	}
	plot.Levels[0].Y = nil
	if plot.validate() == nil {
		t.Error("a level without values is drawn")
	}
}

// stands says whether a text is at a height, or a line of levels goes there from it.
func (p *probe) stands(label string, height vg.Length) bool {
	touches := func(y vg.Length, box vg.Rectangle) bool { return y > box.Min.Y-6 && y < box.Max.Y+6 }
	for _, text := range p.texts {
		if text.text != label {
			continue
		}
		if touches(height, text.box) {
			return true
		}
		for _, s := range p.strokes {
			if s.width == levelStyle.Width && len(s.points) == 2 && s.points[0].X > text.box.Min.X && s.points[0].X < text.box.Max.X &&
				touches(s.points[0].Y, text.box) && math.Abs(float64(s.points[1].Y-height)) < 1e-6 {
				return true
			}
		}
	}
	return false
}

// A level that curves run along and the edge is close to has its label where none
// of them is.
func TestLabelsOfLevelsKeepOffCurves(t *testing.T) {
	flat, rising := powers("flat", 60, 1e3, 0.015, -0.01), powers("rising", 60, 1e3, 0.0151, -0.05)
	for _, c := range []*Curve{&flat, &rising} {
		c.Lo, c.Hi, c.Median = c.Mean, c.Mean, nil
		for i := range c.Mean {
			c.Bounds[0].Y[i] = math.Pow(c.X[i], -0.5)
		}
	}
	plot := regretPlot(flat, rising)
	plot.Levels = []Level{{"✓ above RG/(2(1 + √d)) at T", []float64{1, 1e3}, []float64{0.015, 0.015}}}
	_, c := probed(plot)
	if err := c.collision(); err != nil {
		t.Error(err)
	}
	for _, text := range c.texts {
		if text.text != plot.Levels[0].Label {
			continue
		}
		for _, s := range c.strokes {
			if s.color != hue(0) && s.color != hue(1) {
				continue
			}
			for i := 1; i < len(s.points); i++ {
				for k := range 11 {
					at := s.points[i-1].Add(s.points[i].Sub(s.points[i-1]).Scale(vg.Length(k) / 10))
					if at.X > text.box.Min.X && at.X < text.box.Max.X && at.Y > text.box.Min.Y && at.Y < text.box.Max.Y {
						t.Fatalf("a curve runs through the label at %v", at)
					}
				}
			}
		}
		return
	}
	t.Error("the level has no label")
}

func TestHeights(t *testing.T) {
	falls := [][]vg.Point{{{X: 0, Y: 10}, {X: 10, Y: 0}}}
	if lo, hi, on := heights(falls, 2, 5); lo != 5 || hi != 8 || !on {
		t.Errorf("from 2 to 5 it takes %v to %v", lo, hi)
	}
	if _, _, on := heights(falls, 11, 12); on {
		t.Error("the line ends at 10")
	}
}
