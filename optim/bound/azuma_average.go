package bound

import "math"

var azumaParams = []Param{{Name: "delta", Default: 0.05, Doc: "chance that the bound fails, in (0,1)"}}

// azumaAverage is weighted-average with high probability (A15).
//
// Proof. Let xi_t = <g_t - E[g_t|past], x_t-x*>. Then
// eta_t F_t <= eta_t <g_t, x_t-x*> - eta_t xi_t, and the first terms sum to at most
// (R^2 + G^2 sum eta_t^2)/2 on every path. Given the past, <g_t, x_t-x*> lies between -GD and GD,
// so eta_t xi_t lies in an interval of length 2 eta_t G D, and by the inequality of Azuma
// and Hoeffding -sum eta_t xi_t exceeds GD sqrt(2 ln(1/delta) sum eta_t^2) with probability at most
// delta. (With |xi_t| <= 2GD alone it would be twice that.)
var azumaAverage = Theorem{
	ID:    "azuma-average",
	Ref:   "A15",
	Title: "The step-weighted average with high probability",
	Statement: `\Pr\Bigl[F\Bigl(\frac{\sum_t\eta_tx_t}{\sum_t\eta_t}\Bigr)-F^\star\le\frac{\frac12R^2+\frac12G^2\sum_t\eta_t^2` +
		`+GD\sqrt{2\sum_t\eta_t^2\ln(1/\delta)}}{\sum_t\eta_t}\Bigr]\ge1-\delta`,
	Kind: Upper,
	Rows: []Row{{Quantity: "gap-average", Average: "step-weighted", Mode: HighProbability, Sampling: IID}},
	Needs: []Assumption{convexLosses, boundedDomain, knownDistance, boundedSubgradients, legalSteps,
		known(azumaParams, "delta", interval{hi: 1, openLo: true, openHi: true})},
	Constants: []string{"D", "G", "R"},
	Params:    azumaParams,
	TermNames: []string{`\frac{R^2}{2\sum_t\eta_t}`, `\frac{G^2\sum_t\eta_t^2}{2\sum_t\eta_t}`,
		`\frac{GD\sqrt{2\sum_t\eta_t^2\ln(1/\delta)}}{\sum_t\eta_t}`},
	Reads: reads(prefixSums{}),
	Terms: func(in Input, at []int) [][]float64 {
		out := make([][]float64, len(at))
		for k, p := range prefixes(in, at) {
			out[k] = azumaTerms(in, p)
		}
		return out
	},
	Best: func(in Input) (scale, value float64) {
		terms := azumaTerms(in, prefixes(in, []int{in.Horizon})[0])
		scale, value = balance(terms[0], terms[1])
		return scale, value + terms[2] // which no scale changes
	},
	Citation:  azuma1967,
	Related:   []Citation{nemirovski2009},
	Tightness: `Not attained: in simulations the quantile came to 0.16 of it.`,
	Caveat: `For one delta and one $T$ fixed beforehand, not for all t at once. Proved here from the inequality cited. ` +
		`The results of Harvey, Liaw, Plan and Randhawa (2019) for the last iterate give the order only.`,
}

func azumaTerms(in Input, p prefix) []float64 {
	if p.Sum == 0 {
		return []float64{math.Inf(1), 0, 0}
	}
	delta := in.param(azumaParams, "delta")
	return []float64{
		in.R * in.R / (2 * p.Sum),
		in.G * in.G * p.Squares / (2 * p.Sum),
		in.G * in.D * math.Sqrt(2*p.Squares*math.Log(1/delta)) / p.Sum,
	}
}

var azuma1967 = Citation{
	Key:   "azuma1967weighted",
	Short: "Azuma (1967)",
	BibTeX: `@article{azuma1967weighted,
  author  = {Azuma, Kazuoki},
  title   = {Weighted Sums of Certain Dependent Random Variables},
  journal = {Tohoku Mathematical Journal},
  volume  = {19},
  number  = {3},
  pages   = {357--367},
  year    = {1967}
}`,
	Locator: "the inequality",
}
