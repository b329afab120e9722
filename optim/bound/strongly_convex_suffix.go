package bound

import (
	"math"

	"regret/problems/linear"
)

// suffixLength returns how many of t points are averaged.
func suffixLength(in Input, t int) int {
	return int(math.Ceil(in.param(suffixParams, "fraction") * float64(t)))
}

// The average of the last points with the steps 1/(mu t) (B5).
//
// Proof of the sharper form. The inequality of strongly convex functions, summed from
// s+1 with eta_t = 1/(mu t), is
//
//	sum_{s<t<=T} [F(x_t)-F*] <= (mu/2) s d_{s+1}^2 + (1/(2 mu)) sum_{s<t<=T} G_t^2/t,
//
// and [stronglyConvexDistance] bounds d_{s+1}^2. For s = 0 it is strongly-convex-hazan.
var (
	stronglyConvexSuffix = Theorem{
		ID:    "strongly-convex-suffix",
		Ref:   "B5",
		Title: "Average of the last points, strongly convex functions",
		Statement: `F\Bigl(\frac{1}{T-s}\sum_{t=s+1}^Tx_t\Bigr)-F^\star\le\frac{1}{2\mu(T-s)}\Bigl[s\,b_s+` +
			`\sum_{t=s+1}^T\frac{G_t^2}{t}\Bigr],\quad b_1=G_1^2,\ b_s=\frac{1}{s(s-1)}\sum_{t=2}^s\frac{t-1}{t}G_t^2,\ ` +
			`T-s=\lceil\alpha T\rceil`,
		Kind:      Upper,
		Rows:      gapRows("suffix"),
		Params:    suffixParams,
		Needs:     []Assumption{stronglyConvex, subgradientNorms, inverseStrongSteps, suffixShare},
		Constants: []string{"mu", "G"},
		TermNames: []string{`\frac{s\,b_s}{2\mu(T-s)}`, `\frac{1}{2\mu(T-s)}\sum_{t=s+1}^T\frac{G_t^2}{t}`},
		Terms:     stronglyConvexSuffixTerms,
		Citation:  rakhlin2012.at("Theorem 5, with its sums kept"),
		Tightness: `The best run came to 0.65 of it.`,
		Caveat:    `The sharper constants are derived here; no novelty is claimed.`,
	}

	stronglyConvexSuffixRakhlin = Theorem{
		ID:    "strongly-convex-suffix-rakhlin",
		Ref:   "B5",
		Title: "Average of the last points, strongly convex functions, as published",
		Statement: `F\Bigl(\frac{1}{\alpha T}\sum_{t=(1-\alpha)T+1}^Tx_t\Bigr)-F^\star` +
			`\le\frac{2+2.5\ln\frac{1}{1-\alpha}}{\alpha}\cdot\frac{G^2}{\mu T}`,
		Kind:      Upper,
		Rows:      gapRows("suffix"),
		Params:    suffixParams,
		Needs:     []Assumption{stronglyConvex, boundedSubgradients, inverseStrongSteps, suffixShare},
		Constants: []string{"mu", "G"},
		TermNames: []string{`\frac{2+2.5\ln\frac{1}{1-\alpha}}{\alpha}\cdot\frac{G^2}{\mu T}`},
		Terms: func(in Input, at []int) [][]float64 {
			out := make([][]float64, len(at))
			for k, t := range at {
				n := float64(suffixLength(in, t))
				alpha := n / float64(t)
				out[k] = []float64{(2 - 2.5*math.Log1p(-alpha)) * in.G * in.G / (in.Mu * n)}
			}
			return out
		},
		Citation:  rakhlin2012.at("Theorem 5"),
		Tightness: `No run came above 0.08 of it; strongly-convex-suffix is several times smaller.`,
		Caveat: `Where $\alpha T$ is not whole, $\alpha$ is that of the points that are averaged; it is vacuous for all of ` +
			`them. The theorem prints $\mathbb E\|g_t\|^2\le G$; its proof uses $G^2$, as here.`,
	}
)

// stronglyConvexSuffixTerms sums up to s for the distance and from there on for
// the rest, once for each checkpoint.
func stronglyConvexSuffixTerms(in Input, at []int) [][]float64 {
	out := make([][]float64, len(at))
	for k, t := range at {
		n := suffixLength(in, t)
		s := t - n
		var head distanceSum
		var tail linear.Sum
		for j, step := range strides(in, 1, t) {
			if j <= s {
				head.step(j, 0, step.norm)
			} else {
				tail.Add(step.norm * step.norm / float64(j))
			}
		}
		scale := 2 * in.Mu * float64(n)
		out[k] = []float64{float64(s) * head.square(s) / scale, tail.Value() / scale}
	}
	return out
}
