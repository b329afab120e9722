package bound

// regretRows are the quantities that a bound on the regret with the weights of
// an average speaks of. The gap follows by convexity from F(x_t) averaged; with
// rows drawn at random, in the mean.
func regretRows(average string) []Row {
	return []Row{
		{Quantity: "average-regret", Average: average, Mode: Pathwise, Sampling: Any},
		{Quantity: "average-loss", Average: average, Mode: Pathwise, Sampling: Any, PlusComparator: true},
		{Quantity: "gap-average", Average: average, Mode: Expectation, Sampling: IID, Kind: Upper},
		{Quantity: "gap-average", Average: average, Mode: Pathwise, Sampling: Full, Kind: Upper},
	}
}

// gapRows are those of a bound on the weighted mean of F(x_t)-F*, and thus on F at
// the average. With full subgradients that mean is the regret; with rows drawn at
// random it is the mean of the regret.
func gapRows(average string) []Row {
	return []Row{
		{Quantity: "gap-average", Average: average, Mode: Pathwise, Sampling: Full, Kind: Upper},
		{Quantity: "gap-average", Average: average, Mode: Expectation, Sampling: IID, Kind: Upper},
		{Quantity: "average-regret", Average: average, Mode: Pathwise, Sampling: Full},
		{Quantity: "average-regret", Average: average, Mode: Expectation, Sampling: IID},
	}
}

// lastRows are those of a bound on the last iterate.
var lastRows = []Row{
	{Quantity: "gap-last", Mode: Pathwise, Sampling: Full},
	{Quantity: "gap-last", Mode: Expectation, Sampling: IID},
}
