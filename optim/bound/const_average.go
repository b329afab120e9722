package bound

import "math"

// constAverage is the uniform average of constant steps, exactly (A4).
//
// Proof. Without projection x_1-x_{t+1} = eta (g_1+...+g_t), and the sum of
// weighted-average without dropping its last term is, with S = g_1+...+g_T and
// R = |x_1-x*|,
//
//	sum_t F_t <= <S, x_1-x*> - (eta/2) |S|^2 + (eta/2) T G^2 <= R|S| - (eta/2) |S|^2 + (eta/2) T G^2.
//
// As |S| <= TG, the right side is largest at |S| = min(R/eta, TG), which gives
//
//	R^2/(2 T eta) + eta G^2/2  if T eta G >= R,  else  R G - eta G^2 (T-1)/2
//
// after division by T. Both are R^2/(2X) + (G^2/2) (X - T eta + eta) with
// X = max(T eta, R/G). For T = 1, where |S| <= G alone limits S, it is RG whatever eta is.
// With projection it is the case of constant steps of
// weighted-exact, whose proof covers that.
var constAverage = Theorem{
	ID:    "const-average",
	Ref:   "A4",
	Title: "The uniform average of constant steps, exactly",
	Statement: `\frac1T\sum_{t=1}^T\bigl[F(x_t)-F^\star\bigr]\le\begin{cases}\frac{R^2}{2T\eta}+\frac{\eta G^2}{2}&` +
		`T\eta G\ge R\\RG-\frac{\eta G^2(T-1)}{2}&\text{else}\end{cases}`,
	Kind: ExactSup,
	Rows: []Row{
		{Quantity: "gap-average", Average: "uniform", Mode: Pathwise, Sampling: Full},
		{Quantity: "gap-average", Average: "uniform", Mode: Expectation, Sampling: IID},
		{Quantity: "average-regret", Average: "uniform", Mode: Pathwise, Sampling: Full},
		{Quantity: "average-regret", Average: "uniform", Mode: Expectation, Sampling: IID},
	},
	Needs:     []Assumption{convexLosses, knownDistance, boundedSubgradients, legalSteps, constantSteps},
	Constants: []string{"G", "R"},
	TermNames: []string{`\frac{R^2}{2X}`, `\frac{G^2}{2}(X-T\eta+\eta),\ X=\max\{T\eta,R/G\}`},
	Terms: func(in Input, at []int) [][]float64 {
		out := make([][]float64, len(at))
		eta := firstStep(in)
		for k, t := range at {
			out[k] = gapTerms(constAverageState(in, t, eta))
		}
		return out
	},
	Best: func(in Input) (scale, value float64) {
		eta := firstStep(in)
		return bestGap(constAverageState(in, in.Horizon, eta))
	},
	Minimax:  minimaxGap,
	Citation: nemirovski2009,
	Related:  []Citation{zamaniGlineur2025.at("technique of the proof of weighted-exact")},
	Tightness: `Attained, for the mean of $F$ and for $F$ at the average: for $T\eta G<R$ by $F=G|x|$, for $\eta=R/(G\sqrt T)$ by ` +
		`$G\max_i x_i$ cut off at 0; for $T$ up to 8 by a semidefinite program.`,
	Caveat: `That it is attained for all constant steps is verified numerically only. The work cited has the ` +
		`first case as an upper bound, in a section that is not verified; the second was not found in print.`,
}

// constAverageState returns n and d of gapTerms. One point has no step.
func constAverageState(in Input, t int, eta float64) (_ Input, n, d float64) {
	if t == 1 {
		return in, 0, 0
	}
	return in, float64(t) * eta, eta
}

// gapTerms returns R^2/(2X) and (G^2/2) (X-n+d) with X = max(n, R/G), the form that
// the exact worst cases of one function share.
func gapTerms(in Input, n, d float64) []float64 {
	x := max(n, in.R/in.G)
	if x == 0 { // R = 0 and no steps: all points are the comparator
		return []float64{0, 0}
	}
	return []float64{in.R * in.R / (2 * x), in.G * in.G * (x - n + d) / 2}
}

// bestGap minimizes the sum of gapTerms for steps times scale, which n and d are
// proportional to. Where d <= n, the best scale lies in the case X = n.
func bestGap(in Input, n, d float64) (scale, value float64) {
	if n == 0 {
		return math.NaN(), in.R * in.G
	}
	return balance(in.R*in.R/(2*n), in.G*in.G*d/2)
}
