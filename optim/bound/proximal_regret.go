package bound

// proximalRegret is the regret of the stochastic proximal subgradient method,
// x_{t+1} = argmin |x-(x_t-eta_t g_t)|^2/2 + eta_t r(x) over the domain, against
// losses h_t + r with g_t a subgradient of h_t alone at x_t (A1 with a composite
// term). It is the bound of zinkevich with the h_t's constant, and so smaller.
//
// Proof. With some subgradient r' at x_{t+1} of r plus the domain's indicator,
// x_t - x_{t+1} = eta_t (g_t + r'). With d_t = |x_t-u|,
//
//	d_{t+1}^2 = d_t^2 - 2 <x_t-x_{t+1}, x_{t+1}-u> - |x_t-x_{t+1}|^2,
//	<r', x_{t+1}-u> >= r(x_{t+1}) - r(u),
//	<g_t, x_{t+1}-u> >= h_t(x_t) - h_t(u) - <g_t, x_t-x_{t+1}>,
//
// and 2 eta_t <g_t, x_t-x_{t+1}> <= eta_t^2 |g_t|^2 + |x_t-x_{t+1}|^2, so that
//
//	2 eta_t [h_t(x_t) + r(x_{t+1}) - h_t(u) - r(u)] <= d_t^2 - d_{t+1}^2 + eta_t^2 |g_t|^2.
//
// Divide by 2 eta_t and sum as in zinkevich: that bounds the sum of
// h_t(x_t) + r(x_{t+1}) - h_t(u) - r(u), and r(x_t) in place of r(x_{t+1}) adds
// r(x_1) - r(x_{T+1}), which is <= 0 where r is least at the start.
var proximalRegret = Theorem{
	ID:     "proximal-regret",
	Ref:    "A1",
	Method: "proximal-sgd",
	Title:  "Regret of the proximal subgradient method",
	Statement: `\frac1T\sum_{t=1}^T\bigl[h_t(x_t)+r(x_t)-h_t(u)-r(u)\bigr]` +
		`\le\frac{D^2}{2T\eta_T}+\frac{G_h^2}{2T}\sum_{t=1}^T\eta_t,\quad r(x_1)=\min r`,
	Kind:      Upper,
	Rows:      uniformRegretRows,
	Needs:     []Assumption{convexLosses, leastPenaltyAtStart, boundedDomain, boundedLossSubgradients, nonIncreasingSteps},
	Constants: []string{"D", "Gloss"},
	Reads:     reads(prefixSums{}),
	TermNames: []string{`\frac{D^2}{2T\eta_T}`, `\frac{G_h^2}{2T}\sum_t\eta_t`},
	Terms: func(in Input, at []int) [][]float64 {
		out := make([][]float64, len(at))
		for k, p := range prefixes(in, at) {
			out[k] = zinkevichTerms(in.D, in.Gloss, at[k], p)
		}
		return out
	},
	Best: func(in Input) (scale, value float64) {
		at := []int{in.Horizon}
		terms := zinkevichTerms(in.D, in.Gloss, in.Horizon, prefixes(in, at)[0])
		return balance(terms[0], terms[1])
	},
	Citation: duchi2010.at("Theorem 2, with Euclidean distances"),
	Related:  []Citation{duchiSinger2009.at("section 3"), zinkevich2003.at("Theorem 1")},
	Tightness: `Without $r$ it is zinkevich, which is attained. With $r=\lambda_1|x|$ on the line, one step and ` +
		`$\eta_1=D/G_h$ it is attained but for the share $\lambda_1/G_h$.`,
	Caveat: `Proved here for all non-increasing steps; the source states it for constant ones, and its number is from memory. ` +
		`A term $[r(x_1)-r(x_{T+1})]/T$, at most 0 under the assumption, is dropped. Duchi and Singer (2009) have a larger constant, with subgradients of $r$ in it.`,
}

// leastPenaltyAtStart is not checked here: it holds for the starts of the
// suite, the projections of 0, and a test of problems checks that.
var leastPenaltyAtStart = Assumption{
	Name:  "penalty least at the start",
	LaTeX: `r(x_1)=\min r \text{ on the domain}`,
	Check: func(Input) error { return nil },
}

var boundedLossSubgradients = Assumption{
	Name:  "bounded subgradients of the losses",
	LaTeX: `\|g_t\|\le G_h<\infty,\ g_t\in\partial h_t(x_t)`,
	Check: func(in Input) error { return positive("Gloss", in.Gloss) },
}

var duchi2010 = Citation{
	Key:   "duchi2010composite",
	Short: "Duchi et al. (2010)",
	BibTeX: `@inproceedings{duchi2010composite,
  author    = {Duchi, John and Shalev-Shwartz, Shai and Singer, Yoram and Tewari, Ambuj},
  title     = {Composite Objective Mirror Descent},
  booktitle = {Proceedings of the 23rd Annual Conference on Learning Theory (COLT)},
  pages     = {14--26},
  year      = {2010}
}`,
}

var duchiSinger2009 = Citation{
	Key:   "duchi2009efficient",
	Short: "Duchi and Singer (2009)",
	BibTeX: `@article{duchi2009efficient,
  author  = {Duchi, John and Singer, Yoram},
  title   = {Efficient Online and Batch Learning Using Forward Backward Splitting},
  journal = {Journal of Machine Learning Research},
  volume  = {10},
  pages   = {2899--2934},
  year    = {2009}
}`,
}
