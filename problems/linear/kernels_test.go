package linear

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"testing"
)

func normals(random *rand.Rand, n int) []float64 {
	x := make([]float64, n)
	for i := range x {
		x[i] = random.NormFloat64()
	}
	return x
}

// The kernels that this machine runs give the bits of the portable ones, and one
// lane those of eight.
func TestKernelsGiveTheSameBits(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for d := 1; d < 70; d++ {
		a, next := normals(random, d), normals(random, d)
		alpha, beta := [Width]float64(normals(random, Width)), [Width]float64(normals(random, Width))
		theta, sums := normals(random, Width*d), normals(random, Width*d)
		want, wantSums := slices.Clone(theta), slices.Clone(sums)
		var z, wantZ, look, wantLook [Width]float64
		followPortable(wantSums, want, a, &alpha, &beta, Width)
		stepPortable(want, a, next, &alpha, &beta, &wantZ, Width)
		marginsPortable(want, a, &wantLook, Width)
		for l := range Width {
			one, oneSums := lane(theta, l), lane(sums, l)
			x, y, z := [Width]float64{alpha[l]}, [Width]float64{beta[l]}, [Width]float64{}
			follow(oneSums, one, a, &x, &y, 1)
			step(one, a, next, &x, &y, &z, 1)
			if !slices.Equal(one, lane(want, l)) || !slices.Equal(oneSums, lane(wantSums, l)) || z[0] != wantZ[l] {
				t.Fatalf("d = %d: one lane differs from lane %d of eight", d, l)
			}
			if margins(one, a, &z, 1); z[0] != wantLook[l] || z[0] != Dot(a, one) || z[0] != dotPortable(a, one) {
				t.Fatalf("d = %d: the margin of one lane differs", d)
			}
		}
		follow(sums, theta, a, &alpha, &beta, Width)
		step(theta, a, next, &alpha, &beta, &z, Width)
		margins(theta, a, &look, Width)
		if !slices.Equal(theta, want) || !slices.Equal(sums, wantSums) || z != wantZ || look != wantLook {
			t.Fatalf("d = %d: the kernels differ from the portable ones", d)
		}
	}
}

func TestLogisticsGiveTheSameBits(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	special := []float64{0, math.Copysign(0, -1), 1e-320, 30, 36.8, 700, 708.4, 709.8, 720, 740, 745.1, 745.2, 800, 1e300, math.Inf(1), math.NaN()}
	var z, value, slope, wantValue, wantSlope [Width]float64
	for range 20_000 {
		for l := range z {
			z[l] = random.NormFloat64() * math.Exp(6*random.Float64())
			if random.IntN(10) == 0 {
				z[l] = special[random.IntN(len(special))] * float64(1-2*random.IntN(2))
			}
		}
		for _, y := range []float64{-1, 1} {
			logistics(&z, y, &value, &slope)
			logisticsPortable(&z, y, &wantValue, &wantSlope)
			for l := range z {
				if !sameBits(value[l], wantValue[l]) || !sameBits(slope[l], wantSlope[l]) {
					t.Fatalf("at %v, %v: value %v, want %v; slope %v, want %v", z[l], y, value[l], wantValue[l], slope[l], wantSlope[l])
				}
			}
		}
	}
}

// Norms, distances and averages move alike, to the last bit.
func TestMotionsGiveTheSameBits(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	draw := func() [Width]float64 { return [Width]float64(normals(random, Width)) }
	positive := func() (x [Width]float64) {
		for k := range x {
			x[k] = math.Exp(3 * random.NormFloat64())
		}
		return x
	}
	for range 4000 {
		m := newMotion(float64(random.IntN(2))*random.Float64(), random.ExpFloat64(), []float64{0.5, 2, math.Inf(1)}[random.IntN(3)])
		m.norm, m.offset, m.maxOffset, m.maxGradient = positive(), positive(), positive(), positive()
		facts := rowFacts{square: random.ExpFloat64(), margin: random.NormFloat64()}
		z, value, slope, eta, weight := draw(), positive(), draw(), positive(), positive()
		if random.IntN(10) == 0 {
			at := random.IntN(Width)
			*[]*float64{&z[at], &value[at], &slope[at], &m.offset[at], &eta[at]}[random.IntN(5)] = []float64{math.Inf(1), math.NaN(), 1e200}[random.IntN(3)]
		}
		a := laneAverage{weight: positive(), loss: draw(), regret: draw()}
		n, b := m, a
		went, wentToo := m.advance(&facts, &z, &value, &slope, &eta, Width), n.advancePortable(&facts, &z, &value, &slope, &eta, Width)
		a.count(&m, &weight, 0.3, Width)
		b.countPortable(&n, &weight, 0.3, Width)
		if got, want := fmt.Sprint(m, a), fmt.Sprint(n, b); went != wentToo || got != want {
			t.Fatalf("%v %s\nwant %v %s", went, got, wentToo, want)
		}
	}
}

// sameBits takes every NaN for the same.
func sameBits(x, y float64) bool {
	return math.Float64bits(x) == math.Float64bits(y) || math.IsNaN(x) && math.IsNaN(y)
}

func BenchmarkLogistics(b *testing.B) {
	random := rand.New(rand.NewPCG(1, 2))
	z := [Width]float64(normals(random, Width))
	var value, slope [Width]float64
	for b.Loop() {
		logistics(&z, 1, &value, &slope)
	}
}

func lane(x []float64, l int) []float64 {
	var out []float64
	for j := l; j < len(x); j += Width {
		out = append(out, x[j])
	}
	return out
}

func BenchmarkStep(b *testing.B) {
	for _, width := range []int{1, Width} {
		for _, d := range []int{20, 100, 1000} {
			random := rand.New(rand.NewPCG(1, 2))
			a, next, theta := normals(random, d), normals(random, d), normals(random, width*d)
			alpha, beta, z := [Width]float64{1, 1, 1, 1, 1, 1, 1, 1}, [Width]float64{}, [Width]float64{}
			b.Run(fmt.Sprintf("width=%d/d=%d", width, d), func(b *testing.B) {
				for b.Loop() {
					step(theta, a, next, &alpha, &beta, &z, width)
				}
			})
		}
	}
}
