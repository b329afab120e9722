package bound

import "regret/problems/linear"

// lastOrabona bounds the last iterate through averages of its predecessors (A7).
//
// Proof. For any q_1..q_T
//
//	q_T = (1/T) sum_t q_t + sum_{k=1}^{T-1} (1/(k(k+1))) sum_{t=T-k}^T (q_t-q_{T-k}).
//
// Take q_t = eta_t F_t, F_t = F(x_t)-F* >= 0. As the steps do not increase,
// eta_t F_t - eta_{T-k} F_{T-k} <= eta_t [F(x_t)-F(x_{T-k})] for t >= T-k, and the inequality of
// Zinkevich's proof with u = x_{T-k}, begun at T-k, sums the right sides to at
// most sum_{t>=T-k} eta_t^2 G_t^2/2. With u = x* it gives sum_t eta_t F_t <= (R^2 + sum eta_t^2 G_t^2)/2.
// Hence
//
//	2 eta_T F_T <= R^2/T + sum_t eta_t^2 G_t^2 [1/T + sum_{k >= max(1,T-t)} 1/(k(k+1))],
//
// and the bracket telescopes to 1/max(1,T-t).
//
// The identity is often applied to F_t itself and the steps divided out term by
// term. That is a gap: F(x_t)-F(x_{T-k}) may be negative.
var lastOrabona = Theorem{
	ID:    "last-orabona",
	Ref:   "A7",
	Title: "The last iterate, through averages",
	Statement: `F(x_T)-F^\star\le\frac{R^2}{2T\eta_T}` +
		`+\frac1{2\eta_T}\sum_{t=1}^T\frac{\eta_t^2G_t^2}{\max\{1,T-t\}}`,
	Kind:      Upper,
	Rows:      lastRows,
	Needs:     []Assumption{convexLosses, knownDistance, subgradientNorms, nonIncreasingSteps},
	Constants: []string{"G", "R"},
	TermNames: []string{`\frac{R^2}{2T\eta_T}`, `\frac1{2\eta_T}\sum_t\frac{\eta_t^2G_t^2}{\max\{1,T-t\}}`},
	Reads:     reads(harmonicEnergy{}),
	Terms:     lastOrabonaTerms,
	Best: func(in Input) (scale, value float64) {
		terms := lastOrabonaTerms(in, []int{in.Horizon})[0]
		return balance(terms[0], terms[1])
	},
	Minimax:  minimaxGap,
	Citation: orabona2020,
	Tightness: `Not attained: in simulations the gap came to 0.74 of it. For constant steps the best is ` +
		`$R\sqrt{V_T/T}$ with $V_T=\sum_tG_t^2/\max\{1,T-t\}$, larger than the minimax value by a factor of about $\sqrt{\ln T}$.`,
	Caveat: `The page cited has not been read; statement and proof are checked here. A third-party note misquotes ` +
		`it as "the last is at most the average", which is false.`,
}

func lastOrabonaTerms(in Input, at []int) [][]float64 {
	out := make([][]float64, len(at))
	for k, energy := range gatheredAt[*harmonicSum](in, harmonicEnergy{}, at) {
		last := 2 * stepAt(in.Steps, at[k], in.Horizon)
		out[k] = []float64{quotient(in.R*in.R, float64(at[k])*last), quotient(finiteOrInf(energy.sum.Value()), last)}
	}
	return out
}

// harmonicEnergy is the reading of sum_{s<=t} eta_s^2 G_s^2/max(1,t-s).
type harmonicEnergy struct{}

func (harmonicEnergy) direction() direction { return eitherWay }

func (harmonicEnergy) start(_ Input, at []int) gatherer {
	return pointwise(at, func(t int) *harmonicSum { return &harmonicSum{t: t} })
}

type harmonicSum struct {
	t   int
	sum linear.Sum
}

func (h *harmonicSum) span() (from, to int) { return 1, h.t }

func (h *harmonicSum) take(t int, eta, norm []float64) {
	sum, left := h.sum, float64(h.t-t)
	norm = norm[:len(eta)]
	for i, x := range eta {
		sum.Add(x * x * norm[i] * norm[i] / max(1, left))
		left--
	}
	h.sum = sum
}

func (h *harmonicSum) far(b *distantBlock) bool {
	m := b.byTime()
	ratio := m.half / (float64(h.t) - b.middle())
	if !(ratio < farRatio) {
		return false
	}
	h.sum.Add(m.over(ratio))
	return true
}

var orabona2020 = Citation{
	Key:   "orabona2020last",
	Short: "Orabona (2020)",
	BibTeX: `@misc{orabona2020last,
  author       = {Orabona, Francesco},
  title        = {Last Iterate of {SGD} Converges (Even in Unbounded Domains)},
  year         = {2020},
  month        = aug,
  howpublished = {parameterfree.com}
}`,
	Locator: "7 August 2020",
}
