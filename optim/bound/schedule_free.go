package bound

// scheduleFree bounds the last iterate of schedule-free SGD with constant steps
// (A14): for beta in [0,1], from z_1 = x_1,
//
//	y_t = (1-beta) z_t + beta x_t,
//	z_{t+1} = z_t - gamma g(y_t),
//	x_{t+1} = (1-1/(t+1)) x_t + z_{t+1}/(t+1),
//
// evaluated at x_T, and not at y_T or z_T. The bound is the same for every beta: it
// is that of the uniform average of SGD, which is beta = 0.
var scheduleFree = Theorem{
	ID:        "schedule-free",
	Ref:       "A14",
	Method:    "schedule-free",
	Title:     "Schedule-free SGD with constant steps",
	Statement: `\mathbb E\,F(x_T)-F^\star\le\frac{R^2}{2\gamma T}+\frac{\gamma G^2}{2}`,
	Kind:      Upper,
	Rows:      lastRows,
	Needs:     []Assumption{convexLosses, knownDistance, boundedSubgradients, legalSteps, constantSteps},
	Constants: []string{"G", "R"},
	TermNames: []string{`\frac{R^2}{2\gamma T}`, `\frac{\gamma G^2}{2}`},
	Terms: func(in Input, at []int) [][]float64 {
		out := make([][]float64, len(at))
		for k, t := range at {
			out[k] = scheduleFreeTerms(in, t)
		}
		return out
	},
	Best: func(in Input) (scale, value float64) {
		terms := scheduleFreeTerms(in, in.Horizon)
		return balance(terms[0], terms[1])
	},
	Minimax:  minimaxGap,
	Citation: defazio2024.at("Theorem 1"),
	Related:  []Citation{defazio2024.at("Theorem 2")},
	Tightness: `Attained: a semidefinite program $(T=6)$ finds equality for beta = 0, 0.3, 0.5, 0.9 and 1. With ` +
		`$\gamma=R/(G\sqrt T)$ it is $RG/\sqrt T$, the minimax value.`,
	Caveat: `For the weights $1/(t+1)$ and a constant step, and at $x_T$.`,
}

func scheduleFreeTerms(in Input, t int) []float64 {
	gamma := firstStep(in)
	return []float64{quotient(in.R*in.R, 2*gamma*float64(t)), gamma * in.G * in.G / 2}
}

var defazio2024 = Citation{
	Key:   "defazio2024road",
	Short: "Defazio et al. (2024)",
	BibTeX: `@inproceedings{defazio2024road,
  author    = {Defazio, Aaron and Yang, Xingyu Alice and Mehta, Harsh and Mishchenko, Konstantin and Khaled, Ahmed and Cutkosky, Ashok},
  title     = {The Road Less Scheduled},
  booktitle = {Advances in Neural Information Processing Systems (NeurIPS)},
  year      = {2024},
  note      = {arXiv:2405.15682}
}`,
}
