package bound

// weightedExact is the worst case of weighted means of F(x_t)-F* for any steps and
// any weights, without a bounded domain (A17). Let Gamma_t = w_t+...+w_T.
//
// Theorem. For any n_T > 0 and n_t >= max{n_{t+1}+eta_t, (Gamma_{t+1}/Gamma_t) (n_{t+1}+eta_t)^2/n_{t+1}}
//
//	sum_t w_t F_t <= (Gamma_1/2) (R^2/n_1 + G^2 n_1) - G^2 sum_{t<T} Gamma_{t+1} eta_t.
//
// Proof. Follow a moving reference as in last-exact: y_1 = x*,
// y_{t+1} = q_t y_t + (1-q_t) x_t with q_t = (n_{t+1}+eta_t)/n_t <= 1, by the first
// condition. Let a_t = |x_t-y_t|^2, b_t = Gamma_t - q_t Gamma_{t+1} and rho_t = <g_t, x_t-y_t>.
//
// First, sum_t w_t F_t <= sum_t b_t [f(x_t)-f(y_t)] <= sum_t b_t rho_t. For with Y_t = f(y_t)-f*, convexity
// says Y_{t+1} <= q_t Y_t + (1-q_t) F_t, or (1-q_t) (F_t-Y_t) >= Y_{t+1}-Y_t; as
// b_t = w_t + (1-q_t) Gamma_{t+1}, the middle sum is at least
// sum_t w_t (F_t-Y_t) + sum_{t<T} Gamma_{t+1} (Y_{t+1}-Y_t) = sum_t w_t F_t.
//
// Second, |x_{t+1}-y_{t+1}| <= |q_t (x_t-y_t) - eta_t g_t| gives
// a_{t+1} <= q_t^2 a_t - 2 eta_t q_t rho_t + eta_t^2 G^2, and rho_t <= G sqrt(a_t).
//
// Claim, with lambda_t = Gamma_t/n_t:
//
//	sum_{j>=t} b_j rho_j <= [lambda_t a_t + G^2 Gamma_t^2/lambda_t]/2 - G^2 sum_{T>j>=t} Gamma_{j+1} eta_j.
//
// For t = T it is 2 Gamma_T G sqrt(a_T) <= lambda_T a_T + G^2 Gamma_T^2/lambda_T. Step: put the second
// fact into the claim at t+1; rho_t then has the factor mu = b_t - lambda_{t+1} eta_t q_t, and a_t the
// factor lambda_{t+1} q_t^2/2. As lambda_{t+1} (n_{t+1}+eta_t) = Gamma_{t+1} (n_{t+1}+eta_t)/n_{t+1},
//
//	mu = Gamma_t - q_t lambda_{t+1} (n_{t+1}+eta_t),  lambda_t - lambda_{t+1} q_t^2 = mu/n_t,
//
// and the second condition says that mu >= 0. So mu rho_t <= mu G sqrt(a_t) <=
// [(mu/n_t) a_t + mu n_t G^2]/2: the coefficient of a_t is lambda_t/2, and G^2/2 is multiplied by
// mu n_t + lambda_{t+1} eta_t^2 + Gamma_{t+1} n_{t+1}, which is Gamma_t n_t - 2 Gamma_{t+1} eta_t. At t = 1, a_1 = R^2.
//
// The best n. Only n_1 matters, and each condition grows with n_{t+1} once n_{t+1} is
// at least what [weightedRecursion] chooses: the least n_1 is its outcome n, every
// larger one can be had, and the best is max(n, R/G). Between them
// Gamma_1 n - 2 sum Gamma_{t+1} eta_t is not subtracted but carried along as d.
//
// A zero step moves its weight to the next point, which is the same point.
var weightedExact = Theorem{
	ID:    "weighted-exact",
	Ref:   "A17",
	Title: "Averages of one function, exactly",
	Statement: `\sum_{t=1}^Tw_t\bigl[F(x_t)-F^\star\bigr]\le\frac{\Gamma_1}{2}\Bigl(\frac{R^2}{n_1}+G^2n_1\Bigr)` +
		`-G^2\sum_{t<T}\Gamma_{t+1}\eta_t,\quad n_t\ge\max\Bigl\{n_{t+1}+\eta_t,` +
		`\frac{\Gamma_{t+1}}{\Gamma_t}\frac{(n_{t+1}+\eta_t)^2}{n_{t+1}}\Bigr\},\ \Gamma_t=\sum_{s=t}^Tw_s`,
	Kind: ExactSup,
	Sharp: func(in Input) bool {
		w := weightedRecursion(in, weightsByPower(in), in.Horizon)
		return w.exact || w.n <= in.R/in.G
	},
	Rows:      powered(meanRows),
	Needs:     []Assumption{convexLosses, knownDistance, boundedSubgradients, legalSteps, knownPower},
	Constants: []string{"G", "R"},
	Params:    powerParams,
	TermNames: []string{`\frac{R^2}{2X}`, `\frac{G^2}{2}\bigl(X-\frac2{\Gamma_1}\sum_{t<T}\Gamma_{t+1}\eta_t\bigr),\ X=\max\{n_1,R/G\}`},
	Terms: func(in Input, at []int) [][]float64 {
		out := make([][]float64, len(at))
		for k, t := range at {
			w := weightedRecursion(in, weightsByPower(in), t)
			out[k] = gapTerms(in, w.n, w.d)
		}
		return out
	},
	Best: func(in Input) (scale, value float64) {
		w := weightedRecursion(in, weightsByPower(in), in.Horizon)
		return bestGap(in, w.n, w.d)
	},
	Minimax:  minimaxGap,
	Citation: thisProject.at("weighted-exact"),
	Related:  []Citation{zamaniGlineur2025.at("technique of the proof")},
	Tightness: `Exact where the kind says so, always for the uniform average of non-increasing steps: semidefinite ` +
		`programs agree on 1,552 of 1,552 problems, explicit instances on 3,547 of 3,547. Elsewhere a bound, up to ` +
		`twice the supremum. Last iterate, constant steps and weights $\eta_t$ are last-exact, const-average and the case ` +
		`between.`,
	Caveat: `The upper half is proved here; no source was found, and no novelty is claimed. That it is attained is ` +
		`verified numerically only, for the mean of $F$; for $F$ at the average it is called an upper bound. ` +
		`Non-increasing $\eta_t/w_t$ alone is not enough to be exact ($T=3$, $\eta=(0.3021,0.9636)$, $w=(0.1632,0.6406,0.1962)$: ` +
		`0.676653 against the supremum 0.667119).`,
}

// meanRows are those of a worst case of the weighted mean of F(x_t)-F*. The bound
// holds for F at the average too.
func meanRows(average string) []Row {
	rows := gapRows(average)
	return append(rows[2:4:4], rows[:2]...)
}

func weightsByPower(in Input) Steps { return power(in.param(powerParams, "power")) }

// WeightedExact returns the bound of weighted-exact on
// sum_t w_t [F(x_t)-F*] / sum_t w_t for the points x_1..x_T and any weights, and whether it is
// the supremum. Weights are non-negative, and one of them is positive. R, G, steps
// and horizon are read from the input.
func WeightedExact(in Input, weights Steps) (value float64, exact bool) {
	w := weightedRecursion(in, weights, in.Horizon)
	terms := gapTerms(in, w.n, w.d)
	return terms[0] + terms[1], w.exact || w.n <= in.R/in.G
}
