package linear

import (
	"math"
	"testing"
)

func TestInverseRoots(t *testing.T) {
	for _, first := range []int{1, 2, 1023, 1 << 40} {
		for n := range 20 {
			dst := make([]float64, n+1)
			InverseRoots(dst[:n], 0.3, first)
			for i := range n {
				if want := 0.3 / math.Sqrt(float64(first+i)); dst[i] != want {
					t.Fatalf("t = %d: %v, want %v", first+i, dst[i], want)
				}
			}
			if dst[n] != 0 {
				t.Fatalf("%d numbers reach beyond the slice", n)
			}
		}
	}
}
