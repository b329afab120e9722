package bound

import "math"

// Gradient descent with full gradients, in N = T-1 steps (C6). The worst functions are
// on the line. Let S = L sum_{t<T} eta_t.
//
// Instance of the first form: f(x) = L x^2/2 for |x| <= delta, L delta |x| - L delta^2/2 beyond, from
// x_1 = R with delta = R/(2S+1). The point stays where the slope is L delta, at the end
// in R - S delta = (S+1) delta, so that f(x_T) = L delta^2 (S+1/2) = L R^2/(2(2S+1)).
//
// Instance of the strongly convex form: f is L x^2/2 for |x| <= delta and goes on as
// mu x^2/2 + (L-mu) delta |x| - (L-mu) delta^2/2. With k = mu/L, p = (1-k L eta)^{2N} and delta =
// k p R/(1-(1-k) p) it is f(x_T) = (L R^2/2) k/(k-1+1/p).
//
// The other branch is the quadratic L x^2/2.
var (
	gradientDescent = Theorem{
		ID:        "gradient-descent",
		Ref:       "C6",
		Title:     "Gradient descent with steps up to 1/L",
		Statement: `F(x_T)-F^\star\le\frac{LR^2}{2\bigl(2L\sum_{t<T}\eta_t+1\bigr)}`,
		Kind:      ExactSup,
		Rows:      gradientDescentRows,
		Needs:     []Assumption{convexLosses, smooth, unconstrained, knownDistance, stepsToInverseL},
		Constants: []string{"L", "R"},
		TermNames: []string{`\frac{LR^2}{2(2L\sum_{t<T}\eta_t+1)}`},
		Terms: func(in Input, at []int) [][]float64 {
			out := make([][]float64, len(at))
			for k, p := range prefixes(in, at) {
				out[k] = []float64{in.L * in.R * in.R / (4*in.L*(p.Sum-p.Last) + 2)}
			}
			return out
		},
		Best: func(in Input) (scale, value float64) {
			p := prefixes(in, []int{in.Horizon})[0]
			if p.Sum == p.Last {
				return math.NaN(), in.L * in.R * in.R / 2
			}
			scale = 1 / (in.L * largestStep(in, in.Horizon))
			return scale, in.L * in.R * in.R / (4*in.L*(p.Sum-p.Last)*scale + 2)
		},
		Citation:  droriTeboulle2014.at("Theorem 3.1, for constant steps"),
		Tightness: `Attained by a Huber function, for all steps.`,
		Caveat: `The number of the theorem is as quoted elsewhere. That no function is worse is proved for constant ` +
			`steps by the paper cited; for others it is verified by semidefinite programs up to 6 steps. The best scale is ` +
			`the largest one allowed.`,
	}

	gradientDescentConstant = Theorem{
		ID:        "gradient-descent-constant",
		Ref:       "C6",
		Title:     "Gradient descent with any constant step below 2/L",
		Statement: `F(x_T)-F^\star\le\frac{LR^2}{2}\max\Bigl\{\frac{1}{2(T-1)L\eta+1},(1-L\eta)^{2(T-1)}\Bigr\}`,
		Kind:      ExactSup,
		Rows:      gradientDescentRows,
		Needs:     []Assumption{convexLosses, smooth, unconstrained, knownDistance, constantSteps, stepsBelow2L},
		Constants: []string{"L", "R"},
		TermNames: []string{`\frac{LR^2}{2}\max\{\cdot,\cdot\}`},
		Terms: func(in Input, at []int) [][]float64 {
			return gradientDescentTerms(in, at, 0)
		},
		Best:      func(in Input) (scale, value float64) { return gradientDescentBest(in, 0) },
		Citation:  droriTeboulle2014.at("Theorem 3.1 and the conjecture that follows it"),
		Related:   []Citation{pepit2024.at("example gradient descent")},
		Tightness: `Attained by a Huber function or a quadratic.`,
		Caveat: `For $\eta>1/L$ a conjecture of the paper cited, verified here by semidefinite programs up to 6 steps; ` +
			`whether it has since been proved is not verified.`,
	}

	gradientDescentStronglyConvex = Theorem{
		ID:    "gradient-descent-strongly-convex",
		Ref:   "C6",
		Title: "Gradient descent with any constant step below 2/L, strongly convex objectives",
		Statement: `F(x_T)-F^\star\le\frac{LR^2}{2}\max\Bigl\{\frac{\kappa}{(\kappa-1)+(1-\kappa L\eta)^{-2(T-1)}},` +
			`(1-L\eta)^{2(T-1)}\Bigr\},\quad\kappa=\frac\mu L`,
		Kind:      ExactSup,
		Rows:      gradientDescentRows,
		Needs:     []Assumption{stronglyConvex, smooth, unconstrained, knownDistance, constantSteps, stepsBelow2L},
		Constants: []string{"mu", "L", "R"},
		TermNames: []string{`\frac{LR^2}{2}\max\{\cdot,\cdot\}`},
		Terms: func(in Input, at []int) [][]float64 {
			return gradientDescentTerms(in, at, in.Mu/in.L)
		},
		Best:      func(in Input) (scale, value float64) { return gradientDescentBest(in, in.Mu/in.L) },
		Citation:  taylor2017.at("Conjecture 2"),
		Related:   []Citation{pepit2024.at("example gradient descent, strongly convex")},
		Tightness: `Attained by a function of two quadratic pieces or by a quadratic.`,
		Caveat: `The upper half is a conjecture of the paper cited, whose number is from memory; verified here by ` +
			`semidefinite programs up to 6 steps.`,
	}
)

