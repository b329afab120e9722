package bound

import (
	"math"

	"regret/problems/linear"
)

var suffixParams = []Param{{Name: "fraction", Default: 0.5, Doc: "share of the points that are averaged, in (0,1]: the last ceil(fraction t) of t"}}

var suffixShare = known(suffixParams, "fraction", interval{hi: 1, openLo: true})

// suffixBounded bounds the uniform average of the last T-s points on a bounded
// domain (A6).
//
// Proof. Zinkevich's, begun at s+1: what came before enters through
// |x_{s+1}-u| <= D alone.
var suffixBounded = Theorem{
	ID:    "suffix-bounded",
	Ref:   "A6",
	Title: "The average of the last points, on a bounded domain",
	Statement: `\frac1{T-s}\sum_{t=s+1}^T\bigl[f_t(x_t)-f_t(u)\bigr]` +
		`\le\frac1{2(T-s)}\Bigl[\frac{D^2}{\eta_T}+G^2\sum_{t=s+1}^T\eta_t\Bigr]`,
	Kind:      Upper,
	Rows:      regretRows("suffix"),
	Needs:     []Assumption{convexLosses, boundedDomain, boundedSubgradients, nonIncreasingSteps, suffixShare},
	Constants: []string{"D", "G"},
	Params:    suffixParams,
	TermNames: []string{`\frac{D^2}{2(T-s)\eta_T}`, `\frac{G^2}{2(T-s)}\sum_{t>s}\eta_t`},
	Reads:     suffixReadings,
	Terms:     suffixBoundedTerms,
	Best: func(in Input) (scale, value float64) {
		terms := suffixBoundedTerms(in, []int{in.Horizon})[0]
		return balance(terms[0], terms[1])
	},
	Minimax:   minimaxGap,
	Citation:  rakhlin2012.at("the average; the bound is Zinkevich's from s+1 on"),
	Related:   []Citation{zinkevich2003.at("Theorem 1")},
	Tightness: `In simulations the gap came to 0.71 of it.`,
	Caveat:    `Proved here. Rakhlin, Shamir and Sridharan study this average for strongly convex functions.`,
}

// suffixUnbounded bounds the average of the last T-s points weighted by their
// steps, without a bounded domain (A6).
//
// Proof. In the sum of weighted-average drop the terms t <= s: for a fixed F they
// are not negative. It is false for losses that change with t.
var suffixUnbounded = Theorem{
	ID:    "suffix-unbounded",
	Ref:   "A6",
	Title: "The step-weighted average of the last points",
	Statement: `F\Bigl(\frac{\sum_{t>s}\eta_tx_t}{\sum_{t>s}\eta_t}\Bigr)-F^\star` +
		`\le\frac{R^2+\sum_{t=1}^T\eta_t^2G_t^2}{2\sum_{t=s+1}^T\eta_t}`,
	Kind:      Upper,
	Rows:      gapRows("suffix-step-weighted"),
	Needs:     []Assumption{convexLosses, knownDistance, subgradientNorms, legalSteps, suffixShare},
	Constants: []string{"G", "R"},
	Params:    suffixParams,
	TermNames: []string{`\frac{R^2}{2\sum_{t>s}\eta_t}`, `\frac{\sum_{t\le T}\eta_t^2G_t^2}{2\sum_{t>s}\eta_t}`},
	Reads:     func(in Input) []Reading { return append(suffixReadings(in), prefixSums{}) },
	Terms:     suffixUnboundedTerms,
	Best: func(in Input) (scale, value float64) {
		terms := suffixUnboundedTerms(in, []int{in.Horizon})[0]
		return balance(terms[0], terms[1])
	},
	Minimax:   minimaxGap,
	Citation:  nemirovski2009,
	Related:   []Citation{rakhlin2012.at("the average")},
	Tightness: `Loose: in simulations the gap came to 0.04 of it at most.`,
	Caveat:    `Proved here; the work cited has the sum from which it is taken, in a section that is not verified.`,
}

func suffixBoundedTerms(in Input, at []int) [][]float64 {
	out := make([][]float64, len(at))
	for k, suffix := range suffixes(in, at) {
		last := stepAt(in.Steps, at[k], in.Horizon)
		out[k] = []float64{quotient(in.D*in.D, 2*suffix.n*last), in.G * in.G * suffix.steps() / (2 * suffix.n)}
	}
	return out
}

func suffixUnboundedTerms(in Input, at []int) [][]float64 {
	out := make([][]float64, len(at))
	suffixes := suffixes(in, at)
	for k, p := range prefixes(in, at) {
		sum := suffixes[k].steps()
		out[k] = []float64{quotient(in.R*in.R, 2*sum), quotient(p.Energy, 2*sum)}
	}
	return out
}

// suffixes returns the last points of every checkpoint.
func suffixes(in Input, at []int) []*suffix { return gatheredAt[*suffix](in, suffixOf(in), at) }

func suffixReadings(in Input) []Reading { return []Reading{suffixOf(in)} }

func suffixOf(in Input) Reading { return suffixSum{in.param(suffixParams, "fraction")} }

// suffixSum is the reading of the steps of a share of the points, the last ones.
type suffixSum struct{ fraction float64 }

func (suffixSum) direction() direction { return eitherWay }

func (r suffixSum) start(_ Input, at []int) gatherer {
	return pointwise(at, func(t int) *suffix { return &suffix{t: t, n: math.Ceil(r.fraction * float64(t))} })
}

// suffix is the sum of the last n steps of t. It is not the difference of two
// prefixes, which would lose digits.
type suffix struct {
	t   int
	n   float64
	sum linear.Sum
}

func (s *suffix) span() (from, to int) { return s.t - int(s.n) + 1, s.t }

func (s *suffix) take(_ int, eta, _ []float64) {
	sum := s.sum
	for _, x := range eta {
		sum.Add(x)
	}
	s.sum = sum
}

func (s *suffix) steps() float64 { return finiteOrInf(s.sum.Value()) }
