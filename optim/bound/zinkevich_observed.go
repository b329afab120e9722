package bound

// zinkevichObserved is Zinkevich's theorem with the D and G of one run (A1), so
// that no bounded domain is needed.
//
// The proof allows it. G enters as |g_s| for the steps s <= t alone. D enters
// where the distances are summed by parts,
//
//	sum_{s<=t} (d_s^2 - d_{s+1}^2)/(2 eta_s)
//	  = d_1^2/(2 eta_1) + sum_{1<s<=t} d_s^2 [1/(2 eta_s) - 1/(2 eta_{s-1})] - d_{t+1}^2/(2 eta_t),
//
// whose brackets are non-negative and whose last term is dropped: only d_1, ...,
// d_t, the distances |x_s-u| to the one comparator, have to be at most D. So
// D_t = max_{s<=t} |x_s-u| and G_t = max_{s<=t} |g_s| will do, for u in the
// domain. Both depend on the run: the bound holds for that run, and there is
// neither an expectation form nor a best scale.
var zinkevichObserved = Theorem{
	ID:    "zinkevich-observed",
	Ref:   "A1",
	Title: "Regret of projected subgradient descent, with the run's own constants",
	Statement: `\frac1T\sum_{t=1}^T\bigl[f_t(x_t)-f_t(u)\bigr]` +
		`\le\frac{D_T^2}{2T\eta_T}+\frac{G_T^2}{2T}\sum_{t=1}^T\eta_t,` +
		`\quad D_T=\max_{t\le T}\|x_t-u\|,\ G_T=\max_{t\le T}\|g_t\|`,
	Kind:      Upper,
	Rows:      uniformRegretRows[:2],
	Needs:     []Assumption{convexLosses, observedRun, nonIncreasingSteps},
	NeedsRun:  true,
	TermNames: []string{`\frac{D_T^2}{2T\eta_T}`, `\frac{G_T^2}{2T}\sum_t\eta_t`},
	Reads:     reads(prefixSums{}),
	Terms: func(in Input, at []int) [][]float64 {
		if len(in.Observed) != len(at) {
			panic("bound: zinkevich-observed needs one observation a checkpoint")
		}
		out := make([][]float64, len(at))
		for k, p := range prefixes(in, at) {
			out[k] = zinkevichTerms(in.Observed[k].D, in.Observed[k].G, at[k], p)
		}
		return out
	},
	Citation:  zinkevich2003.at("proof of Theorem 1"),
	Related:   []Citation{orabona2019.at("chapter 2")},
	Tightness: `As zinkevich. It can be far below it, for the run may stay close to $u$.`,
	Caveat: `Holds for the run whose $D$ and $G$ are put in, and for no other. The number of the theorem is ` +
		`from memory.`,
}