var gradientDescentRows = []Row{{Quantity: "gap-last", Mode: Pathwise, Sampling: Full}}

func gradientDescentTerms(in Input, at []int, kappa float64) [][]float64 {
	y := in.L * firstStep(in)
	out := make([][]float64, len(at))
	for k, t := range at {
		slow, fast := gradientDescentBranches(y, kappa, float64(t-1))
		out[k] = []float64{in.L * in.R * in.R / 2 * max(slow, fast)}
	}
	return out
}

// gradientDescentBranches returns both entries of the maximum after n steps of y/L.
func gradientDescentBranches(y, kappa, n float64) (slow, fast float64) {
	fast = math.Pow(math.Abs(1-y), 2*n)
	if kappa == 0 {
		return 1 / (2*n*y + 1), fast
	}
	growth := math.Inf(1) // (1-kappa y)^{-2n} - 1
	switch {
	case n == 0:
		growth = 0
	case kappa*y < 1:
		growth = math.Expm1(-2 * n * math.Log1p(-kappa*y))
	case kappa*y > 1:
		growth = math.Expm1(-2 * n * math.Log(kappa*y-1))
	}
	return kappa / (kappa + growth), fast
}

// gradientDescentBest finds the y in [1, 2) at which the branches cross: the slow one
// falls, the fast one rises.
func gradientDescentBest(in Input, kappa float64) (scale, value float64) {
	n, eta := float64(in.Horizon-1), firstStep(in)
	if n == 0 || eta == 0 {
		return math.NaN(), in.L * in.R * in.R / 2
	}
	lo, hi := 1.0, 2.0
	for range 60 {
		y := (lo + hi) / 2
		if slow, fast := gradientDescentBranches(y, kappa, n); slow > fast {
			lo = y
		} else {
			hi = y
		}
	}
	slow, fast := gradientDescentBranches(lo, kappa, n)
	return lo / (in.L * eta), in.L * in.R * in.R / 2 * max(slow, fast)
}

var (
	droriTeboulle2014 = Citation{
		Key:   "drori2014performance",
		Short: "Drori and Teboulle (2014)",
		BibTeX: `@article{drori2014performance,
  author  = {Drori, Yoel and Teboulle, Marc},
  title   = {Performance of First-Order Methods for Smooth Convex Minimization: A Novel Approach},
  journal = {Mathematical Programming},
  volume  = {145},
  number  = {1--2},
  pages   = {451--482},
  year    = {2014}
}`,
	}
	taylor2017 = Citation{
		Key:   "taylor2017smooth",
		Short: "Taylor, Hendrickx and Glineur (2017)",
		BibTeX: `@article{taylor2017smooth,
  author  = {Taylor, Adrien B. and Hendrickx, Julien M. and Glineur, Fran{\c{c}}ois},
  title   = {Smooth Strongly Convex Interpolation and Exact Worst-Case Performance of First-Order Methods},
  journal = {Mathematical Programming},
  volume  = {161},
  number  = {1--2},
  pages   = {307--345},
  year    = {2017}
}`,
	}
)
