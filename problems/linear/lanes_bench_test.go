package linear

import (
	"fmt"
	"math"
	"math/rand/v2"
	"testing"
)

func BenchmarkLanes(b *testing.B) {
	for _, width := range []int{1, Width} {
		for _, d := range []int{20, 100} {
			random := rand.New(rand.NewPCG(1, 2))
			const n, block = 10_000, 1024
			m := &Model{Rows: &Dense{N: n, D: d, Data: normals(random, n*d)}, Y: make([]float64, n), Loss: Logistic{}}
			for i := range m.Y {
				m.Y[i] = math.Copysign(1, random.Float64()-0.5)
			}
			l := NewLanes(m, make([]float64, d), math.Inf(1), make([]float64, d), width, 1)
			rows, eta, weights := make([]int32, block), make([][Width]float64, block), make([][Width]float64, block)
			for i := range rows {
				rows[i] = int32(random.IntN(n))
				for k := range Width {
					eta[i][k], weights[i][k] = 0.01, 1
				}
			}
			b.Run(fmt.Sprintf("width=%d/d=%d", width, d), func(b *testing.B) {
				for b.Loop() {
					l.Run(rows, eta, [][][Width]float64{weights}, nil)
				}
				b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/block/float64(width), "ns/step")
			})
		}
	}
}
