package bound

import "math"

var adagradNormParams = []Param{{
	Name: "scale", Doc: "the step is scale*D/sqrt(sum of |g_s|^2 up to s = t); in (0,Inf)", Default: math.Sqrt2 / 2,
}}

// AdaGrad (section D) sets its steps from the gradients that it has seen; the steps of
// the input play no part. A step after nothing but zero gradients is 0.
//
// Proof. The steps c D/sqrt(S_t), S_t = sum_{s<=t} |g_s|^2, do not increase, so that
// Zinkevich's theorem for a given sequence of gradients bounds the regret by
// D sqrt(S_T)/(2c) + (c D/2) sum_t |g_t|^2/sqrt(S_t), and the last sum is at most
// 2 sqrt(S_T). In the diagonal form the same is done in each coordinate.
var (
	adagradNorm = Theorem{
		ID:     "adagrad-norm",
		Ref:    "D",
		Method: "adagrad-norm",
		Title:  "Regret of AdaGrad with one step for all coordinates",
		Statement: `\eta_t=\frac{cD}{\sqrt{\sum_{s\le t}\|g_s\|^2}}\ \Rightarrow\ ` +
			`\frac1T\sum_{t=1}^T\bigl[f_t(x_t)-f_t(u)\bigr]\le\frac DT\Bigl(\frac{1}{2c}+c\Bigr)\sqrt{\sum_{t=1}^TG_t^2}`,
		Kind:   Upper,
		Rows:   uniformRegretRows,
		Params: adagradNormParams,
		Needs: []Assumption{convexLosses, boundedDomain, subgradientNorms,
			known(adagradNormParams, "scale", positiveReal)},
		Constants: []string{"D", "G"},
		TermNames: []string{`\frac{D}{2cT}\sqrt{\sum_tG_t^2}`, `\frac{cD}{T}\sqrt{\sum_tG_t^2}`},
		Terms: func(in Input, at []int) [][]float64 {
			out := make([][]float64, len(at))
			c := in.param(adagradNormParams, "scale")
			for k, squares := range squaredNorms(in, at) {
				each := in.D * math.Sqrt(squares) / float64(at[k])
				out[k] = []float64{each / (2 * c), c * each}
			}
			return out
		},
		Minimax:  minimaxRegret,
		Citation: orabona2019.at("Theorem 4.14 of version 10"),
		Related:  []Citation{duchi2011.at("section 1"), streeter2010},
		Tightness: `For $c=1/\sqrt2$, the default and the best, it is $\frac DT\sqrt{2\sum_t\|g_t\|^2}$; for $c=1$ half as ` +
			`much again as $\frac DT\sqrt{\sum_t\|g_t\|^2}$. The best run came to 0.67 of it.`,
		Caveat: `It needs a bounded domain. The norms may be those of the run: a bound for that run alone.`,
	}

	adagradDiagonal = Theorem{
		ID:     "adagrad-diagonal",
		Ref:    "D",
		Method: "adagrad",
		Title:  "Regret of AdaGrad with a step for each coordinate, on a box",
		Statement: `\eta_{t,j}=\frac{D_\infty}{\sqrt2\,\|g_{1:t,j}\|_2}\ \Rightarrow\ ` +
			`\frac1T\sum_{t=1}^T\bigl[f_t(x_t)-f_t(u)\bigr]\le\frac{\sqrt2D_\infty}{T}\sum_{j=1}^d\|g_{1:T,j}\|_2` +
			`\le\frac{\sqrt2D_\infty}{T}\sqrt{d\sum_{t=1}^TG_t^2}`,
		Kind:   Upper,
		Rows:   uniformRegretRows,
		Params: adagradDiagonalParams,
		Needs: []Assumption{convexLosses, subgradientNorms,
			known(adagradDiagonalParams, "Dinf", positiveReal),
			known(adagradDiagonalParams, "dimension", atLeastOne),
			known(adagradDiagonalParams, "columns", interval{lo: 0, hi: math.Inf(1)})},
		Constants: []string{"G"},
		TermNames: []string{`\frac{\sqrt2D_\infty}{T}\sum_j\|g_{1:T,j}\|_2`},
		Terms: func(in Input, at []int) [][]float64 {
			out := make([][]float64, len(at))
			d, columns := in.param(adagradDiagonalParams, "dimension"), in.param(adagradDiagonalParams, "columns")
			side := math.Sqrt2 * in.param(adagradDiagonalParams, "Dinf")
			for k, squares := range squaredNorms(in, at) {
				out[k] = []float64{side * min(columns, math.Sqrt(d*squares)) / float64(at[k])}
			}
			return out
		},
		Citation:  duchi2011.at("Theorem 5"),
		Related:   []Citation{streeter2010},
		Tightness: `The best run came to 0.67 of it.`,
		Caveat: `The number of the theorem is from memory. Without the parameter columns the norms of the coordinates ` +
			`are bounded by Cauchy's inequality; given, it is the sum at $T$, which serves for all $t<T$ too.`,
	}
)

var adagradDiagonalParams = []Param{
	{Name: "Dinf", Doc: "the longest side of the box; in (0,Inf)", Default: math.NaN()},
	{Name: "dimension", Doc: "the number of coordinates; in [1,Inf)", Default: math.NaN()},
	{Name: "columns", Doc: "the sum over coordinates j of the norm of g_{1:T,j}, if it is known; in [0,Inf]", Default: math.Inf(1)},
}

var (
	duchi2011 = Citation{
		Key:   "duchi2011adaptive",
		Short: "Duchi, Hazan and Singer (2011)",
		BibTeX: `@article{duchi2011adaptive,
  author  = {Duchi, John and Hazan, Elad and Singer, Yoram},
  title   = {Adaptive Subgradient Methods for Online Learning and Stochastic Optimization},
  journal = {Journal of Machine Learning Research},
  volume  = {12},
  pages   = {2121--2159},
  year    = {2011}
}`,
	}
	streeter2010 = Citation{
		Key:     "streeter2010less",
		Short:   "Streeter and McMahan (2010)",
		Locator: "the norm and the diagonal form",
		BibTeX: `@misc{streeter2010less,
  author        = {Streeter, Matthew and McMahan, H. Brendan},
  title         = {Less Regret via Online Conditioning},
  year          = {2010},
  eprint        = {1002.4862},
  archiveprefix = {arXiv},
  primaryclass  = {cs.LG}
}`,
	}
)
