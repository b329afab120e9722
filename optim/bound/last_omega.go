package bound

import "regret/problems/linear"

// lastOmega is the bound Omega on the last iterate for any steps (A8), with
// S_k = eta_k+...+eta_T. In print it is the double sum
//
//	(R^2 + sum_t eta_t^2 G_t^2)/(2 S_1)
//	  + (1/2) sum_{k<T} (eta_k/S_{k+1}) (sum_{t>=k} eta_t^2 G_t^2)/S_k.
//
// As eta_k/(S_k S_{k+1}) = 1/S_{k+1} - 1/S_k, the coefficient of eta_t^2 G_t^2/2 is
//
//	1/S_1 + sum_{k<=t, k<T} (1/S_{k+1} - 1/S_k) = 1/S_{min(t,T-1)+1},
//
// so that one backward pass, without cancellation, computes
//
//	Omega = R^2/(2 S_1) + eta_T G_T^2/2 + (1/2) sum_{k<T} eta_k^2 G_k^2/S_{k+1}.
//
// Omega depends on eta_T, although x_T does not: eta_T is free, as far as x_T is
// concerned, and Omega is infinite where it is 0. It is never below last-exact:
// in the proof of that take rho = eta_T; then s_t^2 >= s_{t+1}^2 + 2 eta_t >= S_t,
// and with lambda_{t+1} <= 1/S_{t+1} every term there is at most the one here.
var lastOmega = Theorem{
	ID:    "last-omega",
	Ref:   "A8",
	Title: "The last iterate for any steps",
	Statement: `F(x_T)-F^\star\le\frac{R^2}{2S_1}+\frac{\eta_TG_T^2}{2}` +
		`+\frac12\sum_{k=1}^{T-1}\frac{\eta_k^2G_k^2}{S_{k+1}},\quad S_k=\sum_{t=k}^T\eta_t`,
	Kind:      Upper,
	Rows:      lastRows,
	Needs:     []Assumption{convexLosses, knownDistance, subgradientNorms, legalSteps},
	Constants: []string{"G", "R"},
	TermNames: []string{`\frac{R^2}{2S_1}`, `\frac{\eta_TG_T^2}{2}+\frac12\sum_{k<T}\frac{\eta_k^2G_k^2}{S_{k+1}}`},
	Reads:     reads(omega{}),
	Terms:     lastOmegaTerms,
	Best: func(in Input) (scale, value float64) {
		terms := lastOmegaTerms(in, []int{in.Horizon})[0]
		return balance(terms[0], terms[1])
	},
	Minimax:  minimaxGap,
	Citation: defazio2023.at("Theorem 10"),
	Related:  []Citation{schaipp2025.at("Theorem 1"), zamaniGlineur2025.at("technique of last-exact")},
	Tightness: `Never below last-exact, the supremum; for linear decay to zero it tends to $2RG/\sqrt T$, twice that. ` +
		`In simulations the gap came to 0.74 of it.`,
	Caveat: `It depends on $\eta_T$, which $x_T$ does not. Schaipp et al. is cited by the number that their code ` +
		`gives; "Theorem 3.1", as it is sometimes quoted, is not confirmed.`,
}

func lastOmegaTerms(in Input, at []int) [][]float64 {
	out := make([][]float64, len(at))
	for k, sums := range gatheredAt[*omegaSums](in, omega{}, at) {
		out[k] = []float64{quotient(in.R*in.R, 2*sums.steps.Value()), finiteOrInf(sums.noise.Value()) / 2}
	}
	return out
}

// omega is the reading of S_1 and of the noise, twice the second term.
type omega struct{}

func (omega) direction() direction { return backwards }

func (omega) start(in Input, at []int) gatherer {
	square := squareNorm(in)
	return pointwise(at, func(t int) *omegaSums { return &omegaSums{t: t, square: square} })
}

type omegaSums struct {
	t            int
	square       float64 // see [squareNorm]
	steps, noise linear.Sum
}

func (o *omegaSums) span() (from, to int) { return 1, o.t }

func (o *omegaSums) take(t int, eta, norm []float64) {
	n, steps, noise := len(eta), o.steps, o.noise
	if t+n-1 == o.t {
		n--
		noise.Add(eta[n] * norm[n] * norm[n])
		steps.Add(eta[n])
	}
	eta, norm = eta[:n], norm[:n]
	for i := n - 1; i >= 0; i-- {
		if energy := eta[i] * eta[i] * norm[i] * norm[i]; energy > 0 {
			noise.Add(quotient(energy, steps.Value()))
		}
		steps.Add(eta[i])
	}
	o.steps, o.noise = steps, noise
}

func (o *omegaSums) far(b *distantBlock) bool {
	m, scale := b.bySteps(o.square)
	ratio := m.half / (o.steps.Value() + m.half)
	if !(ratio < farRatio) {
		return false
	}
	o.noise.Add(m.over(ratio) * scale)
	o.steps.Add(2 * m.half)
	return true
}

var schaipp2025 = Citation{
	Key:   "schaipp2025surprising",
	Short: "Schaipp et al. (2025)",
	BibTeX: `@inproceedings{schaipp2025surprising,
  author    = {Schaipp, Fabian and H{\"a}gele, Alexander and Taylor, Adrien and Simsekli, Umut and Bach, Francis},
  title     = {The Surprising Agreement Between Convex Optimization Theory and Learning-Rate Scheduling for Large Model Training},
  booktitle = {Proceedings of the 42nd International Conference on Machine Learning (ICML)},
  year      = {2025},
  note      = {arXiv:2501.18965}
}`,
}
