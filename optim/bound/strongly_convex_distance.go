package bound

import "regret/problems/linear"

// The distance of the last point with the steps 1/(mu t) (B4), exact in its
// recursion and in the published form.
//
// Proof. The inequality of strongly convex functions with F(x_t)-F* >= (mu/2) d_t^2 is
// d_{t+1}^2 <= (1-2/t) d_t^2 + G_t^2/(mu t)^2. Times t (t-1) and summed from t = 2,
//
//	n (n-1) d_{n+1}^2 <= (1/mu^2) sum_{t=2}^n G_t^2 (t-1)/t,
//
// and for G_t = G the sum is G^2 (n-H_n). For T points n = T-1. The point x_2 has d_2^2
// <= G_1^2/mu^2 by t = 1, and so has x_1: mu d_1^2 <= <g_1, x_1-x*> <= G_1 d_1.
var (
	stronglyConvexDistance = Theorem{
		ID:    "strongly-convex-distance",
		Ref:   "B4",
		Title: "Distance of the last point with the steps 1/(mu t)",
		Statement: `\mathbb E\|x_T-x^\star\|^2\le\frac{1}{\mu^2(T-1)(T-2)}\sum_{t=2}^{T-1}\frac{t-1}{t}G_t^2` +
			`=\frac{G^2}{\mu^2}\frac{T-1-H_{T-1}}{(T-1)(T-2)}\text{ for }G_t=G,\ T\ge3`,
		Kind:      Upper,
		Rows:      distanceRows,
		Needs:     []Assumption{stronglyConvex, subgradientNorms, inverseStrongSteps},
		Constants: []string{"mu", "G"},
		TermNames: []string{`\frac{1}{\mu^2(T-1)(T-2)}\sum_{t=2}^{T-1}\frac{t-1}{t}G_t^2`},
		Terms: func(in Input, at []int) [][]float64 {
			out := make([][]float64, len(at))
			var points distanceSum
			march(in, at, 1, points.step, func(k int) {
				if at[k] == 1 { // no step is needed, but G_1
					points.first = normAt(in, 1)
				}
				out[k] = []float64{points.square(at[k]-1) / (in.Mu * in.Mu)}
			})
			return out
		},
		Citation:  rakhlin2012.at("Lemma 1, with the recursion of its proof solved"),
		Tightness: `Runs of a few steps attain it; longer ones came to 0.589 of it.`,
		Caveat:    `Published for $x_{n+1}$, $n\ge2$; re-indexed to $T=n+1$ points, with $G_1^2/\mu^2$ for $T=1$ and 2.`,
	}

	stronglyConvexDistanceRakhlin = Theorem{
		ID:        "strongly-convex-distance-rakhlin",
		Ref:       "B4",
		Title:     "Distance of the last point with the steps 1/(mu t), as published",
		Statement: `\mathbb E\|x_T-x^\star\|^2\le\frac{4G^2}{\mu^2T}`,
		Kind:      Upper,
		Rows:      distanceRows,
		Needs:     []Assumption{stronglyConvex, boundedSubgradients, inverseStrongSteps},
		Constants: []string{"mu", "G"},
		TermNames: []string{`\frac{4G^2}{\mu^2T}`},
		Terms:     fourOverTime,
		Citation:  rakhlin2012.at("Lemma 1"),
		Tightness: `Four times strongly-convex-distance for large $T$.`,
	}
)

// distanceSum is sum_{t=2}^n G_t^2 (t-1)/t, with G_1.
type distanceSum struct {
	first float64
	sum   linear.Sum
}

func (d *distanceSum) step(t int, _, g float64) {
	if t == 1 {
		d.first = g
	}
	d.sum.Add(g * g * float64(t-1) / float64(t))
}

// square returns the bound on mu^2 |x_{n+1}-x*|^2 after n steps.
func (d *distanceSum) square(n int) float64 {
	if n < 2 {
		return d.first * d.first
	}
	return d.sum.Value() / (float64(n) * float64(n-1))
}
