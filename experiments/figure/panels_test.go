package figure

import (
	"slices"
	"testing"
)

// A log axis of ratios may hide a few that are not positive, but not most of them.
func TestRatiosAreLogarithmicWhereMostArePositive(t *testing.T) {
	for _, c := range []struct {
		name   string
		values []float64
		log    bool
	}{
		{"decades", []float64{1, 0.1, 0.001}, true},
		{"one is zero", []float64{1, 0.1, 0.001, 0}, true},
		{"most are negative", []float64{1, 0.01, -0.2, -0.3, -0.1}, false},
		{"near one", []float64{1, 0.5}, false},
	} {
		if got := ratioScale(c.values); got.log != c.log {
			t.Errorf("%s: log %v, want %v", c.name, got.log, c.log)
		}
	}
}

func TestLongTitlesBreakBeforeThePanelsName(t *testing.T) {
	const subject = "The subgradient method: |θ| and Nesterov's non-smooth function"
	if got, want := newTitle(subject+": on the line", 240).lines, []string{subject + ":", "on the line"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
	if got := newTitle(subject+" and others: on the line", 240).lines; len(got) != 2 {
		t.Errorf("got %q, want two lines", got)
	}
	if got := newTitle("Rates: heart", 240).lines; len(got) != 1 {
		t.Errorf("got %q, want one line", got)
	}
}

// In grey print the marker on a mark says of which curve it is.
func TestMarksCarryTheirCurvesMarker(t *testing.T) {
	p := regretPlot(powers("one", 60, 1e4, 1, 0.5))
	_, bare := probed(p)
	p.Marks = []Mark{{10, "best", 0}, {20, "here", -1}}
	_, marked := probed(p)
	if got := len(marked.fills) - len(bare.fills); got != 2+2 {
		t.Errorf("%d more shapes, want a marker on each panel and a ground for each label", got)
	}
}
