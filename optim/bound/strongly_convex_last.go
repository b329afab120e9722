package bound

import "math"

// stronglyConvexLast bounds the last iterate for any steps (B6): the proof of
// [lastExact] with strong convexity kept.
//
// Proof. Let y_1 = x*, y_{t+1} = q_t y_t + (1-q_t) x_t and a_t = |x_t-y_t|^2. As projections
// are nonexpansive and <g_t, x_t-y_t> >= F(x_t)-F(y_t) + (mu/2) a_t,
//
//	a_{t+1} <= (q_t^2-mu eta_t q_t) a_t - 2 eta_t q_t [F(x_t)-F(y_t)] + eta_t^2 G_t^2.
//
// Multiply by e_{t+1} >= 0, and let q_t = 1/(1+e_{t+1} eta_t), so that e_{t+1} eta_t q_t = 1-q_t.
// By strong convexity between y_t and x_t,
//
//	(1-q_t) [F(x_t)-F(y_t)] >= F(y_{t+1})-F(y_t) + (mu/2) q_t (1-q_t) a_t.
//
// The coefficient of a_t becomes e_{t+1} q_t^2 - mu (1-q_t) - mu q_t (1-q_t) =
// (mu+e_{t+1}) q_t^2 - mu. Let e_t be that, or 0 if it is negative, and sum over t < T:
//
//	e_T a_T + 2 [F(y_T)-F*] <= e_1 R^2 + sum_{t<T} e_{t+1} eta_t^2 G_t^2.
//
// Finally F(x_T)-F(y_T) <= G_T sqrt(a_T) - (mu/2) a_T <= e_T a_T/2 + rho G_T^2/2 with
// e_T = 1/rho - mu, for every rho in (0, 1/mu].
//
// In the statement Lambda_t = mu + e_t. The recursion is run for e_t, which is exact where
// it is small: e_t = [e - mu eta_t e (2+e eta_t)]_+/(1+e eta_t)^2 with e = e_{t+1}.
var stronglyConvexLast = Theorem{
	ID:    "strongly-convex-last",
	Ref:   "B6",
	Title: "The last iterate of a strongly convex function, any steps",
	Statement: `F(x_T)-F^\star\le\min_{0<\rho\le1/\mu}\tfrac12\Bigl[(\Lambda_1-\mu)R^2+\rho G_T^2+` +
		`\sum_{t<T}(\Lambda_{t+1}-\mu)\eta_t^2G_t^2\Bigr],\quad\Lambda_T=\tfrac1\rho,\ ` +
		`\Lambda_t=\max\Bigl\{\mu,\frac{\Lambda_{t+1}}{(1+(\Lambda_{t+1}-\mu)\eta_t)^2}\Bigr\}`,
	Kind:      Upper,
	Rows:      lastRows,
	Needs:     []Assumption{stronglyConvex, knownDistance, subgradientNorms, legalSteps},
	Constants: []string{"mu", "R", "G"},
	TermNames: []string{`\tfrac12(\Lambda_1-\mu)R^2`, `\tfrac12\rho G_T^2`,
		`\tfrac12\sum_{t<T}(\Lambda_{t+1}-\mu)\eta_t^2G_t^2`},
	Terms:    stronglyConvexLastTerms,
	Citation: thisProject.at("strongly-convex-last"),
	Related:  []Citation{zamaniGlineur2025.at("technique of the proof"), shamirZhang2013.at("Theorem 1")},
	Tightness: `A semidefinite program attains it where $R$ is small or the steps are large; it is a strict upper ` +
		`bound once $R$ exceeds about $G/(2\mu)$ with small steps ($\mu=0.5$, $R=2$, $G=1$, $\eta=0.3$, $T=8$: 0.381592 against ` +
		`0.378601).`,
	Caveat: `Proved here; no novelty is claimed. The minimum over $\rho$ is searched, not solved: every $\rho$ gives ` +
		`a valid bound. Some of the semidefinite programs did not converge and are not counted.`,
}

func stronglyConvexLastTerms(in Input, at []int) [][]float64 {
	out := make([][]float64, len(at))
	long := len(at)
	for k, t := range at {
		if t > longRun {
			long = k
			break
		}
		out[k] = newRhoSearch(in, t).minimum()
	}
	copy(out[long:], longRunTerms(in, at[long:]))
	return out
}

// longRunTerms searches rho on outlines of the steps, and evaluates all points in one sweep.
func longRunTerms(in Input, at []int) [][]float64 {
	blocks := blockSums(in, lastOf(at)-1)
	out := make([][]float64, len(at))
	each := make([]gatherer, len(at))
	for k, t := range at {
		s := &rhoSearch{in: in, t: t, lastG: normAt(in, t), outline: newOutline(in, t, blocks)}
		s.minimum()
		out[k] = []float64{0, s.rho * s.lastG * s.lastG / 2, 0}
		point := &strongPoint{t: t, mu: in.Mu, square: squareNorm(in), enough: s.enough()}
		point.x.Add(s.rho / max(0, 1-s.rho*in.Mu))
		each[k] = point
	}
	feed(in, []gatherer{newPoints(each)}, true)
	for k := range each {
		p := each[k].(*strongPoint)
		out[k][0], out[k][2] = in.R*in.R/(2*p.x.Value()), p.noise.Value()/2
	}
	return out
}

// stronglyConvexLastShamirZhang is the published last-iterate bound with the steps
// 1/(mu t), for comparison.
var stronglyConvexLastShamirZhang = Theorem{
	ID:        "strongly-convex-last-shamir-zhang",
	Ref:       "B6",
	Title:     "The last iterate with the steps 1/(mu t), as published",
	Statement: `\mathbb E\,F(x_T)-F^\star\le\frac{17G^2(1+\ln T)}{\mu T}`,
	Kind:      Upper,
	Rows:      lastRows,
	Needs:     []Assumption{stronglyConvex, boundedSubgradients, inverseStrongSteps},
	Constants: []string{"mu", "G"},
	TermNames: []string{`\frac{17G^2(1+\ln T)}{\mu T}`},
	Terms: func(in Input, at []int) [][]float64 {
		out := make([][]float64, len(at))
		for k, t := range at {
			n := float64(t)
			out[k] = []float64{17 * in.G * in.G * (1 + math.Log(n)) / (in.Mu * n)}
		}
		return out
	},
	Citation:  shamirZhang2013.at("Theorem 1"),
	Tightness: `56 to 174 times strongly-convex-last for $T=10$ to $10^4$.`,
	Caveat:    `The constant 17 and the number of the theorem are from memory.`,
}
