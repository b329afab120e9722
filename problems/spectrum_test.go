package problems

import (
	"math"
	"testing"

	"regret/problems/linear"
)

// Weights of 2^-440 scale the eigenvalues and nothing else; rows whose squares
// overflow have no finite ones.
func TestSpectrumAtAnyScale(t *testing.T) {
	rows := &linear.Dense{N: 4, D: 3, Data: []float64{3, 1, 0, 1, 2, 0, 0, 1, 4, 1, 0, 1}}
	plain := spectrumOf(rows, nil)
	tiny := spectrumOf(rows, []float64{0x1p-440, 0x1p-440, 0x1p-440, 0x1p-440})
	if want := math.Ldexp(plain.largest, -440); tiny.largest != want || tiny.least != math.Ldexp(plain.least, -440) {
		t.Errorf("the eigenvalues are %g and %g, the largest should be %g", tiny.least, tiny.largest, want)
	}
	mixed := spectrumOf(rows, []float64{0, 0x1p-440, 0x1p-460, 1})
	if !(math.Abs(mixed.largest-0.5) <= 1e-15) || mixed.least != 0 {
		t.Errorf("the eigenvalues are %g and %g, instead of 0 and 2/4", mixed.least, mixed.largest)
	}
	huge := spectrumOf(&linear.Dense{N: 1, D: 1, Data: []float64{1e200}}, nil)
	if !math.IsInf(huge.largest, 1) || huge.exact {
		t.Errorf("the square of 1e200 is %g", huge.largest)
	}
}
