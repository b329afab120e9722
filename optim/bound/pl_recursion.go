package bound

import "math"

var plParams = []Param{{Name: "gap1", Doc: "F(x_1)-F*; in [0,Inf)", Default: math.NaN()}}

// plRecursion is the recursion behind the theorems of Bottou, Curtis and Nocedal,
// not rounded up, for any steps (C3). Strong convexity enters through the inequality of
// Polyak and Lojasiewicz alone, |grad F|^2 >= 2 mu (F-F*).
//
// Proof. By smoothness E F(x_{t+1}) <= F(x_t) - eta_t |grad F|^2 + (L eta_t^2/2) (|grad F|^2+sigma^2),
// and eta_t (1-L eta_t/2) >= 0.
var plRecursion = Theorem{
	ID:    "pl-recursion",
	Ref:   "C3",
	Title: "The last iterate under the inequality of Polyak and Lojasiewicz, any steps",
	Statement: `\mathbb E\,F(x_T)-F^\star\le e_T,\quad e_1=F(x_1)-F^\star,\ ` +
		`e_{t+1}=\bigl(1-2\mu\eta_t(1-\tfrac{L\eta_t}{2})\bigr)e_t+\tfrac12L\eta_t^2\sigma^2`,
	Kind:   Upper,
	Rows:   lastRows,
	Params: plParams,
	Needs: []Assumption{stronglyConvex, smooth, unconstrained, boundedNoise, known(plParams, "gap1", nonNegative),
		atMost("2/L", `\eta_t\le\frac2L`, func(in Input) float64 { return 2 / in.L })},
	Constants: []string{"mu", "L", "sigma"},
	TermNames: []string{`\text{from the start}`, `\text{from the noise}`},
	Terms: func(in Input, at []int) [][]float64 {
		start, noise := in.param(plParams, "gap1"), 0.0
		return recursion(in, at, func(steps []float64) {
			for _, eta := range steps {
				factor := 1 - 2*in.Mu*eta*(1-in.L*eta/2)
				start *= factor
				noise = factor*noise + in.L*eta*eta*in.Sigma*in.Sigma/2
			}
		}, func() []float64 { return []float64{start, noise} })
	},
	Citation:  bottou2018.at("section 4.2, the recursion of the proofs"),
	Related:   []Citation{karimi2016},
	Tightness: `Attained by $F(x)=\frac L2x^2$ with $\mu=L$ and noise of variance $\sigma^2$.`,
	Caveat:    `Strong convexity is asked for; the inequality of Polyak and Lojasiewicz with $\mu$ would do.`,
}

var karimi2016 = Citation{
	Key:     "karimi2016linear",
	Short:   "Karimi, Nutini and Schmidt (2016)",
	Locator: "section 4",
	BibTeX: `@inproceedings{karimi2016linear,
  author    = {Karimi, Hamed and Nutini, Julie and Schmidt, Mark},
  title     = {Linear Convergence of Gradient and Proximal-Gradient Methods Under the {Polyak-{\L}ojasiewicz} Condition},
  booktitle = {Machine Learning and Knowledge Discovery in Databases (ECML PKDD)},
  pages     = {795--811},
  year      = {2016}
}`,
}
