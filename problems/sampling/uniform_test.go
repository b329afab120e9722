package sampling

import (
	"math/rand/v2"
	"testing"
)

// The draws are those of the standard library, rejected ones included: of the large
// numbers of rows here it rejects up to half.
func TestUniformDrawsLikeRand(t *testing.T) {
	for _, n := range []uint64{1, 2, 3, 8, 10, 569, 1 << 31, 1<<63 + 1, 1<<64 - 3} {
		u, random := uniform{rand.NewPCG(1, 2), n}, rand.New(rand.NewPCG(1, 2))
		for i := range 1000 {
			if got, want := u.draw(), random.Uint64N(n); got != want {
				t.Fatalf("n = %d: draw %d is %d, want %d", n, i, got, want)
			}
		}
	}
}

func BenchmarkUniform(b *testing.B) {
	u, rows := uniform{rand.NewPCG(1, 2), 10_000}, make([]int32, 1024)
	for b.Loop() {
		u.Fill(rows, 1)
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*len(rows)), "ns/draw")
}
