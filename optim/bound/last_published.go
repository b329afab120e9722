package bound

import (
	"math"

	"regret/problems/linear"
)

// lastShamirZhang is the first bound on the last iterate of eta_t = c/sqrt(t) (A12).
var lastShamirZhang = Theorem{
	ID:        "last-shamir-zhang",
	Ref:       "A12",
	Title:     "The last iterate of c/sqrt(t), on a bounded domain",
	Statement: `F(x_T)-F^\star\le\Bigl(\frac{D^2}{c}+cG^2\Bigr)\frac{2+\ln T}{\sqrt T}\quad\text{for}\quad\eta_t=\frac{c}{\sqrt t}`,
	Kind:      Upper,
	Rows:      lastRows,
	Needs: []Assumption{convexLosses, boundedDomain, boundedSubgradients, proportional("c/sqrt(t)", `\eta_t=c/\sqrt t`,
		func(Input) Steps { return inverseRoot{} })},
	Constants: []string{"D", "G"},
	TermNames: []string{`\frac{D^2}{c}\frac{2+\ln T}{\sqrt T}`, `cG^2\frac{2+\ln T}{\sqrt T}`},
	Terms: func(in Input, at []int) [][]float64 {
		out := make([][]float64, len(at))
		for k, t := range at {
			out[k] = shamirZhangTerms(in, t)
		}
		return out
	},
	Best: func(in Input) (scale, value float64) {
		terms := shamirZhangTerms(in, in.Horizon)
		return balance(terms[0], terms[1])
	},
	Minimax:   minimaxGap,
	Citation:  shamirZhang2013.at("Theorem 2"),
	Tightness: `4.1 to 4.7 times the supremum, last-exact, for $T=10$ to 1000.`,
	Caveat:    `The number of the theorem is from memory.`,
}

// inverseRoot gives 1/sqrt(t).
type inverseRoot struct{}

// Fill implements Steps.
func (inverseRoot) Fill(eta []float64, t, _ int) { linear.InverseRoots(eta, 1, t) }

func shamirZhangTerms(in Input, t int) []float64 {
	c, n := firstStep(in), float64(t)
	rate := (2 + math.Log(n)) / math.Sqrt(n)
	return []float64{quotient(in.D*in.D, c) * rate, c * in.G * in.G * rate}
}

// lastJNN is the bound for steps that are halved again and again, each time for
// half of the steps that are left (A12): the first schedule known to make the last
// iterate optimal up to a constant.
var lastJNN = Theorem{
	ID:    "last-jnn",
	Ref:   "A12",
	Title: "The last iterate of steps halved as the end comes near",
	Statement: `F(x_T)-F^\star\le\frac{15\,GD}{\sqrt T}\quad\text{for}\quad\eta_t=\frac{D}{G}\frac{2^{-i}}{\sqrt T},` +
		`\ T_i<t\le T_{i+1},\ T_i=T-\lceil T2^{-i}\rceil`,
	Kind: Upper,
	Rows: lastRows,
	Needs: []Assumption{convexLosses, boundedDomain, boundedSubgradients,
		proportional("(D/G) 2^-i/sqrt(T) for T_i < t <= T_(i+1)", `\eta_t=(D/G)2^{-i}/\sqrt T,\ T_i<t\le T_{i+1}`,
			func(Input) Steps { return halvings{} }),
		halvingScale},
	Constants: []string{"D", "G"},
	TermNames: []string{`\frac{15\,GD}{\sqrt T}`},
	Terms: func(in Input, at []int) [][]float64 {
		return atHorizon(in, at, []float64{15 * in.G * in.D / math.Sqrt(float64(in.Horizon))})
	},
	Minimax:   minimaxGap,
	Citation:  jainNagarajNetrapalli2019,
	Tightness: `The supremum, last-exact, is 1.07 to 1.09 $RG/\sqrt T$ for these steps with $R$ in place of $D$.`,
	Caveat: `The constant 15, the factor D/G of the steps and the number of the theorem are from memory. ` +
		`Before $T$ the value is infinite.`,
}

// halvings gives 2^-i for T_i < t <= T_{i+1}.
type halvings struct{}

// Fill implements Steps.
func (halvings) Fill(eta []float64, t, T int) {
	for i := 0; i < len(eta); {
		step, end := halving(t+i, T)
		for ; i < len(eta) && t+i <= end; i++ {
			eta[i] = step
		}
	}
}

// halving returns 2^-i with T_i < t <= T_{i+1}: the largest i, up to the first with
// 2^i >= T, for which ceil(T/2^i) > T-t. It lasts up to end.
func halving(t, T int) (step float64, end int) {
	i, left := 0, T
	for ; left > 1 && (left+1)/2 > T-t; left = (left + 1) / 2 {
		i++
	}
	if left == 1 {
		return math.Ldexp(1, -i), T
	}
	return math.Ldexp(1, -i), T - (left+1)/2
}

var halvingScale = Assumption{
	Name:  "first step D/(G sqrt(T))",
	LaTeX: `\eta_1=D/(G\sqrt T)`,
	Check: func(in Input) error {
		step, _ := halving(1, in.Horizon)
		first := step * in.D / (in.G * math.Sqrt(float64(in.Horizon)))
		return about("eta_1", firstStep(in), "D/(G sqrt(T))", first)
	},
}

var jainNagarajNetrapalli2019 = Citation{
	Key:   "jain2019making",
	Short: "Jain, Nagaraj and Netrapalli (2019)",
	BibTeX: `@inproceedings{jain2019making,
  author    = {Jain, Prateek and Nagaraj, Dheeraj and Netrapalli, Praneeth},
  title     = {Making the Last Iterate of {SGD} Information Theoretically Optimal},
  booktitle = {Proceedings of the 32nd Conference on Learning Theory (COLT)},
  year      = {2019},
  note      = {arXiv:1904.12443}
}`,
	Locator: "theorem on convex functions",
}
