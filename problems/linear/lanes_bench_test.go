package linear

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"testing"
)

func BenchmarkLanes(b *testing.B) {
	random := rand.New(rand.NewPCG(1, 2))
	const n = 10_000
	for _, d := range []int{20, 100} {
		benchmarkLanes(b, fmt.Sprintf("d=%d", d), &Dense{N: n, D: d, Data: normals(random, n*d)})
	}
	benchmarkLanes(b, "sparse", zipf(random, 20_000, 47_000, 75))
}

// zipf returns rows in which the k-th most frequent column is 1/k as frequent as the
// first, as words are.
func zipf(random *rand.Rand, n, d, entries int) *Sparse {
	m := &Sparse{N: n, D: d, Starts: []int{0}}
	byFrequency := random.Perm(d)
	for range n {
		seen := map[int]bool{}
		for len(seen) < entries {
			seen[byFrequency[int(math.Exp(random.Float64()*math.Log(float64(d))))-1]] = true
		}
		for j := range seen {
			m.Columns = append(m.Columns, int32(j))
		}
		slices.Sort(m.Columns[m.Starts[len(m.Starts)-1]:])
		m.Starts = append(m.Starts, len(m.Columns))
	}
	m.Values = normals(random, len(m.Columns))
	return m
}

func benchmarkLanes(b *testing.B, name string, data Matrix) {
	const block = 1024
	n, d := data.Len(), data.Dim()
	random := rand.New(rand.NewPCG(1, 2))
	m := &Model{Rows: data, Y: make([]float64, n), Loss: Logistic{}}
	for i := range m.Y {
		m.Y[i] = math.Copysign(1, random.Float64()-0.5)
	}
	eta, weights := make([][Width]float64, block), make([][Width]float64, block)
	for i := range eta {
		for k := range Width {
			eta[i][k], weights[i][k] = 0.001, 1
		}
	}
	for _, width := range []int{1, Width} {
		for _, averages := range []int{0, 1} {
			l := NewLanes(m, make([]float64, d), math.Inf(1), make([]float64, d), width, averages)
			all := [][][Width]float64{weights}[:averages]
			rows := make([]int32, block)
			b.Run(fmt.Sprintf("width=%d/%s/averages=%d", width, name, averages), func(b *testing.B) {
				b.ReportAllocs()
				for b.Loop() {
					for i := range rows {
						rows[i] = int32(random.IntN(n))
					}
					l.Run(rows, eta, all)
				}
				b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/block/float64(width), "ns/step")
			})
		}
	}
}
