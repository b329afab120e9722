package worst

import (
	"context"
	"math"

	"regret/optim/bound"
	"regret/problems"
	"regret/problems/domain"
	"regret/problems/optimum"
)

// RakhlinCorner is the strongly convex problem with its minimum at a corner, where
// the uniform average of the steps c/t is slower by a logarithm than that of the
// last points. It is the only stochastic problem of the package, and depends on
// neither horizon nor steps: repetitions draw rows of their own.
type RakhlinCorner struct{}

// Validate has nothing to refuse.
func (RakhlinCorner) Validate() error { return nil }

// Formula implements Kind.
func (RakhlinCorner) Formula() string {
	return `f_i(x) = \tfrac12 x^2 + \begin{cases} z_i x & x \ge 0 \\ -7x & x < 0 \end{cases},\quad z_i \text{ even on } [-1, 3]`
}

// Constants implements Kind.
func (RakhlinCorner) Constants() map[string]problems.Constant {
	return map[string]problems.Constant{
		"D":    exact(2, "length of the interval [-1, 1]"),
		"G":    exact(8, "that of f_i at -1"),
		"R":    exact(1, "|x_1 - u|"),
		"L":    exact(math.Inf(1), "the function has a kink"),
		"Lmax": exact(math.Inf(1), "the function has a kink"),
		"mu":   exact(1, "that of x^2/2"),
		"sigma": {Value: 2 / math.Sqrt(3), Provenance: problems.Certified,
			Formula: "standard deviation on all of [-1, 3]"},
	}
}

// Build returns the problem.
func (w RakhlinCorner) Build(context.Context, *optimum.Store) (*problems.Problem, error) {
	in := bound.RakhlinCorner()
	return &problems.Problem{
		Objective: in.Objective,
		Domain:    domain.Box{Lo: -1, Hi: 1},
		Start:     in.Start,
		Optimum:   optimum.Certificate{Theta: in.Comparator, Method: "construction"},
		Constants: w.Constants(),
		Content:   "rakhlin-corner",
		Formula:   w.Formula(),
	}, nil
}
