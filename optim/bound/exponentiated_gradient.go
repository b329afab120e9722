package bound

import "math"

var exponentiatedParams = []Param{
	{Name: "dimension", Doc: "the number of coordinates, or experts; in [1,Inf)", Default: math.NaN()},
	{Name: "Ginf", Doc: "the largest |g_{t,j}|; in (0,Inf)", Default: math.NaN()},
}

var hedgeParams = []Param{
	{Name: "dimension", Doc: "the number of experts; in [1,Inf)", Default: math.NaN()},
	{Name: "range", Doc: "the length of the interval of the losses of one step; in (0,Inf)", Default: 1},
}

// Exponentiated gradient on the simplex (section D): x_{t+1,j} is proportional to
// x_{t,j} exp(-eta g_{t,j}), from the uniform point.
//
// Proof. Let W_t = sum_j exp(-eta sum_{s<t} g_{s,j}). Then ln(W_{t+1}/W_t) = ln sum_j x_{t,j} exp(-eta g_{t,j}) is
// at most -eta <g_t, x_t> + eta^2 b^2/8 if g_{t,j} lies in an interval of length b (Hoeffding's
// lemma), and ln(W_{T+1}/W_1) >= -eta sum_t <g_t, u> - ln d. For |g_{t,j}| <= G_inf, b = 2 G_inf.
var (
	exponentiatedGradient = Theorem{
		ID:     "exponentiated-gradient",
		Ref:    "D",
		Method: "exponentiated-gradient",
		Title:  "Regret of exponentiated gradient on the simplex",
		Statement: `\frac1T\sum_{t=1}^T\bigl[f_t(x_t)-f_t(u)\bigr]\le\frac{\ln d}{T\eta}+\frac{\eta G_\infty^2}{2},` +
			`\quad\|g_t\|_\infty\le G_\infty`,
		Kind:   Upper,
		Rows:   uniformRegretRows,
		Params: exponentiatedParams,
		Needs: []Assumption{convexLosses, known(exponentiatedParams, "dimension", atLeastOne),
			known(exponentiatedParams, "Ginf", positiveReal), constantSteps},
		TermNames: []string{`\frac{\ln d}{T\eta}`, `\frac{\eta G_\infty^2}{2}`},
		Terms: func(in Input, at []int) [][]float64 {
			g := in.param(exponentiatedParams, "Ginf")
			return exponentialTerms(in, at, in.param(exponentiatedParams, "dimension"), g*g/2)
		},
		Best: func(in Input) (scale, value float64) {
			g := in.param(exponentiatedParams, "Ginf")
			return exponentialBest(in, in.param(exponentiatedParams, "dimension"), g*g/2)
		},
		Citation:  kivinenWarmuth1997,
		Related:   []Citation{orabona2019.at("chapter 6")},
		Tightness: `The best step makes it $G_\infty\sqrt{2\ln d/T}$. The best run came to 0.669 of it.`,
		Caveat:    `The start is the uniform point. The place in the texts is from memory.`,
	}

	hedge = Theorem{
		ID:     "hedge",
		Ref:    "D",
		Method: "exponentiated-gradient",
		Title:  "Regret of exponential weights for linear losses in an interval",
		Statement: `\frac1T\sum_{t=1}^T\langle g_t,x_t-u\rangle\le\frac{\ln d}{T\eta}+\frac{\eta b^2}{8},` +
			`\quad\max_jg_{t,j}-\min_jg_{t,j}\le b`,
		Kind:   Upper,
		Rows:   uniformRegretRows,
		Params: hedgeParams,
		Needs: []Assumption{convexLosses, known(hedgeParams, "dimension", atLeastOne),
			known(hedgeParams, "range", positiveReal), constantSteps},
		TermNames: []string{`\frac{\ln d}{T\eta}`, `\frac{\eta b^2}{8}`},
		Terms: func(in Input, at []int) [][]float64 {
			b := in.param(hedgeParams, "range")
			return exponentialTerms(in, at, in.param(hedgeParams, "dimension"), b*b/8)
		},
		Best: func(in Input) (scale, value float64) {
			b := in.param(hedgeParams, "range")
			return exponentialBest(in, in.param(hedgeParams, "dimension"), b*b/8)
		},
		Citation:  cesaBianchiLugosi2006,
		Tightness: `For losses in [0,1] the best step makes it $\sqrt{\ln d/(2T)}$. The best run came to 0.714 of it.`,
		Caveat:    `The start is the uniform point. The number of the theorem is from memory.`,
	}
)

func exponentialTerms(in Input, at []int, d, curvature float64) [][]float64 {
	eta := firstStep(in)
	out := make([][]float64, len(at))
	for k, t := range at {
		out[k] = []float64{quotient(math.Log(d), float64(t)*eta), eta * curvature}
	}
	return out
}

func exponentialBest(in Input, d, curvature float64) (scale, value float64) {
	terms := exponentialTerms(in, []int{in.Horizon}, d, curvature)[0]
	return balance(terms[0], terms[1])
}

var (
	kivinenWarmuth1997 = Citation{
		Key:     "kivinen1997exponentiated",
		Short:   "Kivinen and Warmuth (1997)",
		Locator: "the method",
		BibTeX: `@article{kivinen1997exponentiated,
  author  = {Kivinen, Jyrki and Warmuth, Manfred K.},
  title   = {Exponentiated Gradient versus Gradient Descent for Linear Predictors},
  journal = {Information and Computation},
  volume  = {132},
  number  = {1},
  pages   = {1--63},
  year    = {1997}
}`,
	}
	cesaBianchiLugosi2006 = Citation{
		Key:     "cesabianchi2006prediction",
		Short:   "Cesa-Bianchi and Lugosi (2006)",
		Locator: "Theorem 2.2",
		BibTeX: `@book{cesabianchi2006prediction,
  author    = {Cesa-Bianchi, Nicol{\` + "`" + `o} and Lugosi, G{\'a}bor},
  title     = {Prediction, Learning, and Games},
  publisher = {Cambridge University Press},
  year      = {2006}
}`,
	}
)
