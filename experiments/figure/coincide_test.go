package figure

import (
	"math"
	"slices"
	"testing"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// on says whether a pattern draws at a distance along its line.
func on(dashes []vg.Length, offset, at vg.Length) bool {
	var cycle vg.Length
	for _, d := range dashes {
		cycle += d
	}
	at = vg.Length(math.Mod(float64(at+offset), float64(cycle)))
	for i, d := range dashes {
		if at < d {
			return i%2 == 0
		}
		at -= d
	}
	return false
}

// Of lines that coincide each shows all of its dashes, and no two draw at one place.
func TestCoincidentLinesTakeTurns(t *testing.T) {
	styles := []draw.LineStyle{meanStyle(hue(0)), boundStyle(hue(1), 0), boundStyle(hue(2), 1), boundStyle(hue(3), 0)}
	const step = 0.05
	lengths := make([]float64, len(styles))
	for at := vg.Length(step / 2); at < 6+6+10+6; at += step {
		var drawn []int
		for i := range styles {
			if dashes, offset := turnOf(styles, i); on(dashes, offset, at) {
				drawn = append(drawn, i)
				lengths[i] += step
			}
		}
		if len(drawn) > 1 {
			t.Fatalf("lines %v all draw %v points along", drawn, at)
		}
	}
	for i, want := range []float64{6, 4, 7, 4} {
		if math.Abs(lengths[i]-want) > 2*step {
			t.Errorf("line %d draws %.2f points a cycle, want %v", i, lengths[i], want)
		}
	}
}

// Two curves have one bound; a third curve lies on its own.
func coinciding() Plot {
	p := regretPlot(powers("iid", 60, 1e4, 1, 0.5), powers("batches", 60, 1e4, 0.4, 0.4), powers("worst", 60, 1e4, 3, 0.3))
	p.Curves[1].Bounds[0].Y = p.Curves[0].Bounds[0].Y
	p.Curves[1].Bounds[0].Ratio = slices.Repeat([]float64{0.1}, 60)
	p.Curves[2].Bounds[0].Y = p.Curves[2].Mean
	p.Curves[2].Bounds[0].Ratio = slices.Repeat([]float64{1}, 60)
	return p
}

func TestCoincidenceIsSaidAndShown(t *testing.T) {
	s, c := probed(coinciding())
	for _, want := range []string{"≡ within the width of a line: zinkevich of iid, batches", "≡ hidden by its own curve: zinkevich of worst"} {
		if !said(c, want) {
			t.Errorf("missing %q", want)
		}
	}
	_, turns := s.main.takeTurns()
	if want := []turn{{0, 2}, {1, 2}, {0, 1}}; !slices.Equal(turns[:3], want) {
		t.Errorf("bounds have turns %v, want %v", turns[:3], want)
	}
	apart := newSheet(regretPlot(powers("one", 60, 1e4, 1, 0.5), powers("two", 60, 1e4, 1.1, 0.5)))
	if notes := apart.main.coincidences(); notes != nil {
		t.Errorf("of lines that lie apart: %q", notes)
	}
}

// Markers of curves with few points and one course do not cover each other; each bound
// has two markers of its own.
func TestCoincidentMarkersTakeTurns(t *testing.T) {
	_, c := probed(regretPlot(powers("one", 6, 1e4, 1, 0.5), powers("two", 6, 1e4, 1, 0.5)))
	markers := 0
	for _, f := range c.fills {
		if f.color == hue(0) || f.color == hue(1) {
			markers++
		}
	}
	if want := 6 + 6 + 2*2 + 2; markers != want {
		t.Errorf("%d markers, want one a point on both panels, two a bound and two in the legend: %d", markers, want)
	}
}

// A group of many is named as a whole.
func TestManyCoincidentCurvesAreNotListed(t *testing.T) {
	p := regretPlot()
	for _, label := range []string{"a", "b", "c", "d", "e"} {
		p.Curves = append(p.Curves, powers(label, 6, 1e4, 1, 0.5))
	}
	if _, c := probed(p); !said(c, "≡ within the width of a line: all 5 curves") || !said(c, "≡ within the width of a line: zinkevich of all 5 curves") {
		t.Error("no note of five curves in one")
	}
}
