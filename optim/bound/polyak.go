package bound

import "math"

// Polyak's step (section D), eta_t = [f(x_t)-f*]/|g_t|^2, asks for f*. The steps of the input
// play no part.
//
// Proof. Put it into the first inequality of Zinkevich's proof:
//
//	d_{t+1}^2 <= d_t^2 - [f(x_t)-f*]^2/|g_t|^2,  so  sum_t [f(x_t)-f*]^2/|g_t|^2 <= R^2.
//
// By Cauchy's inequality sum_t [f(x_t)-f*] <= R sqrt(sum_t |g_t|^2). If f is L-smooth and
// unconstrained, |g_t|^2 <= 2L [f(x_t)-f*], and the sum is at most 2 L R^2.
var (
	polyak = Theorem{
		ID:        "polyak",
		Ref:       "D",
		Method:    "polyak",
		Title:     "Polyak's step for Lipschitz functions",
		Statement: `\eta_t=\frac{f(x_t)-f^\star}{\|g_t\|^2}\ \Rightarrow\ \frac1T\sum_{t=1}^T\bigl[f(x_t)-f^\star\bigr]\le\frac RT\sqrt{\sum_{t=1}^TG_t^2}`,
		Kind:      ExactSup,
		Rows:      polyakRows,
		Needs:     []Assumption{convexLosses, knownDistance, subgradientNorms},
		Constants: []string{"R", "G"},
		TermNames: []string{`\frac RT\sqrt{\sum_tG_t^2}`},
		Terms: func(in Input, at []int) [][]float64 {
			out := make([][]float64, len(at))
			for k, squares := range squaredNorms(in, at) {
				out[k] = []float64{in.R * math.Sqrt(squares) / float64(at[k])}
			}
			return out
		},
		Sharp:    func(in Input) bool { return in.GradientNorms == nil },
		Minimax:  minimaxGap,
		Citation: polyak1969.at("the method and its proof"),
		Related:  []Citation{polyak1987.at("chapter 5")},
		Tightness: `Attained, with $RG/\sqrt T$, by $f(x)=\max\{0,G\max_ix_i\}$ from $(R/\sqrt T)(1,\dots,1)$ in dimension $T$, ` +
			`for the average and for the best point: the minimax value.`,
		Caveat: `The chapters are from memory. With norms $G_t$ that vary it is an upper bound.`,
	}

	polyakSmooth = Theorem{
		ID:        "polyak-smooth",
		Ref:       "D",
		Method:    "polyak",
		Title:     "Polyak's step for smooth functions",
		Statement: `\eta_t=\frac{f(x_t)-f^\star}{\|\nabla f(x_t)\|^2}\ \Rightarrow\ \frac1T\sum_{t=1}^T\bigl[f(x_t)-f^\star\bigr]\le\frac{2LR^2}{T}`,
		Kind:      Upper,
		Rows:      polyakRows,
		Needs:     []Assumption{convexLosses, unconstrained, smooth, knownDistance},
		Constants: []string{"L", "R"},
		TermNames: []string{`\frac{2LR^2}{T}`},
		Terms: func(in Input, at []int) [][]float64 {
			out := make([][]float64, len(at))
			for k, t := range at {
				out[k] = []float64{2 * in.L * in.R * in.R / float64(t)}
			}
			return out
		},
		Citation:  polyak1987.at("chapter 5"),
		Tightness: `Not known to be attained: the best gap of a run came to 0.00007 of it.`,
		Caveat:    `The chapter is from memory.`,
	}
)

var polyakRows = []Row{
	{Quantity: "gap-average", Average: "uniform", Mode: Pathwise, Sampling: Full},
	{Quantity: "gap-best", Mode: Pathwise, Sampling: Full},
	{Quantity: "average-regret", Average: "uniform", Mode: Pathwise, Sampling: Full},
}

var polyak1969 = Citation{
	Key:   "polyak1969minimization",
	Short: "Polyak (1969)",
	BibTeX: `@article{polyak1969minimization,
  author  = {Polyak, Boris T.},
  title   = {Minimization of Unsmooth Functionals},
  journal = {USSR Computational Mathematics and Mathematical Physics},
  volume  = {9},
  number  = {3},
  pages   = {14--29},
  year    = {1969}
}`,
}
