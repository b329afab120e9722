package bound

// zinkevich is the regret bound of projected subgradient descent (A1).
//
// Proof. The projection is nonexpansive, so with d_t = |x_t-u|
//
//	2 eta_t <g_t, x_t-u> <= d_t^2 - d_{t+1}^2 + eta_t^2 |g_t|^2.
//
// Divide by 2 eta_t, use f_t(x_t)-f_t(u) <= <g_t, x_t-u>, and sum. As 1/eta_t does
// not decrease, the distances telescope to at most D^2/(2 eta_T).
var zinkevich = Theorem{
	ID:    "zinkevich",
	Ref:   "A1",
	Title: "Regret of projected subgradient descent",
	Statement: `\frac1T\sum_{t=1}^T\bigl[f_t(x_t)-f_t(u)\bigr]` +
		`\le\frac{D^2}{2T\eta_T}+\frac{G^2}{2T}\sum_{t=1}^T\eta_t`,
	Kind:      Upper,
	Rows:      uniformRegretRows,
	Needs:     []Assumption{convexLosses, boundedDomain, boundedSubgradients, nonIncreasingSteps},
	Constants: []string{"D", "G"},
	TermNames: zinkevichTermNames,
	Reads:     reads(prefixSums{}),
	Terms: func(in Input, at []int) [][]float64 {
		out := make([][]float64, len(at))
		for k, p := range prefixes(in, at) {
			out[k] = zinkevichTerms(in.D, in.G, at[k], p)
		}
		return out
	},
	Best: func(in Input) (scale, value float64) {
		at := []int{in.Horizon}
		terms := zinkevichTerms(in.D, in.G, in.Horizon, prefixes(in, at)[0])
		return balance(terms[0], terms[1])
	},
	Minimax:  minimaxRegret,
	Citation: zinkevich2003.at("Theorem 1"),
	Related:  []Citation{orabona2019.at("chapter 2")},
	Tightness: `Attained for the constant step $D/(G\sqrt T)$ if $T$ is a square. For other steps the ` +
		`supremum is smaller: regret-exact gives it, for example 3.4832 instead of 3.5999 for ` +
		`$\eta_t=1/\sqrt t$, $D=G=1$, $T=8$ (sums).`,
	Caveat: `The number of the theorem is from memory; it states the case $\eta_t=1/\sqrt t$, and its proof ` +
		`the form for all non-increasing steps. The bound is false for increasing steps.`,
}

var uniformRegretRows = regretRows("uniform")

var zinkevichTermNames = []string{`\frac{D^2}{2T\eta_T}`, `\frac{G^2}{2T}\sum_t\eta_t`}

// zinkevichTerms returns the terms at t, given the prefix of t steps.
func zinkevichTerms(D, G float64, t int, p prefix) []float64 {
	n := float64(t)
	return []float64{quotient(D*D, 2*n*p.Last), G * G / (2 * n) * p.Sum}
}
