package linear

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"testing"
)

// The kernels that take steps as a whole lead where the portable ones do, to the last bit.
func TestLanesGiveTheSameBitsWithoutVectors(t *testing.T) {
	if !hasAVX2 {
		t.Skip("no vectors here")
	}
	defer func() { hasAVX2 = true }()
	random := rand.New(rand.NewPCG(1, 2))
	const n = 40
	for _, d := range []int{1, 2, 4, 5, 8, 11, 15, 20, 24, 64, 67, maxForesight + 1} {
		data := make([]float64, n*d)
		for i := range data {
			data[i] = random.NormFloat64() / math.Sqrt(float64(d))
		}
		for _, loss := range []Loss{Logistic{}, SquaredHinge{}} {
			for _, ridge := range []float64{0, 0.1} {
				for _, radius := range []float64{0.8, math.Inf(1)} {
					m := &Model{Rows: &Dense{N: n, D: d, Data: data}, Y: signs(n), Loss: loss, Ridge: ridge}
					for _, width := range []int{1, Width} {
						name := fmt.Sprintf("d=%d/%T/ridge=%v/radius=%v/width=%d", d, loss, ridge, radius, width)
						vectors := ran(m, width, radius, all)
						hasAVX2 = false
						portable := ran(m, width, radius, all)
						hasAVX2 = true
						if !slices.Equal(vectors, portable) {
							t.Errorf("%s: other numbers without vectors", name)
						}
					}
				}
			}
		}
	}
}
