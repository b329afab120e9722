package linear

import (
	"math"
	"testing"
)

func TestSumLosesNoDigits(t *testing.T) {
	var s Sum
	for _, x := range []float64{1, 1e100, 1, -1e100} {
		s.Add(x)
	}
	if got := s.Value(); got != 2 {
		t.Errorf("1 + 1e100 + 1 - 1e100 = %v, want 2", got)
	}

	// Ten million times 0.1: the plain sum is off by 1.6e-4.
	var tenths Sum
	for range 10_000_000 {
		tenths.Add(0.1)
	}
	want := 1e6 + 1e7*(0.1-1.0/10) // 0.1 is what it is in binary
	if got := tenths.Value(); math.Abs(got-want) > 1e-9 {
		t.Errorf("1e7 * 0.1 = %.17g, want %.17g", got, want)
	}
}
