package bound

// minimaxLower is the minimax value of the class as a bound of its own (A13).
//
// Proof. Take f(x) = max(0, G max_i x_i) in R^T, x_1 = (R/sqrt(T)) (1,...,1), x* = 0. Let
// the oracle answer G e_i for a coordinate i that is largest and was answered
// before, if there is one, and for a new one otherwise. A method that stays in
// x_1 + span(g_1,...,g_{t-1}) has changed at most T-1 coordinates before x_T, so that
// one of them is still R/sqrt(T), and f(x_t) >= RG/sqrt(T) for t = 1..T and for every average.
var minimaxLower = Theorem{
	ID:        "minimax-lower",
	Ref:       "A13",
	Title:     "No method is better than RG/sqrt(T)",
	Statement: `\sup_{F}\,F(x_T)-F^\star\ge\frac{RG}{\sqrt T}\quad\text{for every method with }x_t\in x_1+\operatorname{span}(g_1,\dots,g_{t-1}),\ d\ge T`,
	Kind:      Lower,
	Rows: []Row{
		{Quantity: "gap-last", Mode: Supremum, Sampling: Full},
		{Quantity: "gap-average", Average: "uniform", Mode: Supremum, Sampling: Full},
		{Quantity: "gap-average", Average: "step-weighted", Mode: Supremum, Sampling: Full},
		{Quantity: "gap-best", Mode: Supremum, Sampling: Full},
	},
	Needs:     []Assumption{convexLosses, knownDistance, boundedSubgradients, legalSteps},
	Constants: []string{"G", "R"},
	TermNames: []string{`\frac{RG}{\sqrt T}`},
	Terms: func(in Input, at []int) [][]float64 {
		out := make([][]float64, len(at))
		for k, t := range at {
			in.Horizon = t
			out[k] = []float64{minimaxGap(in)}
		}
		return out
	},
	Minimax:  minimaxGap,
	Citation: droriTeboulle2016,
	Tightness: `Attained: by linear-decay for the last iterate, and by the constant step $R/(G\sqrt T)$ for averages and ` +
		`the best iterate.`,
	Caveat: `A supremum over functions in dimension $T$ and above: a single run, and a class of small dimension, may be ` +
		`far below. It says the same for $N=T-1$ steps, $RG/\sqrt{N+1}$.`,
}

var droriTeboulle2016 = Citation{
	Key:   "drori2016optimal",
	Short: "Drori and Teboulle (2016)",
	BibTeX: `@article{drori2016optimal,
  author  = {Drori, Yoel and Teboulle, Marc},
  title   = {An Optimal Variant of {Kelley's} Cutting-Plane Method},
  journal = {Mathematical Programming},
  volume  = {160},
  pages   = {321--351},
  year    = {2016},
  note    = {arXiv:1409.2636}
}`,
	Locator: "appendix A",
}
