package bound

// march runs a recursion over time: step for t = 1, 2, ... with eta_t and G_t, and
// mark(k) as soon as the steps up to at[k]-lag are done. A recursion for the point
// x_T, which eta_T does not move, has the lag 1. It panics if checkpoints do not
// increase within 1..T.
func march(in Input, at []int, lag int, step func(t int, eta, g float64), mark func(k int)) {
	norms := in.norms()
	g := make([]float64, blockLen)
	previous := 0
	next := 1
	for k, t := range at {
		if t <= previous || t > in.Horizon {
			panic("bound: checkpoints must increase within 1..T")
		}
		for first, block := range forward(in, next, t-lag) {
			norms.Fill(g[:len(block)], first, in.Horizon)
			for i, eta := range block {
				step(first+i, eta, g[i])
			}
		}
		mark(k)
		previous, next = t, t-lag+1
	}
}
