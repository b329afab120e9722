package bound

import "math"

// smoothDistance bounds the distance for any steps by the contraction of a gradient
// step (C5).
//
// Proof. x* is a fixed point of the projected step with the true gradient, which maps
// with the Lipschitz constant max(|1-eta mu|, |1-eta L|); the noise has mean 0 and is
// added before a nonexpansive projection.
var smoothDistance = Theorem{
	ID:    "smooth-distance",
	Ref:   "C5",
	Title: "Distance for any steps, strongly convex and smooth objectives",
	Statement: `\mathbb E\|x_T-x^\star\|^2\le d_T^2,\quad d_1=R,\ ` +
		`d_{t+1}^2=\max\{|1-\eta_t\mu|,|1-\eta_tL|\}^2d_t^2+\eta_t^2\sigma^2`,
	Kind:      Upper,
	Rows:      distanceRows,
	Needs:     []Assumption{stronglyConvex, smooth, boundedNoise, knownDistance, legalSteps},
	Constants: []string{"mu", "L", "sigma", "R"},
	TermNames: []string{`\text{from the start}`, `\text{from the noise}`},
	Terms: func(in Input, at []int) [][]float64 {
		start, noise := in.R*in.R, 0.0
		return recursion(in, at, func(steps []float64) {
			a, b := start, noise // in registers
			mu, L, sigma := in.Mu, in.L, in.Sigma
			for _, eta := range steps {
				rate := math.Abs(1 - eta*mu)
				if other := math.Abs(1 - eta*L); other > rate {
					rate = other
				}
				a *= rate * rate
				b = rate*rate*b + eta*eta*sigma*sigma
			}
			start, noise = a, b
		}, func() []float64 { return []float64{start, noise} })
	},
	Citation: thisProject.at("smooth-distance"),
	Related:  []Citation{polyak1987.at("chapter 1")},
	Tightness: `An equality for a quadratic with one eigenvalue, at which the maximum is reached. Small constant ` +
		`steps end at $\eta\sigma^2/(\mu(2-\eta\mu))$.`,
	Caveat: `Classical; which text has it first is not verified.`,
}

var oneStepParams = []Param{
	noiseAtMinimizer,
	{Name: "mu-rows", Doc: "the strong convexity that every f_i has; in [0,Inf)", Default: 0},
}

// sgdOneStep takes the noise at x* alone, for any steps (C5).
//
// Proof. Let h = x_t-x* and D_i = grad f_i(x_t) - grad f_i(x*). For mu-strongly convex and
// L-smooth f_i, D_i lies within (L-mu)/2 |h| of (L+mu)/2 h. So x_{t+1}-x* is the sum of
//
//	(1-eta (L+mu)/2) h - eta grad f_i(x*),
//
// whose mean square is (1-eta (L+mu)/2)^2 |h|^2 + eta^2 s^2, for grad f_i(x*) has mean 0, and of
// a vector of length at most eta (L-mu)/2 |h|. Minkowski's inequality gives one step. The
// right side is an increasing concave function of |h|^2, as sqrt(b r^2+c r) is concave in
// r; by Jensen's inequality it may be applied step after step to the mean.
var sgdOneStep = Theorem{
	ID:    "sgd-one-step",
	Ref:   "C5",
	Title: "Distance for any steps, with the noise at the minimizer",
	Statement: `\mathbb E\|x_T-x^\star\|^2\le d_T^2,\quad d_1=R,\ d_{t+1}=\eta_t\tfrac{L_{\max}-\mu}{2}d_t+` +
		`\sqrt{\bigl(1-\eta_t\tfrac{L_{\max}+\mu}{2}\bigr)^2d_t^2+\eta_t^2\sigma_\star^2}`,
	Kind:   Upper,
	Rows:   gowerRows,
	Params: oneStepParams,
	Needs: []Assumption{convexLosses, smoothRows, unconstrained, knownDistance, legalSteps,
		known(oneStepParams, "sigma_star", nonNegative), known(oneStepParams, "mu-rows", nonNegative)},
	Constants: []string{"Lmax", "R"},
	TermNames: []string{`d_T^2`},
	Terms: func(in Input, at []int) [][]float64 {
		v, mu, d := in.param(oneStepParams, "sigma_star"), in.param(oneStepParams, "mu-rows"), in.R
		return recursion(in, at, func(steps []float64) {
			for _, eta := range steps {
				d = eta*(in.Lmax-mu)/2*d + math.Hypot((1-eta*(in.Lmax+mu)/2)*d, eta*v)
			}
		}, func() []float64 { return []float64{d * d} })
	},
	Citation:  pepit2024.at("example stochastic gradient descent, strongly convex"),
	Tightness: `A semidefinite program attains one step. The best run came to 0.83 of it.`,
	Caveat: `The formula of one step was read off a semidefinite program; the proof here shows that it is an upper ` +
		`bound, and that it may be iterated. $\mu$ is the strong convexity of every $f_i$, 0 by default, not that of $F$.`,
}

var (
	polyak1987 = Citation{
		Key:   "polyak1987introduction",
		Short: "Polyak (1987)",
		BibTeX: `@book{polyak1987introduction,
  author    = {Polyak, Boris T.},
  title     = {Introduction to Optimization},
  publisher = {Optimization Software},
  address   = {New York},
  year      = {1987}
}`,
	}
	pepit2024 = Citation{
		Key:   "goujaud2024pepit",
		Short: "Goujaud et al. (2024)",
		BibTeX: `@article{goujaud2024pepit,
  author  = {Goujaud, Baptiste and Moucer, C{\'e}line and Glineur, Fran{\c{c}}ois and Hendrickx, Julien M. and Taylor, Adrien B. and Dieuleveut, Aymeric},
  title   = {{PEPit}: Computer-Assisted Worst-Case Analyses of First-Order Optimization Methods in {Python}},
  journal = {Mathematical Programming Computation},
  volume  = {16},
  pages   = {337--367},
  year    = {2024},
  note    = {arXiv:2201.04040}
}`,
	}
)
