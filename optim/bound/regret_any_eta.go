package bound

import "regret/problems/linear"

// regretAnyEta is Zinkevich's proof for steps in any order and for weighted
// regret (A2), of which it is the case w = 1.
//
// Proof. With d_t = |x_t-u| and k_t = w_t/eta_t, the inequality that begins
// Zinkevich's proof, times w_t/(2 eta_t), is
//
//	w_t [f_t(x_t)-f_t(u)] <= (k_t/2) (d_t^2-d_{t+1}^2) + w_t eta_t G_t^2/2.
//
// Summed by parts, the distances give
//
//	(1/2) [k_1 d_1^2 + sum_{t>=2} (k_t-k_{t-1}) d_t^2 - k_T d_{T+1}^2],
//
// where each bracket that is negative may be dropped and each other d_t^2 is at
// most D^2. For non-increasing steps this is Zinkevich's bound.
var regretAnyEta = Theorem{
	ID:    "regret-any-eta",
	Ref:   "A2",
	Title: "Regret for steps in any order",
	Statement: `\frac1T\sum_{t=1}^T\bigl[f_t(x_t)-f_t(u)\bigr]\le\frac{D^2}{2T}\Bigl[\frac1{\eta_1}` +
		`+\sum_{t=2}^T\Bigl(\frac1{\eta_t}-\frac1{\eta_{t-1}}\Bigr)_+\Bigr]+\frac1{2T}\sum_{t=1}^T\eta_tG_t^2`,
	Kind:      Upper,
	Rows:      uniformRegretRows,
	Needs:     []Assumption{convexLosses, boundedDomain, subgradientNorms, legalSteps},
	Constants: []string{"D", "G"},
	TermNames: []string{
		`\frac{D^2}{2T}\bigl[\frac1{\eta_1}+\sum_{t\ge2}(\frac1{\eta_t}-\frac1{\eta_{t-1}})_+\bigr]`,
		`\frac1{2T}\sum_t\eta_tG_t^2`,
	},
	Reads: reads(anyEta{}),
	Terms: func(in Input, at []int) [][]float64 { return anyEtaTerms(in, 0, at) },
	Best: func(in Input) (scale, value float64) {
		terms := anyEtaTerms(in, 0, []int{in.Horizon})[0]
		return balance(terms[0], terms[1])
	},
	Minimax:  minimaxRegret,
	Citation: zinkevich2003.at("proof of Theorem 1"),
	Related:  []Citation{orabona2019.at("chapter 2")},
	Tightness: `Equal to zinkevich for non-increasing steps. For $\eta_t=\sqrt t/8$, $D=G=1$, $T=8$ it is 5.019 against ` +
		`the supremum 3.768 (sums); regret-any-steps comes within 1 per cent of that.`,
	Caveat: `The extension to any order and to weights is proved here; the number of Zinkevich's theorem is ` +
		`from memory.`,
}

// anyEtaTerms returns the two terms for the weights of [anyEta], divided by the sum of
// the weights.
func anyEtaTerms(in Input, gamma float64, at []int) [][]float64 {
	out := make([][]float64, len(at))
	for k, sums := range gathered(in, anyEta{gamma}, at).(*anyEtaGatherer).out {
		out[k] = []float64{in.D * in.D * sums.variation, sums.energy}
	}
	return out
}

// anyEta is the reading of the theorem for the weights w_1 = 1,
// w_{t+1} = w_t (t+gamma)/t: all 1 for gamma = 0.
type anyEta struct{ gamma float64 }

func (anyEta) direction() direction { return forwards }

func (r anyEta) start(_ Input, at []int) gatherer {
	g := &anyEtaGatherer{gamma: r.gamma, at: at}
	g.weight.Add(1)
	return g
}

// anyEtaSums are the bracket of the first term and the sum of the second, over twice
// the sum of the weights.
type anyEtaSums struct{ variation, energy float64 }

type anyEtaGatherer struct {
	gamma                      float64
	at                         []int
	out                        []anyEtaSums
	weight                     linear.Sum // w_t, as 1 and all its increases
	before                     float64    // w_{t-1}/eta_{t-1}
	weights, variation, energy linear.Sum
}

func (g *anyEtaGatherer) span() (from, to int) { return 1, lastOf(g.at) }

func (g *anyEtaGatherer) take(t int, eta, norm []float64) {
	for len(eta) > 0 {
		n := min(len(eta), g.at[len(g.out)]-t+1)
		g.add(t, eta[:n], norm[:n])
		if t += n; t > g.at[len(g.out)] {
			total := 2 * g.weights.Value()
			g.out = append(g.out, anyEtaSums{g.variation.Value() / total, finiteOrInf(g.energy.Value()) / total})
		}
		eta, norm = eta[n:], norm[n:]
	}
}

func (g *anyEtaGatherer) add(t int, eta, norm []float64) {
	weights, variation, energy := g.weights, g.variation, g.energy
	weight, before := g.weight, g.before
	norm = norm[:len(eta)]
	for i, x := range eta {
		w := weight.Value()
		ratio := quotient(w, x)
		if ratio > before {
			variation.Add(ratio - before)
		}
		before = ratio
		energy.Add(w * x * norm[i] * norm[i])
		weights.Add(w)
		weight.Add(w * g.gamma / float64(t+i))
	}
	g.weight, g.before = weight, before
	g.weights, g.variation, g.energy = weights, variation, energy
}
