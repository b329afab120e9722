package runner

import (
	"math"
	"testing"

	"github.com/google/go-cmp/cmp"

	"regret/optim"
)

func testSnapshot() *optim.Snapshot {
	return &optim.Snapshot{
		T: 7, Step: 0.5, Distance: 2, SampleGradientNorm: 3, D: 4, G: 5, GradientNorm: 6,
		Averages: []optim.AverageSnapshot{
			{Loss: 11, Regret: 12, Value: 13},
			{Loss: 21, Regret: 22, Value: 23},
			{Loss: 31, Regret: 32, Value: 33},
		},
	}
}

func TestLayout(t *testing.T) {
	for _, c := range []struct {
		layout layout
		want   map[string]float64
	}{
		{layout{averages: allAverages()}, map[string]float64{
			"t": 7, "step": 0.5, "sample-gradient-norm": 3, "distance": 2, "D": 4, "G": 5, "gradient-norm": 6,
			"average-loss:uniform": 11, "average-regret:uniform": 12, "value:uniform": 13,
			"average-loss:step-weighted": 21, "average-regret:step-weighted": 22, "value:step-weighted": 23,
			"value:last": 33,
		}},
		{layout{averages: allAverages(), online: true}, map[string]float64{
			"t": 7, "step": 0.5, "sample-gradient-norm": 3, "distance": 2, "D": 4, "G": 5,
			"average-loss:uniform": 11, "average-regret:uniform": 12,
			"average-loss:step-weighted": 21, "average-regret:step-weighted": 22,
		}},
		{layout{averages: allAverages()[:1]}, map[string]float64{
			"t": 7, "step": 0.5, "sample-gradient-norm": 3, "distance": 2, "D": 4, "G": 5,
			"average-loss:uniform": 11, "average-regret:uniform": 12, "value:uniform": 13,
		}},
	} {
		row := c.layout.row(testSnapshot())
		got := map[string]float64{}
		for j, name := range c.layout.columns() {
			got[name] = row[j]
		}
		if d := cmp.Diff(c.want, got); d != "" || len(row) != len(got) {
			t.Errorf("%d numbers: %s", len(row), d)
		}
	}
}

func TestOverflowIsInfinite(t *testing.T) {
	s := testSnapshot()
	s.Averages[0].Value = math.NaN() // Inf - Inf
	l := layout{averages: allAverages()[:1]}
	if row := l.row(s); !math.IsInf(row[8], 1) {
		t.Errorf("row %v", row)
	}
}

func TestDivergedRow(t *testing.T) {
	inf := math.Inf(1)
	l := layout{averages: allAverages()[:1], online: true}
	if d := cmp.Diff([]float64{9, 0.25, inf, inf, inf, inf, inf, inf}, l.divergedRow(9, 0.25)); d != "" {
		t.Error(d)
	}
}
