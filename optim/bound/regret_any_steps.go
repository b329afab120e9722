package bound

import "regret/problems/linear"

// regretAnySteps is the regret of arbitrary steps and weights on a ball around the
// comparator, by dynamic programming (A18).
//
// Let d_t = |x_t-u| and r_t = <g_t, x_t-u>. All that enters is
//
//	|r_t| <= G d_t,  d_{t+1}^2 <= d_t^2 - 2 eta_t r_t + eta_t^2 G^2,  d_t <= D,
//
// and W_t(d) is the most that w_t r_t + ... + w_T r_T can be from d_t = d:
// W_T(d) = w_T G d, and the theorem is W_1(D). To leave for the radius d' pays
// w_t (d^2-d'^2+e^2)/(2 eta_t), e = eta_t G, where d' lies between |d-e| and d+e; so
//
//	W_t(d) = w_t (d^2+e^2)/(2 eta_t) + max_{d'} [W_{t+1}(d') - (w_t/eta_t) d'^2/2].
//
// Let U_t be the derivative of W_t and k = w_t/eta_t. The bracket has the derivative
// U_{t+1}(d') - k d'. If U_{t+1}(d)/d does not increase, it changes sign once, at d*, and
// the best d' is the one in [|d-e|, d+e] closest to d*. Differentiate:
//
//	U_t(d) = k d                    for |e-d*| <= d <= e+d*,
//	         w_t G + U_{t+1}(d-e)   for d >= e+d*,
//	         U_{t+1}(d+e) - w_t G   for d <= d*-e,
//	         w_t G - U_{t+1}(e-d)   for d <= e-d*,
//
// with U_{t+1} = 0 beyond D: there d' = D is the best, and W stays the same. U_t(d)/d
// does not increase either: it is k in the middle; on the right it is
// k - (k-p(d-e)) (d-e)/d with p(x) = U_{t+1}(x)/x <= k, both factors increasing; on the left
// it is p(d+e) + (p(d+e)-k) e/d or k + (k-p(e-d)) (e-d)/d, both decreasing and at
// least k. So a step inserts one piece at d*, moves all beyond it right by e, all
// below it left, and what leaves [0,D] is forgotten: see [marginal].
var regretAnySteps = Theorem{
	ID:    "regret-any-steps",
	Ref:   "A18",
	Title: "Regret for arbitrary steps, by dynamic programming",
	Statement: `\sum_{t=1}^Tw_t\bigl[f_t(x_t)-f_t(u)\bigr]\le\max\Bigl\{\sum_{t=1}^Tw_tr_t:\ |r_t|\le Gd_t,` +
		`\ d_{t+1}^2\le d_t^2-2\eta_tr_t+\eta_t^2G^2,\ 0\le d_t\le D\Bigr\}`,
	Kind:      Upper,
	Rows:      powered(regretRows),
	Needs:     []Assumption{convexLosses, boundedDomain, boundedSubgradients, legalSteps, knownPower},
	Constants: []string{"D", "G"},
	Params:    powerParams,
	TermNames: []string{`\frac{W_1(D)}{\sum_tw_t}`},
	Reads:     anyStepsReadings,
	Terms:     anyStepsTerms,
	Minimax:   minimaxRegret,
	Citation:  thisProject.at("regret-any-steps"),
	Related:   []Citation{zinkevich2003.at("Theorem 1")},
	Tightness: `Exact if the domain is the ball of radius $D$ around $u$. On a domain of diameter $D$ it came within 1 per ` +
		`cent of a semidefinite program for $\eta_tG\le D$; regret-any-eta is 1.4 to 58 times that. For non-increasing ` +
		`steps with $\eta_1G\le D$ it is regret-exact.`,
	Caveat: `Proved here; no source was found, and no novelty is claimed.`,
}

// maybeExact says whether points are so many that the program would take long: for
// non-increasing steps it is regret-exact then.
func maybeExact(in Input, points int) bool {
	return points > longRun && in.param(powerParams, "power") == 0 && firstStep(in)*in.G <= in.D
}

func anyStepsReadings(in Input) []Reading {
	if !maybeExact(in, in.Horizon) {
		return nil
	}
	return append(regretExact.Reads(in), descent{})
}

func anyStepsTerms(in Input, at []int) [][]float64 {
	out := make([][]float64, len(at))
	var exact [][]float64
	if maybeExact(in, lastOf(at)) && passes(in, descent{}) {
		exact = regretExact.Terms(in, at)
	}
	for k, t := range at {
		if exact != nil && t > longRun {
			out[k] = []float64{sumOf(exact[k])}
			continue
		}
		out[k] = []float64{mostRegret(in, weightsByPower(in), t)}
	}
	return out
}

// mostRegret returns W_1(D) for the prefix of t points, per unit of weight.
func mostRegret(in Input, weights Steps, t int) float64 {
	with := in
	with.GradientNorms = weights
	u := newMarginal(in.D)
	var total linear.Sum
	for s, step := range stridesBack(with, 1, t) {
		total.Add(step.norm)
		if s == t {
			u.stay(step.norm * in.G)
			continue
		}
		u.prepend(step.eta, step.norm, in.G)
	}
	return u.integral() / total.Value()
}
