package bound

import (
	"fmt"
	"math"
)

// lastRho is the last iterate for any steps and any bounds G_t (A9): the proof of
// last-exact before it uses that G_t = G. With sigma_T = sqrt(rho) and
// sigma_t = sigma_{t+1} + eta_t/sigma_{t+1}, where lambda_t = 1/sigma_t^2, it gives
// for every rho > 0
//
//	F(x_T)-F* <= [R^2/sigma_1^2 + rho G_T^2 + sum_{t<T} (eta_t/sigma_{t+1})^2 G_t^2]/2.
//
// All are bounds, so the search for the best rho need not find it to be safe; it
// has many minima. For constant G the minimum is last-exact, in closed form.
//
// The best scale. With steps c eta_t and c rho for rho, the bound is
// a/c + b c with a = R^2/(2 sigma_1^2) and b the rest: its minimum 2 sqrt(ab) is searched
// over rho in the same way.
var lastRho = Theorem{
	ID:    "last-rho",
	Ref:   "A9",
	Title: "The last iterate, with a bound for each subgradient",
	Statement: `F(x_T)-F^\star\le\min_{\rho>0}\frac12\Bigl[\lambda_1R^2+\rho G_T^2+\sum_{t<T}\lambda_{t+1}\eta_t^2G_t^2\Bigr],` +
		`\quad\lambda_T=\frac1\rho,\ \lambda_t=\frac{\lambda_{t+1}}{(1+\lambda_{t+1}\eta_t)^2}`,
	Kind:      Upper,
	Rows:      lastRows,
	Needs:     []Assumption{convexLosses, knownDistance, positiveNorms, legalSteps},
	Constants: []string{"G", "R"},
	TermNames: []string{`\frac{\lambda_1R^2}{2}`, `\frac{\rho G_T^2}{2}+\frac12\sum_{t<T}\lambda_{t+1}\eta_t^2G_t^2`},
	Reads: func(in Input) []Reading {
		if in.GradientNorms == nil {
			return lastExact.Reads(in)
		}
		return nil
	},
	Terms: func(in Input, at []int) [][]float64 {
		out := make([][]float64, len(at))
		if in.GradientNorms == nil {
			return lastExact.Terms(in, at)
		}
		for k, t := range at {
			out[k] = newSigmaSearch(in, t).minimum(func(a, b float64) float64 { return a + b })
		}
		return out
	},
	Best: func(in Input) (scale, value float64) {
		if in.GradientNorms == nil {
			return lastExact.Best(in)
		}
		search := newSigmaSearch(in, in.Horizon)
		if search.last == 0 {
			return math.NaN(), in.R * normAt(in, in.Horizon)
		}
		terms := search.minimum(func(a, b float64) float64 { return a * b })
		return balance(terms[0], terms[1])
	},
	Citation: zamaniGlineur2025.at("technique of the proof"),
	Related:  []Citation{defazio2023.at("Theorem 1")},
	Tightness: `For constant $G$ it is last-exact. With random $G_t$ a semidefinite program $(T=12)$ found equality, and ` +
		`orthogonal pieces $G_te_t$ from $x_1=\sum_tw_tg_t$ attain it.`,
	Caveat: `The minimum over $\rho$ is searched numerically: the value is a bound, but perhaps not the least. ` +
		`$G_t$ must bound the mean square of the stochastic subgradient, noise included. Norms of a pilot run are ` +
		`no proof for another run.`,
}

var positiveNorms = Assumption{
	Name:  "positive bounds on the subgradients",
	LaTeX: `\|g_t\|\le G_t,\ 0<G_t<\infty`,
	Check: func(in Input) error {
		if err := subgradientNorms.Check(in); err != nil || in.GradientNorms == nil {
			return err
		}
		norms := in
		norms.Steps = in.GradientNorms
		return everyStep(norms, func(t int, norm float64) error {
			if norm > 0 {
				return nil
			}
			return fmt.Errorf("the bound G_%d is 0", t)
		})
	},
}
