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
// The best n. Let f_t(n) be the most that sum_{j>=t} Gamma_{j+1} eta_j/Gamma_t can be from n_t = n. A
// step eta from n' = n_{t+1} to n adds
//
//	f_t(n) = max over n' of min{1, n n'/(n'+eta)^2} (eta + f_{t+1}(n')),
//
// and for the ratio below 1 the best n' does not depend on n. On a tail t = s..T-1 on
// which eta_t does not increase and eta_t/(T-t) does not decrease it is n_{t+1} = (T-t) eta_t, with
// f_t(n) = n (T-t)/(2(T-t+1)) for n = k rho, k = T-s+1, rho in [eta_s, eta_s k/(k-1)] at t = s (any rho > 0 at
// s = T). If before s always n_t = n_{t+1}+eta_t, the bound is
//
//	min_t F_t <= [R^2 + G^2 sum_t h_t^2]/(2 sum_t h_t),  h_t = eta_t for t < s, rho for the k points from s on,
//
// which is weighted-average as if the steps of the tail were all rho. For each s it
// falls and then rises in rho, with its minimum at
//
//	rho = (A/G^2)/(B + sqrt(B^2 + k A/G^2)),  A = R^2 + G^2 sum_{t<s} eta_t^2,  B = sum_{t<s} eta_t,
//
// or at the end of the interval closest to that. All s are tried, in one sweep.
// Where a longer n' would have been better on the way, [shot] takes the largest n'
// of the ratio 1 instead, and the start of the tail is searched.
var bestIterate = Theorem{
	ID:    "best-iterate",
	Ref:   "A19",
	Title: "The best iterate",
	Statement: `\min_{t\le T}F(x_t)-F^\star\le\frac12\Bigl(\frac{R^2}{n_1}+G^2n_1\Bigr)-G^2\sum_{t<T}\Gamma_{t+1}\eta_t,` +
		`\quad n_t\ge n_{t+1}+\eta_t,\ \Gamma_1=1,\ \Gamma_{t+1}=\Gamma_t\min\Bigl\{1,\frac{n_tn_{t+1}}{(n_{t+1}+\eta_t)^2}\Bigr\}`,
	Kind: Upper,
	Rows: []Row{
		{Quantity: "gap-best", Mode: Pathwise, Sampling: Full},
		{Quantity: "gap-best", Mode: Expectation, Sampling: IID},
	},
	Needs:     []Assumption{convexLosses, knownDistance, boundedSubgradients, legalSteps},
	Constants: []string{"G", "R"},
	TermNames: []string{`\frac{R^2}{2n_1}`, `G^2\bigl(\frac{n_1}{2}-\sum_{t<T}\Gamma_{t+1}\eta_t\bigr)`},
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
	Tightness: `With the best $n$ a semidefinite program agrees on 660 of 660 problems with non-increasing steps. The ` +
		`constant step $R/(G\sqrt T)$ makes it $RG/\sqrt T$, the minimax value.`,
	Caveat: `The upper half is proved here; no source was found, and no novelty is claimed. The $n$ that are used are ` +
		`the best ones for steps as smooth as $c/\sqrt t$ or linear decay; after sudden drops the value can be ` +
		`some per cent above the best, and the kind therefore says upper.`,
}

// bestIterateTerms tries every s for the prefix of t points, and then, if the way
// before s was not the best, other ways.
func bestIterateTerms(in Input, t int) []float64 {
	best, at, n, most := []float64{math.Inf(1), 0}, t, 0.0, 0.0 // most: the end of the range of n
	var sum, squares linear.Sum                                 // over the steps before s
	try := func(s int, lo, hi float64) {
		k := float64(t - s + 1)
		terms, rho := tailTerms(in, k, sum.Value(), squares.Value(), lo, hi)
		if terms[0]+terms[1] < best[0]+best[1] {
			best, at, n, most = terms, s, k*rho, k*hi
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
	stuck := at == first && n == most // a longer tail would be better
	if n == 0 || !stuck && goesStraight(in, t, at, n) {
		return best
	}
	search := shotSearch{in: in, t: t, first: first, best: best}
	search.atEnd(sum.Value() + in.R/in.G)
	if first < t {
		search.inTail()
	}
	return search.best
}

func goesStraight(in Input, t, s int, n float64) bool {
	shots := []shot{aim(t, s, n)}
	shootAll(in, t, shots)
	return shots[0].straight
}

// tailTerms returns the two terms for k points of the tail, at the best rho in
// [lo, hi], and that rho.
func tailTerms(in Input, k, sum, squares, lo, hi float64) (terms []float64, rho float64) {
	a := in.R*in.R/(in.G*in.G) + squares
	if a > 0 {
		rho = a / (sum + math.Sqrt(sum*sum+k*a))
	}
	rho = max(lo, min(hi, rho))
	total := sum + k*rho
	if total == 0 { // R = 0 and no steps
		return []float64{0, 0}, rho
	}
	return []float64{in.R * in.R / (2 * total), in.G * in.G * (squares + k*rho*rho) / (2 * total)}, rho
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
