package bound

import "regret/problems/linear"

// smoothWeightedAverage is A3 for smooth objectives, where only the noise enters
// (C1).
//
// Proof. For L-smooth convex F with gradient 0 at x*,
//
//	<grad F(x_t), x_t-x*> >= F(x_t)-F* + |grad F(x_t)|^2/(2L).
//
// As E|g_t|^2 <= |grad F(x_t)|^2 + sigma^2, the first inequality of Zinkevich's proof is, in
// the mean,
//
//	2 eta_t [F(x_t)-F*] <= d_t^2 - d_{t+1}^2 - eta_t (1/L-eta_t) |grad F(x_t)|^2 + eta_t^2 sigma^2.
//
// Drop the third term and sum.
var smoothWeightedAverage = Theorem{
	ID:    "smooth-weighted-average",
	Ref:   "C1",
	Title: "The average weighted by the steps, smooth objectives",
	Statement: `\mathbb E\,F\Bigl(\frac{\sum_t\eta_tx_t}{\sum_t\eta_t}\Bigr)-F^\star` +
		`\le\frac{R^2+\sigma^2\sum_{t=1}^T\eta_t^2}{2\sum_{t=1}^T\eta_t}`,
	Kind:      Upper,
	Rows:      gapRows("step-weighted"),
	Needs:     []Assumption{convexLosses, unconstrained, smooth, boundedNoise, knownDistance, stepsToInverseL},
	Constants: []string{"L", "sigma", "R"},
	TermNames: []string{`\frac{R^2}{2\sum_t\eta_t}`, `\frac{\sigma^2\sum_t\eta_t^2}{2\sum_t\eta_t}`},
	Reads:     reads(prefixSums{}),
	Terms: func(in Input, at []int) [][]float64 {
		in.G, in.GradientNorms = in.Sigma, nil
		out := make([][]float64, len(at))
		for k, p := range prefixes(in, at) {
			out[k] = weightedAverageTerms(in, p)
		}
		return out
	},
	Best: func(in Input) (scale, value float64) {
		in.G, in.GradientNorms = in.Sigma, nil
		terms := weightedAverageTerms(in, prefixes(in, []int{in.Horizon})[0])
		scale, value = balance(terms[0], terms[1])
		if most := 1 / (in.L * largestStep(in, in.Horizon)); scale > most {
			return most, terms[0]/most + terms[1]*most
		}
		return scale, value
	},
	Citation: bubeck2015.at("section 6.1, method of proof"),
	Related:  []Citation{nemirovski2009, orabona2019.at("chapters 2 and 3")},
	Tightness: `A run came to 0.9998 of it. Among constant steps the best is $\min\{1/L,R/(\sigma\sqrt T)\}$; the best ` +
		`scale is the one within $\eta_t\le1/L$.`,
	Caveat: `Classical; which text has it first in this form is not verified. It speaks of the weights $\eta_t$, and ` +
		`of $x_1,\dots,x_T$.`,
}

// smoothProjectedAverage allows a domain (C2): the minimizer may be on its boundary.
//
// Proof. With e_t = g_t - grad F(x_t), smoothness and convexity give
//
//	F(x_{t+1})-F* <= <grad F(x_t), x_{t+1}-x*> + (L/2) |x_{t+1}-x_t|^2,
//
// and the projection 2 eta_t <g_t, x_{t+1}-x*> <= d_t^2 - d_{t+1}^2 - |x_{t+1}-x_t|^2. Together,
//
//	2 eta_t [F(x_{t+1})-F*] <= d_t^2 - d_{t+1}^2 - (1-L eta_t) |x_{t+1}-x_t|^2 - 2 eta_t <e_t, x_{t+1}-x*>.
//
// In the mean <e_t, x_t-x*> is 0, and -2 eta_t <e_t, x_{t+1}-x_t> is at most
// eta_t^2 |e_t|^2/(1-L eta_t) + (1-L eta_t) |x_{t+1}-x_t|^2. Sum over the T-1 steps that lead to
// the points x_2..x_T.
var smoothProjectedAverage = Theorem{
	ID:    "smooth-projected-average",
	Ref:   "C2",
	Title: "The average of the points after each step, smooth objectives on a domain",
	Statement: `\mathbb E\,F\Bigl(\frac{\sum_{t<T}\eta_tx_{t+1}}{\sum_{t<T}\eta_t}\Bigr)-F^\star` +
		`\le\frac{R^2+\sigma^2\sum_{t<T}\eta_t^2/(1-L\eta_t)}{2\sum_{t<T}\eta_t}`,
	Kind: Upper,
	Rows: []Row{
		{Quantity: "gap-average", Average: "step-weighted-next", Mode: Expectation, Sampling: IID},
		{Quantity: "gap-average", Average: "step-weighted-next", Mode: Pathwise, Sampling: Full},
	},
	Needs: []Assumption{convexLosses, smooth, boundedNoise, knownDistance,
		below("1/L", `\eta_t<\frac1L`, func(in Input) float64 { return 1 / in.L })},
	Constants: []string{"L", "sigma", "R"},
	TermNames: []string{`\frac{R^2}{2\sum_{t<T}\eta_t}`,
		`\frac{\sigma^2}{2\sum_{t<T}\eta_t}\sum_{t<T}\frac{\eta_t^2}{1-L\eta_t}`},
	Terms: func(in Input, at []int) [][]float64 {
		out := make([][]float64, len(at))
		var sum, noise linear.Sum
		march(in, at, 1, func(_ int, eta, _ float64) {
			sum.Add(eta)
			noise.Add(eta * eta / (1 - in.L*eta))
		}, func(k int) {
			energy := in.Sigma * in.Sigma * noise.Value()
			out[k] = weightedAverageTerms(in, prefix{Sum: sum.Value(), Energy: energy})
		})
		return out
	},
	Citation: bubeck2015.at("Theorem 6.3"),
	Tightness: `With $1/\eta=L+\sigma\sqrt{N}/R$ and $N=T-1$ it is $LR^2/(2N)+R\sigma/\sqrt N$, which agrees with the theorem ` +
		`cited where its $R_B^2=R^2/2$. The best run came to 0.475 of it.`,
	Caveat: `Published for $x_2,\dots,x_{T+1}$; re-indexed to $T$ points, of which $x_1$ is not averaged: $x_{t+1}$ has the ` +
		`weight $\eta_t$. The number of the theorem is from memory.`,
}

var bubeck2015 = Citation{
	Key:   "bubeck2015convex",
	Short: "Bubeck (2015)",
	BibTeX: `@article{bubeck2015convex,
  author  = {Bubeck, S{\'e}bastien},
  title   = {Convex Optimization: Algorithms and Complexity},
  journal = {Foundations and Trends in Machine Learning},
  volume  = {8},
  number  = {3--4},
  pages   = {231--357},
  year    = {2015}
}`,
}
