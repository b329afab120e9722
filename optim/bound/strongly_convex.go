package bound

// What the theorems on strongly convex functions share: they begin with
//
//	2 eta_t [F(x_t)-F*] <= (1-mu eta_t) d_t^2 - d_{t+1}^2 + eta_t^2 G_t^2,  d_t = |x_t-x*|,
//
// Zinkevich's first inequality with <g_t, x_t-x*> >= F(x_t)-F* + (mu/2) d_t^2, in the
// mean if g_t is random, and F(x_t)-F* >= (mu/2) d_t^2. No bounded domain is needed,
// but |g_t| <= G_t at the iterates.
//
// The constant mu belongs to F. Regret against losses in any order needs each of them
// to be as strongly convex, as those of online problems are; other rows are in the mean
// over random rows, or for full subgradients.
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

// distanceRows are the rows of a bound on the distance of the last point.
var distanceRows = []Row{
	{Quantity: "squared-distance", Mode: Expectation, Sampling: IID},
	{Quantity: "squared-distance", Mode: Pathwise, Sampling: Full},
}
