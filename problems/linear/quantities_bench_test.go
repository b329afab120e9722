package linear

import (
	"fmt"
	"math"
	"math/rand/v2"
	"testing"
)

// BenchmarkQuantities compares the steps of Lanes, which note online loss, the
// comparator's loss, D and G, with the same kernels bare: margin, slope, update. (The
// kernel of eight logistic slopes gives the losses too.)
func BenchmarkQuantities(b *testing.B) {
	for _, d := range []int{20, 100} {
		for _, width := range []int{1, Width} {
			const n, block = 10_000, 1024
			random := rand.New(rand.NewPCG(1, 2))
			m := &Model{Rows: &Dense{N: n, D: d, Data: normals(random, n*d)}, Y: make([]float64, n), Loss: Logistic{}}
			for i := range m.Y {
				m.Y[i] = math.Copysign(1, random.Float64()-0.5)
			}
			rows, eta := make([]int32, 16*block), make([][Width]float64, block)
			for i := range rows {
				rows[i] = int32(random.IntN(n))
			}
			for i := range eta {
				for k := range Width {
					eta[i][k] = 1e-3 * float64(k+1)
				}
			}
			l := NewLanes(m, make([]float64, d), math.Inf(1), make([]float64, d), width, 0)
			theta := newIterates(d, width)
			name := func(what string) string { return fmt.Sprintf("d=%d/width=%d/%s", d, width, what) }
			time := func(b *testing.B, run func(rows []int32)) {
				part := 0
				for b.Loop() {
					run(rows[part*block : (part+1)*block])
					part = (part + 1) % 16
				}
				b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/block/float64(width), "ns/step")
			}
			b.Run(name("bare"), func(b *testing.B) {
				time(b, func(rows []int32) { bareSteps(m, theta, rows, eta, width) })
			})
			b.Run(name("covered"), func(b *testing.B) {
				time(b, func(rows []int32) { l.Run(rows, eta, nil) })
			})
		}
	}
}

// bareSteps takes one step of SGD for each row, on the whole space and without ridge.
func bareSteps(m *Model, theta []float64, rows []int32, eta [][Width]float64, width int) {
	dense := m.Rows.(*Dense)
	alpha := [Width]float64{1, 1, 1, 1, 1, 1, 1, 1}
	var z, value, slope, beta [Width]float64
	row := dense.Row(int(rows[0]))
	margins(theta, row, &z, width)
	for i, index := range rows {
		m.losses(&z, m.Y[index], &value, &slope, width)
		for k := range width {
			beta[k] = -eta[i][k] * slope[k]
		}
		last := len(rows) - 1
		next, ahead := dense.Row(int(rows[min(i+1, last)])), dense.Row(int(rows[min(i+2, last)]))
		step(theta, row, next, &alpha, &beta, &z, width, ahead)
		row = next
	}
}

// The bare steps lead where those of Lanes do.
func TestBareStepsAgree(t *testing.T) {
	random := rand.New(rand.NewPCG(7, 8))
	const n, d = 20, 11
	m := &Model{Rows: &Dense{N: n, D: d, Data: normals(random, n*d)}, Y: make([]float64, n), Loss: Logistic{}}
	const steps = 100
	rows, eta := make([]int32, steps+1), make([][Width]float64, steps+1)
	for i := range m.Y {
		m.Y[i] = math.Copysign(1, random.Float64()-0.5)
	}
	for i := range rows {
		rows[i] = int32(random.IntN(n))
		for k := range Width {
			eta[i][k] = 0.01 * float64(k+1)
		}
	}
	for _, width := range []int{1, Width} {
		l := NewLanes(m, make([]float64, d), math.Inf(1), make([]float64, d), width, 0)
		l.Run(rows, eta, nil)
		theta := newIterates(d, width)
		bareSteps(m, theta, rows[:steps], eta, width)
		for at, want := range l.Iterates() {
			if math.Abs(theta[at]-want) > 1e-14 {
				t.Fatalf("width %d: theta[%d] = %v, want %v", width, at, theta[at], want)
			}
		}
	}
}
