package bound

// What the theorems on strongly convex functions share: they begin with
//
//	2 eta_t [F(x_t)-F*] <= (1-mu eta_t) d_t^2 - d_{t+1}^2 + eta_t^2 G_t^2,  d_t = |x_t-x*|,
//
// Zinkevich's first inequality with <g_t, x_t-x*> >= F(x_t)-F* + (mu/2) d_t^2, in the
// mean if g_t is random, and F(x_t)-F* >= (mu/2) d_t^2. No bounded domain is needed,
// but |g_t| <= G_t at the iterates.
//
// The constant mu belongs to F. Regret against losses in any order would need each
// of them to be as strongly convex; so its rows are in the mean over random rows,
// or for full subgradients.
var stronglyConvex = Assumption{
	Name:  "strongly convex objective",
	LaTeX: `F-\tfrac{\mu}{2}\|\cdot\|^2 \text{ convex},\ \mu>0`,
	Check: func(in Input) error { return positive("mu", in.Mu) },
}

// inverseStrongSteps are those of most theorems.
var inverseStrongSteps = prescribed("1/(mu t)", `\eta_t=\frac{1}{\mu t}`, func(in Input, t int) float64 {
	return 1 / (in.Mu * float64(t))
})

// weightedStrongSteps go with the weights t.
var weightedStrongSteps = prescribed("2/(mu (t+1))", `\eta_t=\frac{2}{\mu(t+1)}`, func(in Input, t int) float64 {
	return 2 / (in.Mu * float64(t+1))
})

// meanRows are the rows of a bound on a weighted mean of F(x_t)-F*, which is also
// the expected regret of the losses.
func meanRows(average string) []Row {
	return []Row{
		{Quantity: "gap-average", Average: average, Mode: Expectation, Sampling: IID},
		{Quantity: "gap-average", Average: average, Mode: Pathwise, Sampling: Full},
		{Quantity: "average-regret", Average: average, Mode: Expectation, Sampling: IID},
		{Quantity: "average-regret", Average: average, Mode: Pathwise, Sampling: Full},
	}
}

// pointRows are the rows of a bound on one point.
func pointRows(quantity string) []Row {
	return []Row{
		{Quantity: quantity, Mode: Expectation, Sampling: IID},
		{Quantity: quantity, Mode: Pathwise, Sampling: Full},
	}
}
