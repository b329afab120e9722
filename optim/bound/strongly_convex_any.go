package bound

import (
	"math"

	"regret/problems/linear"
)

// stronglyConvexAny takes any steps and weights (B3).
//
// Proof. The inequality of strongly convex functions, times w_t/(2 eta_t), sums to
//
//	sum_t w_t [F(x_t)-F*] <= sum_t [w_t (1/eta_t-mu)/2 - w_{t-1}/(2 eta_{t-1})] d_t^2 + (1/2) sum_t w_t eta_t G_t^2,
//
// w_0 = 0. Negative brackets are dropped, and the others take d_t^2 <= a_t, which is
// the same inequality with F(x_t)-F* >= (mu/2) d_t^2.
var stronglyConvexAny = Theorem{
	ID:    "strongly-convex-any",
	Ref:   "B3",
	Title: "Strongly convex functions, any steps and weights t^p",
	Statement: `F\Bigl(\frac{\sum_tw_tx_t}{\sum_tw_t}\Bigr)-F^\star\le\frac{1}{2\sum_tw_t}\sum_{t=1}^T\Bigl[` +
		`\Bigl(w_t\bigl(\tfrac{1}{\eta_t}-\mu\bigr)-\tfrac{w_{t-1}}{\eta_{t-1}}\Bigr)_+a_t+w_t\eta_tG_t^2\Bigr],\quad ` +
		`w_t=t^p,\ w_0=0,\ a_1=R^2,\ a_{t+1}=(1-2\mu\eta_t)_+a_t+\eta_t^2G_t^2`,
	Kind:   Upper,
	Rows:   powered(gapRows),
	Params: powerParams,
	Needs: []Assumption{stronglyConvex, knownDistance, subgradientNorms, legalSteps,
		knownPower},
	Constants: []string{"mu", "R", "G"},
	TermNames: []string{
		`\frac{1}{2\sum_tw_t}\sum_t\bigl(w_t(\frac{1}{\eta_t}-\mu)-\frac{w_{t-1}}{\eta_{t-1}}\bigr)_+a_t`,
		`\frac{1}{2\sum_tw_t}\sum_tw_t\eta_tG_t^2`},
	Terms:    stronglyConvexAnyTerms,
	Citation: thisProject.at("strongly-convex-any"),
	Related:  []Citation{lacosteJulien2012.at("the method of proof"), hazan2007.at("Theorem 1")},
	Tightness: `Becomes strongly-convex-hazan for $\eta_t=1/(\mu t)$, $p=0$, and strongly-convex-weighted-t-sharp for ` +
		`$\eta_t=2/(\mu(t+1))$, $p=1$. Runs of a few steps attain it; longer ones came to 0.761 of it.`,
	Caveat: `Proved here; no novelty is claimed. $+\infty$ from the first step of zero on.`,
}

func stronglyConvexAnyTerms(in Input, at []int) [][]float64 {
	out := make([][]float64, len(at))
	power := in.param(powerParams, "power")
	var weights, distances, gradients linear.Sum
	a, before := in.R*in.R, 0.0 // a_t and w_{t-1}/eta_{t-1}
	march(in, at, 0, func(t int, eta, g float64) {
		w := math.Pow(float64(t), power)
		ratio := quotient(w, eta)
		if math.IsInf(ratio, 1) {
			distances.Add(ratio)
		} else if bracket := ratio - w*in.Mu - before; bracket > 0 {
			distances.Add(bracket * a)
		}
		weights.Add(w)
		gradients.Add(w * eta * g * g)
		a = max(0, 1-2*in.Mu*eta)*a + eta*eta*g*g
		before = ratio
	}, func(k int) {
		total := 2 * weights.Value()
		out[k] = []float64{finiteOrInf(distances.Value() / total), finiteOrInf(gradients.Value() / total)}
	})
	return out
}
