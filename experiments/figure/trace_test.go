package figure

import (
	"math"
	"testing"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// testFrame is 100 x 100 points for x from 0 to 10 and y from 1 to 100, log.
func testFrame() *frame {
	return &frame{
		Canvas: draw.NewCanvas(newProbe(), 100, 100),
		x:      scale{0, 10, false}, y: scale{1, 100, true},
	}
}

func TestCourse(t *testing.T) {
	inf, nan := math.Inf(1), math.NaN()
	for _, test := range []struct {
		name                                            string
		ys                                              []float64
		lines, points, lone, crosses, ups, downs, rings int
	}{
		{"inside", []float64{10, 10, 10}, 1, 3, 0, 0, 0, 0, 0},
		{"a gap parts the line", []float64{10, 10, nan, 10, 10}, 2, 4, 0, 0, 0, 0, 0},
		{"a point alone", []float64{10, 10, nan, 10, nan}, 1, 3, 1, 0, 0, 0, 0},
		{"not positive", []float64{10, 10, 0, -1}, 1, 2, 0, 0, 0, 0, 2},
		{"diverged", []float64{10, 10, inf, inf}, 1, 2, 0, 1, 0, 0, 0},
		{"diverged from the start", []float64{inf, inf}, 0, 0, 0, 1, 0, 0, 0},
		{"back from infinity", []float64{inf, 10, 10}, 1, 2, 0, 1, 0, 0, 0},
		{"over the top and back", []float64{10, 1e200, 1e200, 10}, 2, 2, 0, 0, 2, 0, 0},
		{"under the bottom", []float64{10, 1e-9}, 1, 1, 0, 0, 0, 1, 0},
		{"over the top, then diverged", []float64{10, 1e9, inf}, 1, 1, 0, 1, 1, 0, 0},
	} {
		tr := trace{ys: test.ys}
		for i := range test.ys {
			tr.xs = append(tr.xs, float64(i))
		}
		c := testFrame().trace(tr)
		got := [7]int{len(c.lines), len(c.points), len(c.lone), len(c.crosses), len(c.ups), len(c.downs), len(c.rings)}
		want := [7]int{test.lines, test.points, test.lone, test.crosses, test.ups, test.downs, test.rings}
		if got != want {
			t.Errorf("%s: lines, points, lone, crosses, ups, downs, rings %v, want %v", test.name, got, want)
		}
	}
}

func TestDivergedLineEndsWhereTheSeedDiverged(t *testing.T) {
	tr := trace{xs: []float64{0, 2, 6}, ys: []float64{10, 10, math.Inf(1)}, divergedAt: 5}
	c := testFrame().trace(tr)
	want := vg.Point{X: 50, Y: 100}
	if c.crosses[0] != want {
		t.Errorf("cross at %v, want %v", c.crosses[0], want)
	}
	if line := c.lines[0]; line[len(line)-1] != want {
		t.Errorf("line ends at %v, want %v", line[len(line)-1], want)
	}
}

func TestLeavingIsMarkedOnTheEdge(t *testing.T) {
	// From 10 to 1000 in one step of x: the line is over 100 half way.
	c := testFrame().trace(trace{xs: []float64{0, 2}, ys: []float64{10, 1000}})
	if at := c.ups[0]; math.Abs(float64(at.X-10)) > 1e-9 || at.Y != 100 {
		t.Errorf("arrow at %v, want {10 100}", at)
	}
}

func TestDivergenceBetweenCheckpointsIsKnownToTheCurve(t *testing.T) {
	p := situations()["diverged"]
	traces := mainPanel(p, boundKinds(p)).traces
	if mean := traces[len(traces)-1]; mean.divergedAt != 480 {
		t.Errorf("the mean of the last curve diverges at %v", mean.divergedAt)
	}
}
