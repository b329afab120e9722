package population

import (
	"math/rand/v2"

	"regret/problems/linear"
)

// Law is a distribution of samples (a, y) for a linear predictor, with the risk
//
//	F(theta) = E phi(a.theta, y) + (Ridge/2)|theta|^2
//
// in closed form or by certified quadrature. It is read only.
type Law interface {
	Dim() int
	// Draw fills a and returns y.
	Draw(a []float64, random *rand.Rand) (y float64)
	// Terms returns phi and the ridge.
	Terms() (loss linear.Loss, ridge float64)
	// FullSubgradient writes the gradient of F at theta to dst and returns F(theta).
	FullSubgradient(dst, theta []float64) float64
	// Value returns F(theta).
	Value(theta []float64) float64
}

// Key names a sequence of samples.
type Key [2]uint64

// Population is a law as an objective. Its terms are the samples of the key 0,
// each drawn anew when it is asked for: it is read only, and slow. A run has a
// Stream.
type Population struct{ Law }

// Len returns 0: there is no end of terms.
func (Population) Len() int { return 0 }

// Subgradient writes a subgradient of f_i at theta, as Stream does.
func (p Population) Subgradient(dst, theta []float64, i int) float64 {
	return NewStream(p.Law, Key{}).Subgradient(dst, theta, i)
}

// Stream is the sequence of losses f_0, f_1, ... that belong to fresh samples of a
// law, as one run sees it. Sample i depends on the law, the key and i alone, not on
// what was asked for before; the one at hand is kept, so that a second look at f_i
// costs no drawing. A stream serves one goroutine.
type Stream struct {
	Law
	key   Key
	loss  linear.Loss
	ridge float64

	source *rand.PCG
	random *rand.Rand // draws from source
	index  int        // of the sample at hand, -1 for none
	a      []float64
	y      float64
}

// NewStream returns the stream of a key.
func NewStream(law Law, key Key) *Stream {
	source := rand.NewPCG(0, 0)
	s := &Stream{Law: law, key: key, source: source, random: rand.New(source), index: -1, a: make([]float64, law.Dim())}
	s.loss, s.ridge = law.Terms()
	return s
}

// Len returns 0: there is no end of terms.
func (s *Stream) Len() int { return 0 }

// Subgradient writes phi'(a_i.theta, y_i) a_i + Ridge theta to dst and returns
// f_i(theta). Slices have length d, i counts from 0. It allocates nothing.
func (s *Stream) Subgradient(dst, theta []float64, i int) float64 {
	a, y := s.Sample(i)
	value, slope := s.loss.Eval(linear.Dot(a, theta), y)
	if s.ridge != 0 {
		value += 0.5 * s.ridge * linear.Dot(theta, theta)
	}
	for j, x := range a {
		dst[j] = slope*x + s.ridge*theta[j]
	}
	return value
}

// Sample returns sample i. The slice is the stream's own: it holds until the next
// sample is asked for, and must not be written.
func (s *Stream) Sample(i int) (a []float64, y float64) {
	if i != s.index {
		hi := mix(s.key[0] + uint64(i+1)*golden)
		s.source.Seed(hi, mix(s.key[1]+hi))
		s.y = s.Draw(s.a, s.random)
		s.index = i
	}
	return s.a, s.y
}

// golden is 2^64 over the golden ratio, made odd: the step of SplitMix64.
const golden = 0x9e3779b97f4a7c15

// mix is the bijection by which SplitMix64 scatters neighbouring numbers. Source:
// Steele, Lea and Flood (2014), Fast splittable pseudorandom number generators.
func mix(x uint64) uint64 {
	x = (x ^ x>>30) * 0xbf58476d1ce4e5b9
	x = (x ^ x>>27) * 0x94d049bb133111eb
	return x ^ x>>31
}
