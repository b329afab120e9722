package report_test

import (
	"strings"
	"testing"

	"regret/experiments/config"
	"regret/experiments/figure"
	"regret/optim/schedule"
)

// A certificate that matters for a curve is drawn; one that no eye could see, and
// those of other quantities, are not.
func TestTheCertificatesFloorIsDrawn(t *testing.T) {
	floor := func(quantity string, gap float64) figure.Plot {
		c := newCase("constant", schedule.Constant{Step: 1}, 8, nil)
		c.Instance.Optimum.Gap = gap
		return draw(t, result([]config.Figure{{Quantity: quantity, Against: "t"}}, c))[0].Plot
	}
	p := floor("gap-last", 0.01)
	if len(p.Levels) != 1 || p.Levels[0].Label != "certificate: F(u) − F* ≤ 0.01" || p.Levels[0].Y[0] != 0.01 {
		t.Errorf("levels %v", p.Levels)
	}
	if notes := strings.Join(p.Notes, "\n"); !strings.Contains(notes, "between a curve and the curve plus") {
		t.Errorf("notes %q", notes)
	}
	for _, p := range []figure.Plot{floor("gap-last", 1e-4), floor("average-regret", 0.01)} {
		if len(p.Levels) != 0 {
			t.Errorf("levels %v", p.Levels)
		}
	}
}

// Samplings of one problem share its certificate, and one line shows it.
func TestSamplingsShareAFloor(t *testing.T) {
	a := newCase("constant", schedule.Constant{Step: 1}, 8, nil)
	b := newCase("constant", schedule.Constant{Step: 1}, 8, nil)
	b.Sampling = config.Sampling{Name: "shuffle", Kind: "shuffle", Label: "shuffle"}
	a.Instance.Optimum.Gap, b.Instance.Optimum.Gap = 0.01, 0.01
	p := draw(t, result([]config.Figure{{Quantity: "gap-last", Against: "t"}}, a, b))[0].Plot
	if len(p.Levels) != 1 || len(p.Curves) != 2 || p.Curves[1].Label != "shuffle" {
		t.Errorf("levels %v, curves %v", p.Levels, p.Curves)
	}
}
