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
		near := false
		for _, text := range c.texts {
			near = near || text.text == label && math.Abs(float64(text.box.Min.Y-height)) < 12
		}
		if !near {
			t.Errorf("%q does not stand at its line", label)
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

func TestHeights(t *testing.T) {
	falls := [][]vg.Point{{{X: 0, Y: 10}, {X: 10, Y: 0}}}
	if lo, hi, on := heights(falls, 2, 5); lo != 5 || hi != 8 || !on {
		t.Errorf("from 2 to 5 it takes %v to %v", lo, hi)
	}
	if _, _, on := heights(falls, 11, 12); on {
		t.Error("the line ends at 10")
	}
}
