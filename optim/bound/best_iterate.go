package bound

import (
	"math"

	"regret/problems/linear"
)

// bestIterate bounds the least of F(x_1)..F(x_T) for any steps (A19).
//
// Theorem. For any n_T > 0, n_t >= n_{t+1}+eta_t, Gamma_1 = 1 and
// Gamma_{t+1} = Gamma_t min{1, n_t n_{t+1}/(n_{t+1}+eta_t)^2}
//
//	min_t F_t <= (1/2) (R^2/n_1 + G^2 n_1) - G^2 sum_{t<T} Gamma_{t+1} eta_t.
//
// Proof. These n and Gamma satisfy the conditions of weighted-exact with the weights
// w_t = Gamma_t-Gamma_{t+1} >= 0, w_T = Gamma_T, which add up to 1: its bound on the weighted mean bounds the
// least.
//
// The closed form that is used. Take s with k = T-s+1 points from s to T. Let
// n_T = rho, and on the tail choose n_t = (T-t+1) rho; before s, n_t = n_{t+1}+eta_t. With
// h_t = eta_t for t < s and rho for the k points of the tail,
//
//	min_t F_t <= [R^2 + G^2 sum_t h_t^2]/(2 sum_t h_t),
//
// which is weighted-average as if the steps of the tail were all rho. It holds for
// every rho in [eta_s, eta_s k/(k-1)], if on t = s..T-1 eta_t does not increase and eta_t/(T-t) does not
// decrease; for s = T for every rho > 0. For each s the right side falls and then
// rises in rho, with its minimum at
//
//	rho = (A/G^2)/(B + sqrt(B^2 + k A/G^2)),  A = R^2 + G^2 sum_{t<s} eta_t^2,  B = sum_{t<s} eta_t,
//
// or at the end of the interval closest to that. All s are tried, in one sweep.
var bestIterate = Theorem{
	ID:    "best-iterate",
	Ref:   "A19",
	Title: "The best iterate",
	Statement: `\min_{t\le T}F(x_t)-F^\star\le\min_{s,\rho}\frac{R^2+G^2\sum_{t<s}\eta_t^2+kG^2\rho^2}{2\bigl(\sum_{t<s}\eta_t+k\rho\bigr)},` +
		`\quad k=T-s+1,\ \rho\in\Bigl[\eta_s,\frac{k}{k-1}\eta_s\Bigr]`,
	Kind: Upper,
	Rows: []Row{
		{Quantity: "gap-best", Mode: Pathwise, Sampling: Full},
		{Quantity: "gap-best", Mode: Expectation, Sampling: IID},
	},
	Needs:     []Assumption{convexLosses, knownDistance, boundedSubgradients, legalSteps},
	Constants: []string{"G", "R"},
	TermNames: []string{`\frac{R^2}{2\sum_th_t}`, `\frac{G^2\sum_th_t^2}{2\sum_th_t},\ h_t=\eta_t\ (t<s),\ \rho\ (t\ge s)`},
	Terms: func(in Input, at []int) [][]float64 {
		out := make([][]float64, len(at))
		for k, t := range at {
			out[k] = bestIterateTerms(in, t)
		}
		return out
	},
	Minimax:  minimaxGap,
	Citation: thisProject.at("best-iterate"),
	Related:  []Citation{zamaniGlineur2025.at("technique of the proof of weighted-exact")},
	Tightness: `For non-increasing steps a semidefinite program agrees on 660 of 660 problems. The constant step ` +
		`R/(G\sqrt T) makes it RG/\sqrt T, the minimax value.`,
	Caveat: `The upper half is proved here; no source was found, and no novelty is claimed. That it is attained for ` +
		`non-increasing steps is verified numerically only, and the kind therefore says upper.`,
}

// bestIterateTerms tries every s for the prefix of t points.
func bestIterateTerms(in Input, t int) []float64 {
	best := []float64{math.Inf(1), 0}
	var sum, squares linear.Sum // over the steps before s
	try := func(s int, lo, hi float64) {
		if terms := tailTerms(in, float64(t-s+1), sum.Value(), squares.Value(), lo, hi); terms[0]+terms[1] < best[0]+best[1] {
			best = terms
		}
	}
	first := tailStart(in, t)
	for s, step := range strides(in, 1, t-1) {
		if s >= first && step.eta > 0 {
			k := float64(t - s + 1)
			try(s, step.eta, step.eta*k/(k-1))
		}
		sum.Add(step.eta)
		squares.Add(step.eta * step.eta)
	}
	try(t, 0, math.Inf(1))
	return best
}

// tailTerms returns the two terms for k points of the tail, at the best rho in
// [lo, hi].
func tailTerms(in Input, k, sum, squares, lo, hi float64) []float64 {
	a := in.R*in.R/(in.G*in.G) + squares
	rho := 0.0
	if a > 0 {
		rho = a / (sum + math.Sqrt(sum*sum+k*a))
	}
	rho = max(lo, min(hi, rho))
	total := sum + k*rho
	if total == 0 { // R = 0 and no steps
		return []float64{0, 0}
	}
	return []float64{in.R * in.R / (2 * total), in.G * in.G * (squares + k*rho*rho) / (2 * total)}
}

// tailStart returns the first s for which eta_t does not increase and eta_t/(t'-t)
// does not decrease on s..t'-1, for the prefix of t' points.
func tailStart(in Input, points int) int {
	first := points
	before, ratio := 0.0, math.Inf(1) // eta and eta/(points-t) of the step after
	for t, eta := range backward(in, 1, points-1) {
		share := eta / float64(points-t)
		if eta < before || share > ratio*(1+rounding) {
			break
		}
		before, ratio, first = eta, share, t
	}
	return first
}
