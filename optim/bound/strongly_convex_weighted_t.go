package bound

import "regret/problems/linear"

// Weights t with steps 2/(mu (t+1)) lose the logarithm (B2), in three forms.
//
// Proof. The inequality of strongly convex functions, times t, is
//
//	t [F(x_t)-F*] <= (mu/4) [(t-1) t d_t^2 - t (t+1) d_{t+1}^2] + (G_t^2/mu) t/(t+1).
//
// Summed,
//
//	sum_{t<=T} t [F(x_t)-F*] + (mu/4) T (T+1) d_{T+1}^2 <= (1/mu) sum_{t<=T} G_t^2 t/(t+1).
//
// Divided by T (T+1)/2 this is the sharp form; t/(t+1) < T/(T+1) gives the published
// one. Without its first sum it bounds d_{T+1}^2, which is re-indexed to d_T^2.
var (
	stronglyConvexWeightedT = Theorem{
		ID:        "strongly-convex-weighted-t",
		Ref:       "B2",
		Title:     "Strongly convex functions, weights t",
		Statement: `F\Bigl(\frac{2}{T(T+1)}\sum_{t=1}^Tt\,x_t\Bigr)-F^\star\le\frac{2G^2}{\mu(T+1)}`,
		Kind:      Upper,
		Rows:      gapRows("t-weighted"),
		Needs:     []Assumption{stronglyConvex, boundedSubgradients, weightedStrongSteps},
		Constants: []string{"mu", "G"},
		TermNames: []string{`\frac{2G^2}{\mu(T+1)}`},
		Terms: func(in Input, at []int) [][]float64 {
			out := make([][]float64, len(at))
			for k, t := range at {
				out[k] = []float64{2 * in.G * in.G / (in.Mu * float64(t+1))}
			}
			return out
		},
		Citation:  lacosteJulien2012.at("equation (5)"),
		Tightness: `Above the sharp form by the factor $T/\sum_t\frac{t}{t+1}$, which tends to 1.`,
		Caveat:    weightedTCaveat + ` The number of the equation is from memory.`,
	}

	stronglyConvexWeightedTSharp = Theorem{
		ID:    "strongly-convex-weighted-t-sharp",
		Ref:   "B2",
		Title: "Strongly convex functions, weights t, without rounding up",
		Statement: `F\Bigl(\frac{2}{T(T+1)}\sum_{t=1}^Tt\,x_t\Bigr)-F^\star` +
			`\le\frac{2}{\mu T(T+1)}\sum_{t=1}^T\frac{t}{t+1}G_t^2`,
		Kind:      Upper,
		Rows:      gapRows("t-weighted"),
		Needs:     []Assumption{stronglyConvex, subgradientNorms, weightedStrongSteps},
		Constants: []string{"mu", "G"},
		TermNames: []string{`\frac{2}{\mu T(T+1)}\sum_t\frac{t}{t+1}G_t^2`},
		Terms: func(in Input, at []int) [][]float64 {
			out := make([][]float64, len(at))
			var sum linear.Sum
			march(in, at, 0, addWeightedT(&sum), func(k int) {
				n := float64(at[k])
				out[k] = []float64{2 / (in.Mu * n * (n + 1)) * sum.Value()}
			})
			return out
		},
		Citation:  lacosteJulien2012.at("the proof before its last step"),
		Tightness: `A semidefinite program attains the weighted sum (0.1714175 for $\mu=G=1$, $T=8$).`,
		Caveat:    weightedTCaveat,
	}

	stronglyConvexWeightedTDistance = Theorem{
		ID:        "strongly-convex-weighted-t-distance",
		Ref:       "B2",
		Title:     "Distance of the last point with the steps 2/(mu (t+1))",
		Statement: `\mathbb E\|x_T-x^\star\|^2\le\frac{4G^2}{\mu^2T}`,
		Kind:      Upper,
		Rows:      distanceRows,
		Needs:     []Assumption{stronglyConvex, boundedSubgradients, weightedStrongSteps},
		Constants: []string{"mu", "G"},
		TermNames: []string{`\frac{4G^2}{\mu^2T}`},
		Terms:     fourOverTime,
		Citation:  lacosteJulien2012.at("the distance beside equation (5)"),
		Tightness: `Not attained: no run came above 0.12 of it.`,
		Caveat: `Published for $x_{T+1}$; re-indexed to $T$ points. For $T=1$ it is $|x_1-x^\star|\le G/\mu$, which every such $F$ ` +
			`has. The place in the paper is from memory.`,
	}
)

const weightedTCaveat = `It speaks of the weights t. With these steps the uniform average can lie above it.`

// addWeightedT adds G_t^2 t/(t+1).
func addWeightedT(sum *linear.Sum) func(t int, eta, g float64) {
	return func(t int, _, g float64) { sum.Add(g * g * float64(t) / float64(t+1)) }
}

// fourOverTime is 4 G^2/(mu^2 t).
func fourOverTime(in Input, at []int) [][]float64 {
	out := make([][]float64, len(at))
	for k, t := range at {
		out[k] = []float64{4 * in.G * in.G / (in.Mu * in.Mu * float64(t))}
	}
	return out
}

var lacosteJulien2012 = Citation{
	Key:   "lacostejulien2012simpler",
	Short: "Lacoste-Julien, Schmidt and Bach (2012)",
	BibTeX: `@misc{lacostejulien2012simpler,
  author        = {Lacoste-Julien, Simon and Schmidt, Mark and Bach, Francis},
  title         = {A Simpler Approach to Obtaining an {O(1/t)} Convergence Rate for the Projected Stochastic Subgradient Method},
  year          = {2012},
  eprint        = {1212.2002},
  archiveprefix = {arXiv},
  primaryclass  = {cs.LG}
}`,
}
