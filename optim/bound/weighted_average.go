package bound

// weightedAverage bounds the average with weights eta_t (A3), for any steps and
// without a bounded domain.
//
// Proof. Sum the inequality that begins Zinkevich's proof without dividing it:
//
//	2 eta_t [f_t(x_t)-f_t(u)] <= d_t^2 - d_{t+1}^2 + eta_t^2 G_t^2
//
// telescopes to 2 sum_t eta_t [f_t(x_t)-f_t(u)] <= R^2 + sum_t eta_t^2 G_t^2.
// Divide by 2 sum_t eta_t; for the gap use convexity. The least of the F(x_t) is
// below their weighted mean. [AverageSteps] makes the bound least.
var weightedAverage = Theorem{
	ID:    "weighted-average",
	Ref:   "A3",
	Title: "The average weighted by the steps",
	Statement: `F\Bigl(\frac{\sum_t\eta_tx_t}{\sum_t\eta_t}\Bigr)-F^\star` +
		`\le\frac{R^2+\sum_{t=1}^T\eta_t^2G_t^2}{2\sum_{t=1}^T\eta_t}`,
	Kind: Upper,
	Rows: []Row{
		{Quantity: "gap-average", Average: "step-weighted", Mode: Expectation, Sampling: IID},
		{Quantity: "gap-average", Average: "step-weighted", Mode: Pathwise, Sampling: Full},
		{Quantity: "average-regret", Average: "step-weighted", Mode: Pathwise, Sampling: Any},
		{Quantity: "gap-best", Mode: Pathwise, Sampling: Full},
		{Quantity: "gap-best", Mode: Expectation, Sampling: IID},
	},
	Needs:     []Assumption{convexLosses, knownDistance, subgradientNorms, legalSteps},
	Constants: []string{"G", "R"},
	TermNames: []string{`\frac{R^2}{2\sum_t\eta_t}`, `\frac{\sum_t\eta_t^2G_t^2}{2\sum_t\eta_t}`},
	Reads:     reads(prefixSums{}),
	Terms: func(in Input, at []int) [][]float64 {
		out := make([][]float64, len(at))
		for k, p := range prefixes(in, at) {
			out[k] = weightedAverageTerms(in, p)
		}
		return out
	},
	Best: func(in Input) (scale, value float64) {
		terms := weightedAverageTerms(in, prefixes(in, []int{in.Horizon})[0])
		return balance(terms[0], terms[1])
	},
	Minimax:  minimaxGap,
	Citation: nemirovski2009,
	Related:  []Citation{orabona2019.at("chapters 2 and 3")},
	Tightness: `The weighted sum is attained for many steps (11 of 15 tried with a semidefinite program, ` +
		`$T=2$, 4, 8), not for small or irregular ones. The constant step $R/(G\sqrt T)$ makes it $RG/\sqrt T$, ` +
		`the minimax value; with known $G_t$ the best steps are $RG_t^{-2}/\sqrt{Q_T}$, $Q_T=\sum_kG_k^{-2}$, and it is ` +
		`$R/\sqrt{Q_T}$. weighted-exact is the supremum for the uniform average, best-iterate for the least $F(x_t)$.`,
	Caveat: `It speaks of the weights $\eta_t$. For the uniform average of steps that are not constant it is ` +
		`false. The inequality is classical; which text has it first is not verified, nor the section cited.`,
}

func weightedAverageTerms(in Input, p prefix) []float64 {
	if p.Sum == 0 {
		return []float64{quotient(in.R*in.R, 0), 0}
	}
	return []float64{in.R * in.R / (2 * p.Sum), p.Energy / (2 * p.Sum)}
}

var nemirovski2009 = Citation{
	Key:   "nemirovski2009robust",
	Short: "Nemirovski et al. (2009)",
	BibTeX: `@article{nemirovski2009robust,
  author  = {Nemirovski, Arkadi and Juditsky, Anatoli and Lan, Guanghui and Shapiro, Alexander},
  title   = {Robust Stochastic Approximation Approach to Stochastic Programming},
  journal = {SIAM Journal on Optimization},
  volume  = {19},
  number  = {4},
  pages   = {1574--1609},
  year    = {2009},
  doi     = {10.1137/070704277}
}`,
	Locator: "section 2.2",
}
