package linear

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

// draw returns a row of n entries in increasing columns below d.
func draw(random *rand.Rand, n, d int) (columns []int32, values []float64) {
	for _, j := range random.Perm(d)[:n] {
		columns = append(columns, int32(j))
	}
	slices.Sort(columns)
	return columns, normals(random, n)
}

// The kernels of sparse rows that this machine runs give the bits of the portable ones,
// for any stride, and one lane those of eight.
func TestSparseKernelsGiveTheSameBits(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for n := range 60 {
		d := n + 1 + random.IntN(40)
		columns, values := draw(random, n, d)
		ahead, _ := draw(random, n, d)
		for _, stride := range []int{1, 2, 3, 4, 8, 12, 16, 20, 24, 28, 40, 48} {
			block, c := normals(random, stride*d), normals(random, stride)
			want := slices.Clone(block)
			fetch(block, stride, ahead)
			scatter(block, columns, values, c, ahead)
			scatterPortable(want, columns, values, c)
			if !slices.Equal(block, want) {
				t.Fatalf("%d entries, stride %d: scatter differs from the portable one", n, stride)
			}
			for _, width := range []int{1, Width} {
				if width > stride {
					continue
				}
				var z, wantZ [Width]float64
				gather(block, stride, columns, values, &z, width)
				gatherPortable(block, stride, columns, values, &wantZ, width)
				if z != wantZ {
					t.Fatalf("%d entries, stride %d: margins %v, want %v", n, stride, z, wantZ)
				}
			}
		}
	}
}

func TestSumsGiveTheSameBits(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for n := range 60 {
		const d = 70
		total, lost := normals(random, Width*d), normals(random, Width*d)
		want, wantLost := slices.Clone(total), slices.Clone(lost)
		c := [Width]float64(normals(random, Width))
		for range 3 {
			columns, values := draw(random, n, d)
			scatterSums(total, lost, columns, values, &c, Width)
			scatterSumsPortable(want, wantLost, columns, values, &c, Width)
		}
		if !slices.Equal(total, want) || !slices.Equal(lost, wantLost) {
			t.Fatalf("%d entries: sums differ from the portable ones", n)
		}
	}
}

// Margins have the bits of Sparse.Dot.
func TestGatherIsDot(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for n := range 40 {
		const d = 50
		columns, values := draw(random, n, d)
		m := &Sparse{N: 1, D: d, Starts: []int{0, n}, Columns: columns, Values: values}
		theta := normals(random, Width*d)
		var z [Width]float64
		gather(theta, Width, columns, values, &z, Width)
		for l := range z {
			if want := m.Dot(0, lane(theta, l)); z[l] != want {
				t.Errorf("%d entries: lane %d: %v, want %v", n, l, z[l], want)
			}
		}
	}
}

func TestSparseRowsAreChecked(t *testing.T) {
	for name, m := range map[string]*Sparse{
		"column":          {N: 1, D: 2, Starts: []int{0, 1}, Columns: []int32{2}, Values: []float64{1}},
		"negative column": {N: 1, D: 2, Starts: []int{0, 1}, Columns: []int32{-1}, Values: []float64{1}},
		"too short":       {N: 1, D: 2, Starts: []int{0, 2}, Columns: []int32{0, 1}, Values: []float64{1}},
		"decreasing":      {N: 2, D: 2, Starts: []int{0, 2, 1}, Columns: []int32{0, 1}, Values: []float64{1, 1}},
		"starts":          {N: 2, D: 2, Starts: []int{0, 1}, Columns: []int32{0}, Values: []float64{1}},
	} {
		t.Run(name, func(t *testing.T) {
			defer func() {
				if said, _ := recover().(string); !strings.HasPrefix(said, "linear: ") {
					t.Errorf("panic %q", said)
				}
			}()
			NewLanes(&Model{Rows: m, Y: make([]float64, m.N), Loss: Squared{}}, make([]float64, 2), 1, make([]float64, 2), 1, 0)
		})
	}
}
