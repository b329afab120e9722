package population

import (
	"math"
	"testing"

	"gonum.org/v1/gonum/stat"
	"gonum.org/v1/gonum/stat/distuv"
)

func features(d int) Features {
	return Features{Dim: d, Capacity: 1, Condition: 4, Source: 0.7, Signal: 1.5}
}

func laws(d int) map[string]Law {
	g := NewGaussian(features(d))
	return map[string]Law{
		Normal:         &Squared{Gaussian: g, Noise: Noise{Deviation: 0.5, Law: Normal}},
		Student:        &Squared{Gaussian: g, Noise: Noise{Deviation: 0.5, Law: Student, Freedom: 4}, Ridge: 0.1},
		Multiplicative: &Squared{Gaussian: g, Noise: Noise{Deviation: 0.5, Law: Multiplicative}},
		"logistic":     NewLogistic(g, 0.2),
	}
}

// A step of a run allocates nothing: neither a fresh sample nor a second look.
func TestStreamsDoNotAllocate(t *testing.T) {
	for name, law := range laws(20) {
		s := NewStream(law, Key{1, 2})
		g, theta := make([]float64, 20), make([]float64, 20)
		i := 0
		if n := testing.AllocsPerRun(1000, func() {
			s.Subgradient(g, theta, i)
			s.Subgradient(g, g, i)
			i++
		}); n != 0 {
			t.Errorf("%s: %v allocations a step", name, n)
		}
	}
}

// A population without a run gives the samples of the key 0.
func TestPopulationHasTheSamplesOfKeyZero(t *testing.T) {
	for name, law := range laws(3) {
		g, h, theta := make([]float64, 3), make([]float64, 3), []float64{1, 2, 3}
		s, p := NewStream(law, Key{}), Population{law}
		for i := range 5 {
			if a, b := s.Subgradient(g, theta, i), p.Subgradient(h, theta, i); a != b || g[2] != h[2] {
				t.Errorf("%s: term %d is %v and %v", name, i, a, b)
			}
		}
		if s.Len() != 0 || p.Len() != 0 {
			t.Errorf("%s: lengths %d and %d", name, s.Len(), p.Len())
		}
	}
}

const draws = 40_000

// The first draws of neighbouring samples are independent normal variables: the
// generator is seeded anew for each. Lag correlations have the standard deviation
// 1/sqrt(draws) = 0.005.
func TestNeighbouringSamplesAreIndependent(t *testing.T) {
	law := laws(2)[Normal].(*Squared)
	for _, key := range []Key{{}, {1, 2}, {math.MaxUint64, 0}} {
		s := NewStream(law, key)
		var x, y []float64
		for i := range draws {
			a, _ := s.Sample(i)
			x, y = append(x, a[0]), append(y, a[1])
		}
		for _, lag := range []int{1, 2, 3, 17} {
			for name, pair := range map[string][2][]float64{
				"feature 1": {x[lag:], x[:draws-lag]}, "both features": {x[lag:], y[:draws-lag]},
				"squares": {squares(x[lag:]), squares(x[:draws-lag])},
			} {
				if c := stat.Correlation(pair[0], pair[1], nil); math.Abs(c) > 0.025 {
					t.Errorf("key %v: %s have the correlation %v at lag %d", key, name, c, lag)
				}
			}
		}
		kolmogorov(t, "the first feature", x, distuv.UnitNormal.CDF)
	}
	other := NewStream(law, Key{1, 3})
	s := NewStream(law, Key{1, 2})
	var x, y []float64
	for i := range draws {
		a, _ := s.Sample(i)
		b, _ := other.Sample(i)
		x, y = append(x, a[0]), append(y, b[0])
	}
	if c := stat.Correlation(x, y, nil); math.Abs(c) > 0.025 {
		t.Errorf("neighbouring keys have the correlation %v", c)
	}
}

func squares(x []float64) []float64 {
	out := make([]float64, len(x))
	for i, v := range x {
		out[i] = v * v
	}
	return out
}

// kolmogorov compares a sample with a distribution function; its statistic exceeds
// 2.5/sqrt(n) with probability 2 exp(-12.5) = 7e-6.
func kolmogorov(t *testing.T, name string, x []float64, cdf func(float64) float64) {
	t.Helper()
	x = append([]float64(nil), x...)
	stat.SortWeighted(x, nil)
	var largest float64
	for i, v := range x {
		f, n := cdf(v), float64(len(x))
		largest = max(largest, math.Abs(f-float64(i)/n), math.Abs(f-float64(i+1)/n))
	}
	if largest > 2.5/math.Sqrt(float64(len(x))) {
		t.Errorf("%s: the distribution function is off by %v", name, largest)
	}
}

// The noise has the law that is claimed, at the deviation that is claimed.
func TestNoise(t *testing.T) {
	for name, law := range laws(3) {
		squared, ok := law.(*Squared)
		if !ok {
			continue
		}
		s := NewStream(law, Key{5, 6})
		var noise []float64
		for i := range draws {
			a, y := s.Sample(i)
			signal := a[0]*squared.Truth[0] + a[1]*squared.Truth[1] + a[2]*squared.Truth[2]
			e := (y - signal) / 0.5
			if name == Multiplicative {
				e *= 1.5 / signal
			}
			noise = append(noise, e)
		}
		cdf := distuv.UnitNormal.CDF
		if name == Student { // scaled to the variance 1
			cdf = distuv.StudentsT{Mu: 0, Sigma: math.Sqrt(1 - 2.0/4), Nu: 4}.CDF
		}
		kolmogorov(t, name, noise, cdf)
	}
}

// BenchmarkSample draws samples of 100 features.
func BenchmarkSample(b *testing.B) {
	s := NewStream(laws(100)[Normal], Key{})
	for i := range b.N {
		s.Sample(i)
	}
}
