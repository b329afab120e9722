package bound

var polynomialDecayParams = []Param{{Name: "gamma", Default: 3, Doc: "power of the weights, in [0,20]; 0 is the uniform average"}}

// polynomialDecay bounds the polynomial-decay average (A6)
//
//	y_t = (1-c_t) y_{t-1} + c_t x_t,  c_t = (gamma+1)/(t+gamma),
//
// on a bounded domain, through regret-any-eta. Written out, the weight of x_t in
// y_T is c_t prod_{s=t+1}^T (1-c_s), with 1-c_s = (s-1)/(s+gamma), so that
// w_{t+1}/w_t = (t+gamma)/t: the weights grow like t^gamma.
var polynomialDecay = Theorem{
	ID:    "polynomial-decay",
	Ref:   "A6",
	Title: "The polynomial-decay average",
	Statement: `F(\bar x_T)-F^\star\le\frac{D^2}{2}\Bigl[\frac{w_1}{\eta_1}+\sum_{t=2}^T\Bigl(\frac{w_t}{\eta_t}` +
		`-\frac{w_{t-1}}{\eta_{t-1}}\Bigr)_+\Bigr]+\frac12\sum_{t=1}^Tw_t\eta_tG_t^2,\quad ` +
		`w_t=\frac{\gamma+1}{t+\gamma}\prod_{s=t+1}^T\frac{s-1}{s+\gamma}`,
	Kind:      Upper,
	Rows:      regretRows("polynomial-decay"),
	Needs:     []Assumption{convexLosses, boundedDomain, subgradientNorms, legalSteps, known(polynomialDecayParams, "gamma", interval{hi: 20})},
	Constants: []string{"D", "G"},
	Params:    polynomialDecayParams,
	TermNames: []string{
		`\frac{D^2}{2}\bigl[\frac{w_1}{\eta_1}+\sum_{t\ge2}(\frac{w_t}{\eta_t}-\frac{w_{t-1}}{\eta_{t-1}})_+\bigr]`,
		`\frac12\sum_tw_t\eta_tG_t^2`,
	},
	Reads: func(in Input) []Reading {
		return []Reading{anyEta{in.param(polynomialDecayParams, "gamma")}}
	},
	Terms: polynomialDecayTerms,
	Best: func(in Input) (scale, value float64) {
		terms := polynomialDecayTerms(in, []int{in.Horizon})[0]
		return balance(terms[0], terms[1])
	},
	Minimax:   minimaxGap,
	Citation:  shamirZhang2013.at("the average; the bound is that of regret-any-eta"),
	Tightness: `Loose: in simulations the gap came to 0.07 of it at most.`,
	Caveat: `The constants that Shamir and Zhang give for this average are not verified; the bound here is not ` +
		`theirs. The rule of the average is known from implementations.`,
}

func polynomialDecayTerms(in Input, at []int) [][]float64 {
	return anyEtaTerms(in, in.param(polynomialDecayParams, "gamma"), at)
}
