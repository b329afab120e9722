package bound

// march runs a recursion over time: step for t = 1, 2, ... with eta_t and G_t, and
// mark(k) as soon as the steps up to at[k]-lag are done. A recursion for the point
// x_T, which eta_T does not move, has the lag 1. It panics if checkpoints do not
// increase within 1..T.
func march(in Input, at []int, lag int, step func(t int, eta, g float64), mark func(k int)) {
	previous, next := 0, 1
	for k, t := range at {
		if t <= previous || t > in.Horizon {
			panic("bound: checkpoints must increase within 1..T")
		}
		for when, s := range strides(in, next, t-lag) {
			step(when, s.eta, s.norm)
		}
		mark(k)
		previous, next = t, t-lag+1
	}
}

// recursion marches to the points x_t of the checkpoints, block by block, and collects the terms there.
func recursion(in Input, at []int, steps func(eta []float64), terms func() []float64) [][]float64 {
	checkCheckpoints(in, at)
	out := make([][]float64, len(at))
	next := 1
	for k, t := range at {
		for _, block := range forward(in, next, t-1) {
			steps(block)
		}
		out[k], next = terms(), t
	}
	return out
}
