package bound

import "regret/problems/linear"

// ftrl is the regret of follow the regularized leader with linearized losses and a
// quadratic regularizer, x_t = x_1 - eta_t sum_{s<t} g_s (section D). With a domain, the
// point is projected, not the sum. No bounded domain is needed.
//
// Proof. Let psi_t(x) = |x-x_1|^2/(2 eta_t); x_t minimizes H_t = psi_t + sum_{s<t} <g_s, .>, and psi_t
// does not decrease with t. Because H_t is 1/eta_t-strongly convex with minimizer x_t,
//
//	H_t(x_t) + <g_t, x_t> - min (H_t + <g_t, .>) <= eta_t |g_t|^2/2,
//
// and min (H_t + <g_t, .>) <= H_{t+1}(x_{t+1}). Sum: sum_t <g_t, x_t> <= H_{T+1}(x_{T+1}) - H_1(x_1) +
// (1/2) sum_t eta_t |g_t|^2 with psi_{T+1} = psi_T, where H_{T+1}(x_{T+1}) <= H_{T+1}(u).
var ftrl = Theorem{
	ID:     "ftrl",
	Ref:    "D",
	Method: "ftrl",
	Title:  "Regret of follow the regularized leader",
	Statement: `x_t=x_1-\eta_t\sum_{s<t}g_s\ \Rightarrow\ \frac1T\sum_{t=1}^T\bigl[f_t(x_t)-f_t(u)\bigr]` +
		`\le\frac{R^2}{2T\eta_T}+\frac{1}{2T}\sum_{t=1}^T\eta_tG_t^2`,
	Kind:      Upper,
	Rows:      uniformRegretRows,
	Needs:     []Assumption{convexLosses, knownDistance, subgradientNorms, nonIncreasingSteps},
	Constants: []string{"R", "G"},
	TermNames: []string{`\frac{R^2}{2T\eta_T}`, `\frac{1}{2T}\sum_t\eta_tG_t^2`},
	Terms:     ftrlTerms,
	Best: func(in Input) (scale, value float64) {
		terms := ftrlTerms(in, []int{in.Horizon})[0]
		return balance(terms[0], terms[1])
	},
	Citation: orabona2019.at("chapter 7"),
	Tightness: `Attained for $T=1$, $R=\eta_1G$; for many steps the best run came to 0.275 of it. Online gradient descent with $\eta_t=1/\sqrt t$ has no such bound ` +
		`without a bounded domain: after $T/2$ slopes $-1$ and $T/2$ slopes $+1$ its regret against 0 is $0.0809\,T^{3/2}$.`,
	Caveat: `The chapter is from memory.`,
}

func ftrlTerms(in Input, at []int) [][]float64 {
	out := make([][]float64, len(at))
	var sum linear.Sum
	last := 0.0
	march(in, at, 0, func(_ int, eta, g float64) {
		sum.Add(eta * g * g)
		last = eta
	}, func(k int) {
		n := float64(at[k])
		start := 0.0
		if in.R > 0 {
			start = quotient(in.R*in.R, 2*n*last)
		}
		out[k] = []float64{start, finiteOrInf(sum.Value()) / (2 * n)}
	})
	return out
}
