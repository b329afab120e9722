package bound

import (
	"errors"
	"math"
)

var amsgradParams = []Param{
	{Name: "Dinf", Doc: "the longest side of the box; in (0,Inf)", Default: math.NaN()},
	{Name: "Ginf", Doc: "the largest |g_{t,j}|; in (0,Inf)", Default: math.NaN()},
	{Name: "dimension", Doc: "the number of coordinates; in [1,Inf)", Default: math.NaN()},
	{Name: "beta1", Doc: "the momentum of the first step; in [0,1)", Default: 0.9},
	{Name: "beta2", Doc: "the memory of the squares; in (0,1)", Default: 0.999},
	{Name: "decay", Doc: "beta_{1t} = beta1 decay^(t-1); in [0,1]", Default: 0.99},
}

// amsgrad is the theorem of the paper that showed that Adam can fail (section D). It is
// reported with its numbers and judges nothing, for its proof is said to have a gap.
//
// The paper's quantities of the run are replaced by what bounds them: the roots of
// v-hat by G_inf, the norms of the coordinates' gradients by Cauchy's inequality.
var amsgrad = Theorem{
	ID:     "amsgrad",
	Ref:    "D",
	Method: "amsgrad",
	Title:  "Regret of AMSGrad, as published",
	Statement: `\begin{aligned}\eta_t=\frac{\alpha}{\sqrt t}\ \Rightarrow\ \frac1T\sum_{t=1}^T\bigl[f_t(x_t)-f_t(u)\bigr]\le\frac1T\Bigl[` +
		`&\frac{D_\infty^2\sqrt T}{\alpha(1-\beta_1)}\sum_{j=1}^d\sqrt{\hat v_{T,j}}\\&` +
		`+\frac{D_\infty^2}{2(1-\beta_1)}\sum_{j=1}^d\sum_{t=1}^T\frac{\beta_{1t}\sqrt{\hat v_{t,j}}}{\eta_t}` +
		`\\&+\frac{\alpha\sqrt{1+\ln T}}{(1-\beta_1)^2(1-\gamma)\sqrt{1-\beta_2}}\sum_{j=1}^d\|g_{1:T,j}\|_2\Bigr]\end{aligned},\quad ` +
		`\gamma=\frac{\beta_1}{\sqrt{\beta_2}}<1`,
	Kind:   Upper,
	Rows:   []Row{{Quantity: "average-regret", Average: "uniform", Mode: Reported, Sampling: Any}},
	Params: amsgradParams,
	Needs: []Assumption{
		convexLosses, subgradientNorms,
		known(amsgradParams, "Dinf", positiveReal),
		known(amsgradParams, "Ginf", positiveReal),
		known(amsgradParams, "dimension", atLeastOne),
		known(amsgradParams, "beta1", interval{lo: 0, hi: 1, openHi: true}),
		known(amsgradParams, "beta2", interval{lo: 0, hi: 1, openLo: true, openHi: true}),
		known(amsgradParams, "decay", interval{lo: 0, hi: 1}),
		{Name: "gamma below 1", LaTeX: `\beta_1<\sqrt{\beta_2}`, Check: func(in Input) error {
			if in.param(amsgradParams, "beta1") >= math.Sqrt(in.param(amsgradParams, "beta2")) {
				return errors.New("beta1 is not below the root of beta2")
			}
			return nil
		}},
		prescribed("alpha/sqrt(t)", `\eta_t=\frac{\alpha}{\sqrt t}`, func(in Input, t int) float64 {
			return firstStep(in) / math.Sqrt(float64(t))
		}),
	},
	Constants: []string{"G"},
	TermNames: []string{`\frac{dD_\infty^2G_\infty}{\alpha(1-\beta_1)\sqrt T}`,
		`\frac{dD_\infty^2G_\infty}{2(1-\beta_1)T}\sum_t\frac{\beta_{1t}}{\eta_t}`,
		`\frac{\alpha\sqrt{1+\ln T}}{(1-\beta_1)^2(1-\gamma)\sqrt{1-\beta_2}T}\sqrt{d\sum_tG_t^2}`},
	Terms:     amsgradTerms,
	Citation:  reddi2018.at("Theorem 4"),
	Related:   []Citation{tran2019},
	Tightness: `Not known. With $\beta_{1t}=\beta_1$ (decay=1) it grows with $T$.`,
	Caveat: `The proof of the theorem is reported to be flawed (Tran and Phong, 2019): it is shown here, and no run ` +
		`is judged by it. The constants are as quoted elsewhere.`,
}

func amsgradTerms(in Input, at []int) [][]float64 {
	of := func(name string) float64 { return in.param(amsgradParams, name) }
	first, alpha := 1-of("beta1"), firstStep(in)
	box := of("dimension") * of("Dinf") * of("Dinf") * of("Ginf") / first
	gamma := of("beta1") / math.Sqrt(of("beta2"))
	gradients := alpha / (first * first * (1 - gamma) * math.Sqrt(1-of("beta2")))
	momentum, beta := 0.0, of("beta1")
	squares := squaredNorms(in, at)
	out := make([][]float64, len(at))
	march(in, at, 0, func(_ int, eta, _ float64) {
		if beta > 0 {
			momentum += quotient(beta, eta)
			beta *= of("decay")
		}
	}, func(k int) {
		n := float64(at[k])
		out[k] = []float64{
			quotient(box, alpha*math.Sqrt(n)),
			box / (2 * n) * momentum,
			gradients * math.Sqrt(1+math.Log(n)) * math.Sqrt(of("dimension")*squares[k]) / n,
		}
	})
	return out
}

var (
	reddi2018 = Citation{
		Key:   "reddi2018convergence",
		Short: "Reddi, Kale and Kumar (2018)",
		BibTeX: `@inproceedings{reddi2018convergence,
  author    = {Reddi, Sashank J. and Kale, Satyen and Kumar, Sanjiv},
  title     = {On the Convergence of {Adam} and Beyond},
  booktitle = {International Conference on Learning Representations (ICLR)},
  year      = {2018},
  note      = {arXiv:1904.09237}
}`,
	}
	tran2019 = Citation{
		Key:     "tran2019convergence",
		Short:   "Tran and Phong (2019)",
		Locator: "on the proof of Theorem 4",
		BibTeX: `@article{tran2019convergence,
  author  = {Tran, Phuong Thi and Phong, Le Trieu},
  title   = {On the Convergence Proof of {AMSGrad} and a New Version},
  journal = {IEEE Access},
  volume  = {7},
  pages   = {61706--61716},
  year    = {2019},
  note    = {arXiv:1904.03590}
}`,
	}
)
