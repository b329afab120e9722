package bound

import (
	"math"

	"regret/problems/linear"
)

// DecaySteps returns the steps
//
//	eta_t = w_t (w_{t+1}+...+w_T)/(w_1+...+w_T)
//
// of the theorem w-form, for which the last iterate is as good as the average
// with the weights w. The weights have to be positive; equal ones give linear
// decay, eta_t = w (T-t)/T.
func DecaySteps(weights []float64) []float64 {
	steps := make([]float64, len(weights))
	var tail linear.Sum
	for i := len(weights) - 1; i >= 0; i-- {
		steps[i] = weights[i] * tail.Value()
		tail.Add(weights[i])
	}
	for i := range steps {
		steps[i] /= tail.Value()
	}
	return steps
}

// RefinedSteps returns the steps of the theorem refined, with
// Q_t = sum_{s<=t} 1/G_s^2:
//
//	eta_t = (R/(G_t^2 sqrt(Q_T))) (1-Q_t/Q_T).
//
// They are [DecaySteps] of the weights [AverageSteps], need all G_t in advance, for
// example those of a pilot run, and guarantee R/sqrt(Q_T) for the last iterate.
func RefinedSteps(R float64, norms Steps, T int) []float64 {
	return DecaySteps(AverageSteps(R, norms, T))
}

var wFormParams = []Param{{Name: "power", Default: 0, Doc: "the weights are proportional to t^power, in [-10,10]; 0 is linear decay"}}

// wForm says that the last iterate of decaying steps is as good as an average (A10).
//
// Proof. Let W_t = w_t+...+w_T. In the proof of last-rho take
// sigma_t = W_t/sqrt(W_1), so that rho = w_T^2/W_1. Then
// sigma_{t+1} (sigma_t-sigma_{t+1}) = W_{t+1} w_t/W_1 = eta_t, as it has to be, and the
// bound there is
//
//	[R^2/W_1 + w_T^2 G_T^2/W_1 + sum_{t<T} w_t^2 G_t^2/W_1]/2.
//
// Here the steps tell the weights: w_t = c t^power, and c is found from eta_1.
var wForm = Theorem{
	ID:    "w-form",
	Ref:   "A10",
	Title: "The last iterate of steps that decay by weights",
	Statement: `F(x_T)-F^\star\le\frac{R^2+\sum_{t=1}^Tw_t^2G_t^2}{2\sum_{t=1}^Tw_t}\quad\text{for}\quad ` +
		`\eta_t=w_t\frac{w_{t+1}+\dots+w_T}{w_1+\dots+w_T}`,
	Kind: Upper,
	Rows: lastRows,
	Needs: []Assumption{convexLosses, knownDistance, positiveNorms, known(wFormParams, "power", interval{lo: -10, hi: 10}),
		decaying("w_t(w_{t+1}+...+w_T)/(w_1+...+w_T)", powerWeights)},
	Constants: []string{"G", "R"},
	Params:    wFormParams,
	TermNames: []string{`\frac{R^2}{2\sum_tw_t}`, `\frac{\sum_tw_t^2G_t^2}{2\sum_tw_t}`},
	Terms:     decayTerms(powerWeights),
	Best:      decayBest(powerWeights),
	Citation:  defazio2023.at("Theorem 1"),
	Related:   []Citation{zamaniGlineur2025.at("linear decay")},
	Tightness: `Orthogonal pieces $G_te_t$ from $x_1=\sum_tw_tg_t$ attain it.`,
	Caveat: `The number of the theorem is from memory. It speaks of the last of all $T$ points: before, ` +
		`the value is infinite. Weights other than $t^{power}$ are put in through the function DecaySteps.`,
}

