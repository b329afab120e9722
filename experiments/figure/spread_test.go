package figure

import (
	"math"
	"testing"

	"gonum.org/v1/plot/vg"
)

// theoryPlot has bounds of three schedules at five horizons, of which the last two
// are infinite under the dashed theorem.
func theoryPlot() Plot {
	p := Plot{Title: "Bounds", XLabel: "horizon T", YLabel: "bound", LogX: true, LogY: true, Theory: "exact"}
	for i, label := range []string{"constant", "linear", "cosine"} {
		c := Curve{Label: label}
		other := Line{Label: "old"}
		for k := range 5 {
			c.X = append(c.X, math.Pow(10, float64(k+1)))
			c.Mean = append(c.Mean, float64(i+1+k))
			y := 2 * float64(k+1)
			if i > 0 {
				y = math.Inf(1)
			}
			other.Y = append(other.Y, y)
		}
		other.X = c.X
		c.Bounds = []Line{other}
		p.Curves = append(p.Curves, c)
	}
	return p
}

func TestVacuousBoundsAreShownAndSaid(t *testing.T) {
	s, c := probed(theoryPlot())
	if s.ratio != nil {
		t.Error("ratios without a measurement")
	}
	for _, want := range []string{"▲ infinite, so vacuous: old of linear, cosine (5 of 5 points)", "bound: exact", "bound: old"} {
		if !said(c, want) {
			t.Errorf("missing %q", want)
		}
	}
	arrows := map[int][]vg.Length{} // of three corners, by curve
	for _, f := range c.fills {
		for i := range 3 {
			if len(f.points) == 3 && f.color == hue(i) && f.points[0].Y > f.points[1].Y && math.Abs(float64(f.points[2].X-f.points[1].X)-4) < 1e-6 {
				arrows[i] = append(arrows[i], f.points[0].X)
			}
		}
	}
	if len(arrows[0]) != 0 || len(arrows[1]) != 5 || len(arrows[2]) != 5 {
		t.Fatalf("arrows %v, want five for each vacuous bound", arrows)
	}
	for k := range 5 {
		if apart := arrows[2][k] - arrows[1][k]; apart < 4 {
			t.Errorf("arrows %d are %v apart and hide each other", k+1, apart)
		}
	}
}

// A bound that is the curve itself is vacuous where it is infinite, not diverged.
func TestSolidBoundDoesNotDiverge(t *testing.T) {
	p := theoryPlot()
	p.Curves = p.Curves[:1]
	p.Curves[0].Bounds = nil
	p.Curves[0].Mean[4] = math.Inf(1)
	if _, c := probed(p); !said(c, "▲ infinite, so vacuous: exact of constant (1 of 5 points)") {
		t.Error("not said")
	}
}
