package bound

import "math"

var onlineToBatchParams = []Param{{Name: "regret", Default: math.NaN(), Doc: "what is known to bound the expected average regret at T against u, in (-inf,inf)"}}

// onlineToBatch turns regret into the gap of the average, for every method (A14).
//
// Proof. Given the past, the row of step t is independent of x_t, so that
// E f_t(x_t) = E F(x_t) and E f_t(u) = F(u). Sum, divide by T, and use
// F(mean of x_t) <= mean of F(x_t).
var onlineToBatch = Theorem{
	ID:        "online-to-batch",
	Ref:       "A14",
	Title:     "From regret to the gap of the average",
	Statement: `\mathbb E\,F\Bigl(\frac1T\sum_{t=1}^Tx_t\Bigr)-F(u)\le\mathbb E\,\frac1T\sum_{t=1}^T\bigl[f_t(x_t)-f_t(u)\bigr]`,
	Kind:      Upper,
	Rows:      []Row{{Quantity: "gap-average", Average: "uniform", Mode: Expectation, Sampling: IID}},
	Needs:     []Assumption{convexLosses, legalSteps, known(onlineToBatchParams, "regret", interval{lo: math.Inf(-1), hi: math.Inf(1), openLo: true, openHi: true})},
	Params:    onlineToBatchParams,
	TermNames: []string{`\mathbb E\,\mathrm{Regret}_T(u)/T`},
	Terms: func(in Input, at []int) [][]float64 {
		return atHorizon(in, at, []float64{in.param(onlineToBatchParams, "regret")})
	},
	Citation:  cesaBianchi2004,
	Related:   []Citation{orabona2019.at("chapter 3")},
	Tightness: `Equality where $F$ is linear on the hull of the iterates.`,
	Caveat: `Each row is drawn afresh and used once. The same holds for any weights, with the regret weighted by ` +
		`them. The regret bounds of this package carry their consequence for the average as rows of their own.`,
}

var cesaBianchi2004 = Citation{
	Key:   "cesabianchi2004generalization",
	Short: "Cesa-Bianchi, Conconi and Gentile (2004)",
	BibTeX: `@article{cesabianchi2004generalization,
  author  = {Cesa-Bianchi, Nicol{\` + "`" + `o} and Conconi, Alex and Gentile, Claudio},
  title   = {On the Generalization Ability of On-Line Learning Algorithms},
  journal = {IEEE Transactions on Information Theory},
  volume  = {50},
  number  = {9},
  pages   = {2050--2057},
  year    = {2004}
}`,
	Locator: "the conversion",
}
