package bound

import "regret/problems/linear"

// stronglyConvexHazan is logarithmic regret (B1): with G_t = G the sum is
// G^2 H_T/(2 mu T), at most G^2 (1+ln T)/(2 mu T).
//
// Proof. With eta_t = 1/(mu t) the inequality of strongly convex functions is
//
//	F(x_t)-F* <= (mu/2) [(t-1) d_t^2 - t d_{t+1}^2] + G_t^2/(2 mu t),
//
// whose bracket telescopes to -T d_{T+1}^2. With f_t in place of F, and any comparator,
// it is that of the paper, for losses in any order that are each mu-strongly convex.
var stronglyConvexHazan = Theorem{
	ID:        "strongly-convex-hazan",
	Ref:       "B1",
	Title:     "Logarithmic regret for strongly convex functions",
	Statement: `\frac1T\sum_{t=1}^T\bigl[F(x_t)-F^\star\bigr]\le\frac{1}{2\mu T}\sum_{t=1}^T\frac{G_t^2}{t}`,
	Kind:      Upper,
	Rows:      append(gapRows("uniform"), Row{Quantity: "average-regret", Average: "uniform", Mode: Pathwise, Sampling: Each}),
	Needs:     []Assumption{stronglyConvex, subgradientNorms, inverseStrongSteps},
	Constants: []string{"mu", "G"},
	TermNames: []string{`\frac{1}{2\mu T}\sum_t\frac{G_t^2}{t}`},
	Terms: func(in Input, at []int) [][]float64 {
		out := make([][]float64, len(at))
		var sum linear.Sum
		march(in, at, 0,
			func(t int, _, g float64) { sum.Add(g * g / float64(t)) },
			func(k int) { out[k] = []float64{sum.Value() / (2 * in.Mu * float64(at[k]))} })
		return out
	},
	Citation: hazan2007.at("Theorem 1"),
	Related:  []Citation{orabona2019.at("chapter 4")},
	Tightness: `A semidefinite program attains it for the mean of $F(x_t)$. At the average point the worst ` +
		`gap is smaller: 0.1318 instead of 0.1699 for $\mu=G=1$, $T=8$.`,
	Caveat: `The number of the theorem is from memory. For losses in any order $\mu$ is that of every ` +
		`single one, and the left side their regret; else it is that of $F$.`,
}

var hazan2007 = Citation{
	Key:   "hazan2007logarithmic",
	Short: "Hazan, Agarwal and Kale (2007)",
	BibTeX: `@article{hazan2007logarithmic,
  author  = {Hazan, Elad and Agarwal, Amit and Kale, Satyen},
  title   = {Logarithmic Regret Algorithms for Online Convex Optimization},
  journal = {Machine Learning},
  volume  = {69},
  number  = {2--3},
  pages   = {169--192},
  year    = {2007}
}`,
}
