package bound

// uniformAverage bounds the uniform average without a bounded domain (A5).
//
// Proof. The sum of weighted-average is sum_t eta_t F_t <= (R^2 + sum eta_t^2 G_t^2)/2 with
// F_t = F(x_t)-F* >= 0. As eta_t >= eta_T, its left side is at least eta_T sum_t F_t. Online
// losses may be below those of u, and for them the last step fails.
var uniformAverage = Theorem{
	ID:        "uniform-average",
	Ref:       "A5",
	Title:     "The uniform average without a bounded domain",
	Statement: `\frac1T\sum_{t=1}^T\bigl[F(x_t)-F^\star\bigr]\le\frac{R^2+\sum_{t=1}^T\eta_t^2G_t^2}{2T\eta_T}`,
	Kind:      Upper,
	Rows:      gapRows("uniform"),
	Needs:     []Assumption{convexLosses, knownDistance, subgradientNorms, nonIncreasingSteps},
	Constants: []string{"G", "R"},
	TermNames: []string{`\frac{R^2}{2T\eta_T}`, `\frac{\sum_t\eta_t^2G_t^2}{2T\eta_T}`},
	Reads:     reads(prefixSums{}),
	Terms:     uniformAverageTerms,
	Best: func(in Input) (scale, value float64) {
		terms := uniformAverageTerms(in, []int{in.Horizon})[0]
		return balance(terms[0], terms[1])
	},
	Minimax:  minimaxGap,
	Citation: orabona2019.at("chapter 3"),
	Tightness: `Loose for steps that fall: with $\eta_t=1/\sqrt t$ it grows like $\ln T/\sqrt T$, while weighted-exact, ` +
		`the supremum, does not. In simulations the gap came to 0.10 of it.`,
	Caveat: `False for the regret against online losses, which may be negative. Where it is first stated is not ` +
		`verified.`,
}

func uniformAverageTerms(in Input, at []int) [][]float64 {
	out := make([][]float64, len(at))
	for k, p := range prefixes(in, at) {
		n := float64(at[k])
		out[k] = []float64{quotient(in.R*in.R, 2*n*p.Last), quotient(p.Energy, 2*n*p.Last)}
	}
	return out
}
