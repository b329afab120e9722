package bound

import (
	"math"

	"regret/problems/linear"
)

// prefix holds eta_t and the sums of eta_s, of eta_s^2 and of eta_s^2 G_s^2 over s <= t.
type prefix struct{ Last, Sum, Squares, Energy float64 }

// prefixes returns the prefix of every checkpoint. It panics if checkpoints do not
// increase within 1..T.
func prefixes(in Input, at []int) []prefix {
	return gathered(in, prefixSums{}, at).(*prefixGatherer).out
}

// prefixSums is the reading of [prefixes].
type prefixSums struct{}

func (prefixSums) direction() direction { return forwards }

func (prefixSums) start(_ Input, at []int) gatherer { return &prefixGatherer{at: at} }

type prefixGatherer struct {
	at                   []int
	out                  []prefix
	sum, squares, energy linear.Sum
}

func (p *prefixGatherer) span() (from, to int) { return 1, lastOf(p.at) }

func (p *prefixGatherer) take(t int, eta, norm []float64) {
	for len(eta) > 0 {
		n := min(len(eta), p.at[len(p.out)]-t+1)
		p.add(eta[:n], norm[:n])
		if t += n; t > p.at[len(p.out)] {
			p.out = append(p.out, prefix{eta[n-1],
				finiteOrInf(p.sum.Value()), finiteOrInf(p.squares.Value()), finiteOrInf(p.energy.Value())})
		}
		eta, norm = eta[n:], norm[n:]
	}
}

func (p *prefixGatherer) add(eta, norm []float64) {
	sum, squares, energy := p.sum, p.squares, p.energy // in registers
	norm = norm[:len(eta)]
	for i, x := range eta {
		square := x * x
		sum.Add(x)
		squares.Add(square)
		energy.Add(square * norm[i] * norm[i])
	}
	p.sum, p.squares, p.energy = sum, squares, energy
}

// lastOf returns the last checkpoint, 0 without one.
func lastOf(at []int) int {
	if len(at) == 0 {
		return 0
	}
	return at[len(at)-1]
}

// finiteOrInf turns the NaN of a compensated sum that overflowed into +Inf.
// Terms are non-negative.
func finiteOrInf(x float64) float64 {
	if math.IsNaN(x) {
		return math.Inf(1)
	}
	return x
}
