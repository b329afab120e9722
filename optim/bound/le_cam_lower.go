package bound

import (
	"math"

	"gonum.org/v1/gonum/mathext"
)

var leCamParams = []Param{{Name: "separation", Default: 0.76, Doc: "delta sqrt(T), where the two coins have the means delta and -delta, in (0,inf); 0.76 is about best"}}

// leCamLower is a lower bound for stochastic subgradients in one dimension (A13),
// by Le Cam's two points.
//
// Proof. For v = 1 and v = -1 let F_v(x) = -G delta v x on |x| <= R, with the stochastic
// gradient -G z, where z is v with probability (1+delta)/2 and -v otherwise. Then F_v is
// least at vR, and the gap is G delta (R - vx). For every x the gaps of both add up to
// 2 G delta R. A method that has seen T gradients is a function of T coins; let P_v be their
// law. The mean of the two expected gaps is at least
//
//	(1/2) sum 2 G delta R min(P_1, P_{-1}) = G delta R (1 - TV(P_1, P_{-1})).
//
// The coins tell through their number of heads alone, which is binomial, and
// TV is the chance that v = 1 has more heads than tails less the chance that it has
// fewer. (x_T has seen T-1 gradients only, which makes the bound valid with room.)
var leCamLower = Theorem{
	ID:        "le-cam-lower",
	Ref:       "A13",
	Title:     "What noise alone costs, in one dimension",
	Statement: `\sup_{F}\,\mathbb E\,F(\hat x)-F^\star\ge G\delta R\,\bigl(1-\mathrm{TV}(P_{\delta}^{T},P_{-\delta}^{T})\bigr)`,
	Kind:      Lower,
	Rows: []Row{
		{Quantity: "gap-last", Mode: Supremum, Sampling: IID},
		{Quantity: "gap-average", Average: "uniform", Mode: Supremum, Sampling: IID},
		{Quantity: "gap-average", Average: "step-weighted", Mode: Supremum, Sampling: IID},
	},
	Needs: []Assumption{convexLosses, knownDistance, boundedSubgradients, legalSteps,
		known(leCamParams, "separation", interval{hi: math.Inf(1), openLo: true, openHi: true})},
	Constants: []string{"G", "R"},
	Params:    leCamParams,
	TermNames: []string{`G\delta R(1-\mathrm{TV})`},
	Terms: func(in Input, at []int) [][]float64 {
		out := make([][]float64, len(at))
		for k, t := range at {
			n := float64(t)
			delta := min(1, in.param(leCamParams, "separation")/math.Sqrt(n))
			out[k] = []float64{in.G * delta * in.R * (1 - coinDistance(n, delta))}
		}
		return out
	},
	Minimax:  minimaxGap,
	Citation: agarwal2012,
	Tightness: `With $\delta$ about $0.76/\sqrt T$ it is 0.34 $RG/\sqrt T$. In simulations of SGD it came to 0.62 of the measured ` +
		`supremum.`,
	Caveat: `Proved here by Le Cam's method; the work cited gives the order only, and its constants are not verified.`,
}

// coinDistance is the total variation between n coins of mean delta and of mean
// -delta: P(S > n/2) - P(S < n/2) for the number S of heads, binomial with
// p = (1+delta)/2.
func coinDistance(n, delta float64) float64 {
	p := (1 + delta) / 2
	most := math.Floor(n/2) + 1 // S > n/2
	fewest := math.Ceil(n / 2)  // S < n/2 is S <= fewest-1
	return atLeast(n, most, p) - (1 - atLeast(n, fewest, p))
}

// atLeast is P(S >= k) for S binomial.
func atLeast(n, k, p float64) float64 {
	switch {
	case k <= 0:
		return 1
	case k > n:
		return 0
	case p == 1:
		return 1
	}
	return mathext.RegIncBeta(k, n-k+1, p)
}

var agarwal2012 = Citation{
	Key:   "agarwal2012information",
	Short: "Agarwal et al. (2012)",
	BibTeX: `@article{agarwal2012information,
  author  = {Agarwal, Alekh and Bartlett, Peter L. and Ravikumar, Pradeep and Wainwright, Martin J.},
  title   = {Information-Theoretic Lower Bounds on the Oracle Complexity of Stochastic Convex Optimization},
  journal = {IEEE Transactions on Information Theory},
  volume  = {58},
  number  = {5},
  pages   = {3235--3249},
  year    = {2012},
  note    = {arXiv:1009.0571}
}`,
	Locator: "the order of the bound",
}
