package bound

import "regret/problems/linear"

// lastConstant is the last iterate of constant steps (A11), with s_1 = 2 and
// s_{k+1} = s_k + 1/s_k for the N = T-1 steps that lead to x_T:
//
//	F(x_T)-F* <= R^2/(2 eta s_N^2) + (eta G^2/2) (s_N^2 - 2N)  if eta G s_N^2 >= R,
//	             R G - N eta G^2                                else.
//
// It is last-exact, whose recursion is m_t = sqrt(eta) s_{T-t} for constant steps; s runs
// forward, so that all checkpoints take one sweep. (In print x_{N+1} stands for
// x_T and s_0 = 1, but one point, N = 0, has the bound RG.) The difference is
// carried along as s_N^2 - 2N = 1 + sum_{k<N} 1/s_k^2, with s_0 = 1.
var lastConstant = Theorem{
	ID:    "last-constant",
	Ref:   "A11",
	Title: "The last iterate of constant steps, exactly",
	Statement: `F(x_T)-F^\star\le\begin{cases}\frac{R^2}{2\eta s_N^2}+\frac{\eta G^2}{2}(s_N^2-2N)&\eta Gs_N^2\ge R\\` +
		`RG-N\eta G^2&\text{else}\end{cases},\quad N=T-1,\ s_0=1,\ s_{k+1}=s_k+\frac1{s_k}`,
	Kind:      ExactSup,
	Rows:      lastRows,
	Needs:     []Assumption{convexLosses, knownDistance, boundedSubgradients, legalSteps, constantSteps},
	Constants: []string{"G", "R"},
	TermNames: []string{`\frac{R^2}{2X}`, `\frac{G^2}{2}(X-2N\eta),\ X=\max\{\eta s_N^2,R/G\}`},
	Terms: func(in Input, at []int) [][]float64 {
		out := make([][]float64, len(at))
		eta := firstStep(in)
		for k, s := range constantRecursion(at) {
			out[k] = gapTerms(in, eta*s.square, eta*s.excess)
		}
		return out
	},
	Best: func(in Input) (scale, value float64) {
		eta, s := firstStep(in), constantRecursion([]int{in.Horizon})[0]
		return bestGap(in, eta*s.square, eta*s.excess)
	},
	Minimax:  minimaxGap,
	Citation: zamaniGlineur2025.at("abstract"),
	Tightness: `Attained. The best step makes it $RG\sqrt{1-2N/s_N^2}$, at most $RG\sqrt{1+\ln(N)/4}/\sqrt{N+1}$, the ` +
		`form in the abstract.`,
	Caveat: `The form by $s_k$ is this project's; the text of their theorem was not available, only the abstract.`,
}

// growth is s_N^2 and s_N^2 - 2N for some N; both are 0 for N = 0.
type growth struct{ square, excess float64 }

func constantRecursion(at []int) []growth {
	out := make([]growth, len(at))
	s, n := 1.0, 0 // s_n
	var excess linear.Sum
	excess.Add(1)
	for k, t := range at {
		for ; n < t-1; n++ {
			excess.Add(1 / (s * s))
			s += 1 / s
		}
		if t > 1 {
			out[k] = growth{2*float64(n) + excess.Value(), excess.Value()}
		}
	}
	return out
}
