package optim

// comparator knows the loss of the fixed point u under every f_i, so that the
// online regret costs a look-up a step.
type comparator struct {
	losses []float64 // f_i(u)
	whole  float64   // F(u)
}

func newComparator(o Objective, u []float64) comparator {
	c := comparator{losses: make([]float64, o.Len()), whole: o.Value(u)}
	scratch := make([]float64, len(u))
	for i := range c.losses {
		c.losses[i] = o.Subgradient(scratch, u, i)
	}
	return c
}

func (c *comparator) loss(row int32) float64 {
	if row == Whole {
		return c.whole
	}
	return c.losses[row]
}
