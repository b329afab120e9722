// Package problems holds convex objectives F(theta) = (1/n) sum_i f_i(theta)
// over convex domains, with constants and optima that can be trusted.
package problems

import (
	"regret/problems/domain"
	"regret/problems/optimum"
	"regret/problems/population"
)

// Objective is a finite sum of convex functions f_0..f_{n-1} on R^d, or the mean of
// a population, of which f_0, f_1, ... are independent samples without end.
type Objective interface {
	Dim() int // d
	Len() int // n, 0 for a population
	// Subgradient writes a subgradient of f_i at theta to dst and returns f_i(theta).
	Subgradient(dst, theta []float64, i int) float64
	// FullSubgradient writes a subgradient of F at theta to dst and returns F(theta).
	FullSubgradient(dst, theta []float64) float64
	// Value returns F(theta).
	Value(theta []float64) float64
}

// Problem is an objective on a domain, with a start, a comparator and the
// constants that theorems ask for.
type Problem struct {
	Objective Objective
	Domain    domain.Set
	Start     []float64 // theta_1, in the domain
	// Optimum holds the comparator u = Optimum.Theta and the certificate
	// F(u) - F* <= Optimum.Gap. For online problems u is the best fixed point in
	// hindsight, with F the mean of the T losses; Value and Gap are NaN where u is
	// a comparator that nothing is claimed of.
	Optimum optimum.Certificate
	// Constants by their names in formulas: D G R L Lmax mu sigma sigma_star n d, Lexp, the
	// expected smoothness, Gloss, the G of the losses without an L1 term, and those of
	// least squares on a population: Rx noise. A name
	// that is absent is not known; an infinite value is known to be infinite.
	Constants map[string]Constant
	// Rows computes the constants of each row; nil if they are not known.
	Rows func() RowConstants
	// Online problems reveal f_t at step t, each once and in order; they have
	// no gaps of a single F.
	Online bool
	// Ordered problems have rows that all answer for the one function F, in order:
	// row t-1 gives a subgradient of F at theta_t, and f_t(theta_t) is F there, in a
	// run with the steps and horizon that the problem was built for.
	Ordered bool
	// Stream, set for populations alone, returns the objective as one run sees it:
	// f_0, f_1, ... are the samples that belong to the key, drawn as they are asked
	// for, each once. It serves one goroutine. F is that of Objective.
	Stream func(key population.Key) Objective
	// Content identifies the data (not the loss or domain): the hash that
	// keys the random stream, so that all methods see the same samples.
	Content string
	// Formula is the objective in LaTeX, for notes and pages.
	Formula string
}

// Constant is a number that a theorem asks for, with the reason to trust it.
type Constant struct {
	Value      float64
	Provenance Provenance
	Formula    string // how it was obtained, e.g. "max_i |a_i| * sup|phi'| + lambda*r"
}

// Provenance says how far a constant can be trusted.
type Provenance string

const (
	Exact     Provenance = "exact"     // equal to the quantity up to rounding
	Certified Provenance = "certified" // a proved bound on the safe side
	Observed  Provenance = "observed"  // seen in a run
	Estimated Provenance = "estimated" // neither
	// CertifiedInSpan is a proved bound for the points of start + span(a_1..a_n)
	// alone, comparator included. Steps along subgradients never leave it; steps with
	// a size for each coordinate, and projections that move towards no centre, may.
	CertifiedInSpan Provenance = "certified in span"
)
