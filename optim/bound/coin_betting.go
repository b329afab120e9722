package bound

import "math"

var (
	wealthParams = []Param{
		{Name: "sum", Doc: "|g_1+...+g_T|/G, the sum of the outcomes; in [0,Inf), at most T", Default: math.NaN()},
		{Name: "wealth", Doc: "the wealth at the start; in (0,Inf)", Default: 1},
	}
	coinRegretParams = []Param{{Name: "wealth", Doc: "the wealth at the start; in (0,Inf)", Default: 1}}
)

// Coin betting with the bets of Krichevsky and Trofimov (section D): with c_t = -g_t/G in
// [-1, 1] and wealth W_t = W_{t-1} + c_t x_t, the point is x_t = (sum_{s<t} c_s/t) W_{t-1}. There is no
// step.
//
// Proof of the first half for c_t = +-1. The claim is an equality: with S = sum_{s<t} c_s the
// potential F_t(S) = 2^t Gamma((t+1+S)/2) Gamma((t+1-S)/2)/(pi t!) has F_0(0) = 1 and, by
// Gamma(a+1) = a Gamma(a), F_t(S+c) = F_{t-1}(S) (1 + c S/t), which is how the wealth grows. In
// between, F_t is convex in c and the wealth affine.
var (
	coinBettingWealth = Theorem{
		ID:     "coin-betting-wealth",
		Ref:    "D",
		Method: "coin-betting",
		Title:  "Wealth of the bettor of Krichevsky and Trofimov",
		Statement: `W_T\ge W_0\,\frac{2^T}{\pi\,T!}\,\Gamma\Bigl(\frac{T+1+S}{2}\Bigr)\Gamma\Bigl(\frac{T+1-S}{2}\Bigr),` +
			`\quad S=\frac1G\Bigl|\sum_{t=1}^Tg_t\Bigr|`,
		Kind:   Lower,
		Rows:   []Row{{Quantity: "wealth", Mode: Pathwise, Sampling: Any}},
		Params: wealthParams,
		Needs: []Assumption{boundedSubgradients, known(wealthParams, "sum", nonNegative),
			known(wealthParams, "wealth", positiveReal), sumWithinHorizon},
		Constants: []string{"G"},
		TermNames: []string{`W_0\frac{2^T}{\pi\,T!}\Gamma(\frac{T+1+S}{2})\Gamma(\frac{T+1-S}{2})`},
		Terms: func(in Input, at []int) [][]float64 {
			out := make([][]float64, len(at))
			for k, t := range at {
				sum := 0.0
				if t == in.Horizon {
					sum = in.param(wealthParams, "sum")
				}
				out[k] = []float64{in.param(wealthParams, "wealth") * math.Exp(logPotential(float64(t), sum))}
			}
			return out
		},
		Citation:  orabonaPal2016.at("section 4"),
		Tightness: `An equality for $g_t=\pm G$.`,
		Caveat: `It holds for each path. The sum is that at $T$; before, its smallest value over all sums stands. The ` +
			`place in the paper is from memory.`,
	}

	coinBettingRegret = Theorem{
		ID:     "coin-betting-regret",
		Ref:    "D",
		Method: "coin-betting",
		Title:  "Regret of the bettor of Krichevsky and Trofimov",
		Statement: `\frac1T\sum_{t=1}^T\bigl[f_t(x_t)-f_t(u)\bigr]\le\frac GT\Bigl[R\sqrt{T\ln\Bigl(1+\frac{24T^2R^2}{W_0^2}\Bigr)}` +
			`+W_0\Bigl(1-\frac{1}{e\sqrt{\pi T}}\Bigr)\Bigr],\quad x_1=0,\ R=\|u\|`,
		Kind:   Upper,
		Rows:   uniformRegretRows,
		Params: coinRegretParams,
		Needs: []Assumption{convexLosses, knownDistance, boundedSubgradients,
			known(coinRegretParams, "wealth", positiveReal)},
		Constants: []string{"R", "G"},
		TermNames: []string{`\frac{GR}{\sqrt T}\sqrt{\ln(1+24T^2R^2/W_0^2)}`, `\frac{GW_0}{T}\bigl(1-\frac{1}{e\sqrt{\pi T}}\bigr)`},
		Terms: func(in Input, at []int) [][]float64 {
			out := make([][]float64, len(at))
			wealth := in.param(coinRegretParams, "wealth")
			for k, t := range at {
				n := float64(t)
				ratio := n * in.R / wealth
				out[k] = []float64{in.G * in.R * math.Sqrt(math.Log1p(24*ratio*ratio)/n),
					in.G * wealth / n * (1 - 1/(math.E*math.Sqrt(math.Pi*n)))}
			}
			return out
		},
		Citation:  orabonaPal2016.at("Corollary 5"),
		Tightness: `The conjugate of the wealth comes to 0.943 of it for $T\le10^4$; the best run to 0.755.`,
		Caveat: `The number of the corollary is from memory; the inequality was checked for $T\le10^4$. The domain is the ` +
			`whole space, and $x_1=0$.`,
	}
)

var orabonaPal2016 = Citation{
	Key:   "orabona2016coin",
	Short: "Orabona and Pál (2016)",
	BibTeX: `@inproceedings{orabona2016coin,
  author    = {Orabona, Francesco and P{\'a}l, D{\'a}vid},
  title     = {Coin Betting and Parameter-Free Online Learning},
  booktitle = {Advances in Neural Information Processing Systems 29},
  year      = {2016},
  note      = {arXiv:1602.04128}
}`,
}
