package schedule

import (
	"math"
	"slices"
	"testing"
)

// FuzzInverseSqrt compares the steps on this machine with the portable ones, bit for bit.
func FuzzInverseSqrt(f *testing.F) {
	for n := range uint8(20) {
		f.Add(0.3, 1+7*int(n), n)
	}
	f.Add(1e300, 1<<53-40, uint8(37))
	f.Add(5e-324, 100_000_000, uint8(33))
	f.Fuzz(func(t *testing.T, alpha float64, first int, n uint8) {
		if !(alpha > 0) || first < 1 || first > 1<<53-300 {
			t.Skip()
		}
		got, want := make([]float64, n), make([]float64, n)
		inverseSqrts(got, alpha, first)
		inverseSqrtsPortable(want, alpha, first)
		if !slices.EqualFunc(got, want, func(a, b float64) bool { return math.Float64bits(a) == math.Float64bits(b) }) {
			t.Errorf("%g/sqrt(%d..): %v, portable %v", alpha, first, got, want)
		}
	})
}
