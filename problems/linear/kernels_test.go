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
		weight := [Width]float64(normals(random, Width))
		if d%3 == 0 { // no ridge, no projection
			for k := range alpha {
				alpha[k] = 1
			}
		}
		theta, sums := normals(random, Width*d), normals(random, Width*d)
		want, wantSums := slices.Clone(theta), slices.Clone(sums)
		var z, wantZ, look, wantLook [Width]float64
		followPortable(wantSums, want, a, &weight, &alpha, &beta, Width)
		stepPortable(want, a, next, &alpha, &beta, &wantZ, Width)
		marginsPortable(want, a, &wantLook, Width)
		for l := range Width {
			one, oneSums := append(newIterates(d, 1)[:0], lane(theta, l)...), lane(sums, l)
			x, y, z := [Width]float64{alpha[l]}, [Width]float64{beta[l]}, [Width]float64{}
			follow(oneSums, one, a, &[Width]float64{weight[l]}, &x, &y, 1)
			step(one, a, next, &x, &y, &z, 1, next)
			if !slices.Equal(one, lane(want, l)) || !slices.Equal(oneSums, lane(wantSums, l)) || z[0] != wantZ[l] {
				t.Fatalf("d = %d: one lane differs from lane %d of eight", d, l)
			}
			if margins(one, a, &z, 1); z[0] != wantLook[l] || z[0] != Dot(a, one) || z[0] != dotPortable(a, one) {
				t.Fatalf("d = %d: the margin of one lane differs", d)
			}
		}
		follow(sums, theta, a, &weight, &alpha, &beta, Width)
		step(theta, a, next, &alpha, &beta, &z, Width, next)
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
			logistics(&z, y, &value, &slope, Width)
			logisticsPortable(&z, y, &wantValue, &wantSlope, Width)
			for l := range z {
				if !sameBits(value[l], wantValue[l]) || !sameBits(slope[l], wantSlope[l]) {
					t.Fatalf("at %v, %v: value %v, want %v; slope %v, want %v", z[l], y, value[l], wantValue[l], slope[l], wantSlope[l])
				}
			}
		}
	}
}

// Steps are planned and noted alike, to the last bit, but for lanes in doubt: their
// numbers mean nothing.
func TestMotionsGiveTheSameBits(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	draw := func() [Width]float64 { return [Width]float64(normals(random, Width)) }
	positive := func() (x [Width]float64) {
		for k := range x {
			x[k] = math.Exp(3 * random.NormFloat64())
		}
		return x
	}
	for range 8000 {
		m := newMotion(float64(random.IntN(2))*random.Float64(), []float64{0.5, 2, math.Inf(1)}[random.IntN(3)])
		m.z, m.norm, m.ahead, m.between = draw(), positive(), draw(), random.NormFloat64()
		b := ledger{offset: positive(), maxOffset: positive(), maxGradient: positive(), square: random.ExpFloat64()}
		a := laneAverage{loss: draw(), regret: draw()}
		now, eta, weight := moment{slope: draw(), loss: positive()}, positive(), positive()
		facts := rowFacts{square: random.ExpFloat64(), margin: random.NormFloat64()}
		if random.IntN(10) == 0 {
			at := random.IntN(Width)
			*[]*float64{&m.z[at], &now.loss[at], &now.slope[at], &b.offset[at], &eta[at]}[random.IntN(5)] = []float64{math.Inf(1), math.NaN(), 1e200}[random.IntN(3)]
		}
		n, c, e, then := *m, b, a, now
		fine, fineToo := advance(m, &b, &now, &facts, &eta, Width), advancePortable(&n, &c, &then, &facts, &eta, Width)
		a.count(&now, &weight, 0.3, Width)
		e.countPortable(&then, &weight, 0.3, Width)
		if fine != fineToo {
			t.Fatalf("finite is %v, want %v", fine, fineToo)
		}
		for k := range Width {
			got, want := laneNumbers(k, m, &b, &a, &now), laneNumbers(k, &n, &c, &e, &then)
			if (now.doubt[k] == 0) != (then.doubt[k] == 0) || now.doubt[k] == 0 && !slices.EqualFunc(got, want, sameBits) {
				t.Fatalf("lane %d: %v\nwant %v", k, got, want)
			}
		}
	}
}

// laneNumbers are all of lane k.
func laneNumbers(k int, m *motion, b *ledger, a *laneAverage, now *moment) []float64 {
	return []float64{
		m.z[k], m.norm[k], m.alpha[k], m.beta[k], b.offset[k], b.maxOffset[k], b.maxGradient[k], a.loss[k], a.regret[k], a.weight[k], a.now[k],
		now.z[k], now.slope[k], now.norm[k], now.gradient[k], now.reach[k], now.loss[k],
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
		logistics(&z, 1, &value, &slope, Width)
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
			a, next, theta := normals(random, d), normals(random, d), newIterates(d, width)
			alpha, beta, z := [Width]float64{1, 1, 1, 1, 1, 1, 1, 1}, [Width]float64{}, [Width]float64{}
			b.Run(fmt.Sprintf("width=%d/d=%d", width, d), func(b *testing.B) {
				for b.Loop() {
					step(theta, a, next, &alpha, &beta, &z, width, next)
				}
			})
		}
	}
}