// linearDecay is the case of equal weights w (A10); with w = R/(G sqrt(T)) the bound
// is RG/sqrt(T), which no method beats.
var linearDecay = Theorem{
	ID:        "linear-decay",
	Ref:       "A10",
	Title:     "The last iterate of linear decay",
	Statement: `F(x_T)-F^\star\le\frac{R^2}{2Tw}+\frac{wG^2}{2}\quad\text{for}\quad\eta_t=w\frac{T-t}{T}`,
	Kind:      Upper,
	Rows:      lastRows,
	Needs:     []Assumption{convexLosses, knownDistance, boundedSubgradients, decaying("w(T-t)/T", equalWeights)},
	Constants: []string{"G", "R"},
	TermNames: []string{`\frac{R^2}{2Tw}`, `\frac{wG^2}{2}`},
	Terms: func(in Input, at []int) [][]float64 {
		in.GradientNorms = nil
		return decayTerms(equalWeights)(in, at)
	},
	Best: func(in Input) (scale, value float64) {
		in.GradientNorms = nil
		return decayBest(equalWeights)(in)
	},
	Minimax:  minimaxGap,
	Citation: defazio2023.at("on linear decay"),
	Related:  []Citation{zamaniGlineur2025.at("linear decay")},
	Tightness: `Attained for $w=R/(G\sqrt T)$, where it is $RG/\sqrt T$, the minimax value: linear decay is the best of all ` +
		`schedules for the last iterate. last-exact is the supremum for other $w$.`,
	Caveat: `In print $x_{N+1}$ stands for $x_T$. The shape $1-(k-1)/N$, $k=1..N$, is this one with $N=T$; $1-k/N$ with $N=T-1$ ` +
		`wastes the last step and costs a factor $\sqrt{(N+1)/N}$. Before $T$ the value is infinite.`,
}

// refined is the case of the best weights for known G_t (A10).
var refined = Theorem{
	ID:    "refined",
	Ref:   "A10",
	Title: "The last iterate of linear decay refined by the gradient norms",
	Statement: `F(x_T)-F^\star\le\frac12\Bigl(\frac1c+c\Bigr)\frac{R}{\sqrt{Q_T}}\quad\text{for}\quad` +
		`\eta_t=\frac{cR}{G_t^2\sqrt{Q_T}}\Bigl(1-\frac{Q_t}{Q_T}\Bigr),\quad Q_t=\sum_{s=1}^t\frac1{G_s^2}`,
	Kind:      Upper,
	Rows:      lastRows,
	Needs:     []Assumption{convexLosses, knownDistance, positiveNorms, decaying("c R/(G_t^2 sqrt(Q_T)) (1-Q_t/Q_T)", inverseSquareWeights)},
	Constants: []string{"G", "R"},
	TermNames: []string{`\frac{R}{2c\sqrt{Q_T}}`, `\frac{cR}{2\sqrt{Q_T}}`},
	Terms:     decayTerms(inverseSquareWeights),
	Best:      decayBest(inverseSquareWeights),
	Citation:  defazio2023.at("refined schedules"),
	Tightness: `Attained for $c=1$ by orthogonal pieces $G_te_t$ from $x_1=\sum_tw_tg_t$. For constant $G$ it is linear-decay.`,
	Caveat: `The steps need the $G_t$ of the run in advance. Those of a pilot run are no proof for another run. ` +
		`The place in the work cited is from memory. Before $T$ the value is infinite.`,
}

// powerWeights are t^power.
func powerWeights(in Input) Steps { return power(in.param(wFormParams, "power")) }

func equalWeights(Input) Steps { return power(0) }

func inverseSquareWeights(in Input) Steps { return inverseSquare{in.norms()} }

// power gives t^p.
type power float64

// Fill implements Steps.
func (p power) Fill(weights []float64, t, _ int) {
	for i := range weights {
		if p == 0 {
			weights[i] = 1
		} else {
			weights[i] = math.Pow(float64(t+i), float64(p))
		}
	}
}

// inverseSquare gives 1/G_t^2.
type inverseSquare struct{ norms Steps }

// Fill implements Steps.
func (s inverseSquare) Fill(weights []float64, t, T int) {
	s.norms.Fill(weights, t, T)
	for i, norm := range weights {
		weights[i] = 1 / (norm * norm)
	}
}
