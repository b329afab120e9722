package analysis

import (
	"math"
	"testing"
)

// Type 7 quantiles of 1, 2, 3, 4, 10 lie at positions 4p: the five per cent
// quantile at 0.2 is 1.2, the quartiles are order statistics.
func TestSummaryOfFiveNumbers(t *testing.T) {
	got := summarize([]float64{10, 3, 1, 4, 2})
	want := Stats{Count: 5, Mean: 4, SD: math.Sqrt(50.0 / 4), Median: 3, Min: 1, Max: 10, Q05: 1.2, Q25: 2, Q75: 4, Q95: 8.8}
	for _, c := range []struct {
		name      string
		got, want float64
	}{
		{"count", float64(got.Count), 5}, {"mean", got.Mean, want.Mean}, {"sd", got.SD, want.SD},
		{"median", got.Median, want.Median}, {"min", got.Min, want.Min}, {"max", got.Max, want.Max},
		{"q05", got.Q05, want.Q05}, {"q25", got.Q25, want.Q25}, {"q75", got.Q75, want.Q75}, {"q95", got.Q95, want.Q95},
		{"standard error", got.StandardError(), math.Sqrt(50.0/4) / math.Sqrt(5)},
	} {
		if math.Abs(c.got-c.want) > 1e-14 {
			t.Errorf("%s = %v, want %v", c.name, c.got, c.want)
		}
	}
}

func TestDivergedRepetitionsCountAsInfinite(t *testing.T) {
	got := summarize([]float64{1, math.Inf(1), 2, math.Inf(1)})
	if !math.IsInf(got.Mean, 1) || !math.IsInf(got.SD, 1) || !math.IsInf(got.Q95, 1) || got.Min != 1 || !math.IsInf(got.Median, 1) {
		t.Errorf("summary of two finite and two infinite values: %+v", got)
	}
}

func TestEqualValuesHaveNoSpread(t *testing.T) {
	if got := summarize([]float64{0.1, 0.1, 0.1}); got.Mean != 0.1 || got.SD != 0 {
		t.Errorf("mean %v and deviation %v of three times 0.1", got.Mean, got.SD)
	}
}

func TestSlopeOfAPowerLaw(t *testing.T) {
	var x, y []float64
	for k := 1; k <= 10; k++ {
		x = append(x, float64(k*k))
		y = append(y, 3*math.Pow(float64(k*k), -0.5))
	}
	if slope, why := logLogSlope(x, y, nil); math.Abs(slope+0.5) > 1e-12 {
		t.Errorf("slope %v (%s), want -0.5", slope, why)
	}
	y[0] = -1
	if slope, why := logLogSlope(x, y, nil); !math.IsNaN(slope) || why == "" {
		t.Errorf("slope %v (%q) through a negative value, want none and a reason", slope, why)
	}
	if slope, _ := logLogSlope(x, y, []float64{4, 100}); math.Abs(slope+0.5) > 1e-12 {
		t.Errorf("slope %v in a window without the negative value, want -0.5", slope)
	}
}
