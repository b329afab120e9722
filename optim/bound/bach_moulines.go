package bound

import "math"

var bachMoulinesParams = []Param{
	{Name: "Rx", Doc: "E |a|^2 a a' <= Rx^2 E a a'; the largest |a_i| will do; in (0,Inf)", Default: math.NaN()},
	{Name: "noise", Doc: "E r^2 a a' <= noise^2 E a a' with the residuals r at x*; in [0,Inf)", Default: math.NaN()},
	{Name: "dimension", Doc: "the number of coordinates; in [1,Inf)", Default: math.NaN()},
}

// bachMoulines is the average of least mean squares with a constant step (C7).
var bachMoulines = Theorem{
	ID:    "bach-moulines",
	Ref:   "C7",
	Title: "The average of least mean squares with a constant step",
	Statement: `\mathbb E\,F\Bigl(\frac1T\sum_{t=1}^Tx_t\Bigr)-F^\star\le\frac{1}{2T}\Bigl[` +
		`\frac{\sigma\sqrt d}{1-\sqrt{\eta R_x^2}}+\frac{R}{\sqrt\eta}\Bigr]^2,\quad F(x)=\tfrac12\mathbb E(a^\top x-b)^2`,
	Kind:   Upper,
	Rows:   []Row{{Quantity: "gap-average", Average: "uniform", Mode: Expectation, Sampling: SingleIID}},
	Params: bachMoulinesParams,
	Needs: []Assumption{
		{Name: "least squares", LaTeX: `f_i(x)=\tfrac12(a_i^\top x-b_i)^2`, Check: func(Input) error { return nil }},
		unconstrained, knownDistance,
		known(bachMoulinesParams, "Rx", positiveReal),
		known(bachMoulinesParams, "noise", nonNegative),
		known(bachMoulinesParams, "dimension", atLeastOne),
		constantSteps,
		below("1/Rx^2", `\eta<\frac{1}{R_x^2}`, func(in Input) float64 {
			r := in.param(bachMoulinesParams, "Rx")
			return 1 / (r * r)
		}),
	},
	Constants: []string{"R"},
	TermNames: []string{`\frac{1}{2T}\bigl[\frac{\sigma\sqrt d}{1-\sqrt{\eta R_x^2}}+\frac{R}{\sqrt\eta}\bigr]^2`},
	Terms: func(in Input, at []int) [][]float64 {
		bracket := bachMoulinesBracket(in, math.Sqrt(firstStep(in)))
		out := make([][]float64, len(at))
		for k, t := range at {
			out[k] = []float64{bracket * bracket / (2 * float64(t))}
		}
		return out
	},
	Best:      bachMoulinesBest,
	Citation:  bachMoulines2013,
	Tightness: `The step $1/(4R_x^2)$ gives $\frac2T[\sigma\sqrt d+R_xR]^2$. The best run came to 0.32 of it.`,
	Caveat: `Each sample is fresh, as rows drawn with replacement are. It is for least squares without a ridge, and ` +
		`that is not checked.`,
}

// bachMoulinesBracket is noise/(1-Rx u) + R/u for u = sqrt(eta).
func bachMoulinesBracket(in Input, root float64) float64 {
	noise, radius := bachMoulinesConstants(in)
	bracket := noise / (1 - radius*root)
	if in.R > 0 {
		bracket += quotient(in.R, root)
	}
	return bracket
}

// bachMoulinesBest solves sqrt(noise Rx) u = sqrt(R) (1-Rx u).
func bachMoulinesBest(in Input) (scale, value float64) {
	eta := firstStep(in)
	root := math.Sqrt(eta)
	scale = math.NaN()
	if noise, radius := bachMoulinesConstants(in); eta > 0 && in.R > 0 && noise > 0 {
		root = math.Sqrt(in.R) / (math.Sqrt(noise*radius) + radius*math.Sqrt(in.R))
		scale = root * root / eta
	}
	bracket := bachMoulinesBracket(in, root)
	return scale, bracket * bracket / (2 * float64(in.Horizon))
}

// bachMoulinesConstants returns sigma sqrt(d) and Rx.
func bachMoulinesConstants(in Input) (noise, radius float64) {
	d := in.param(bachMoulinesParams, "dimension")
	return in.param(bachMoulinesParams, "noise") * math.Sqrt(d), in.param(bachMoulinesParams, "Rx")
}

var bachMoulines2013 = Citation{
	Key:     "bach2013nonstrongly",
	Short:   "Bach and Moulines (2013)",
	Locator: "Theorem 1",
	BibTeX: `@inproceedings{bach2013nonstrongly,
  author    = {Bach, Francis and Moulines, Eric},
  title     = {Non-strongly-convex Smooth Stochastic Approximation with Convergence Rate {O(1/n)}},
  booktitle = {Advances in Neural Information Processing Systems 26},
  year      = {2013},
  note      = {arXiv:1306.2119}
}`,
}
