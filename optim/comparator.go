package optim

// comparator knows the loss of the fixed point u under every f_i, so that the
// online regret costs a look-up a step; on a population, where no f_i comes twice,
// it evaluates f_i(u) in place.
type comparator struct {
	objective  Objective
	u, scratch []float64
	losses     []float64 // f_i(u); none on a population
	whole      float64   // F(u)
}

func newComparator(o Objective, u []float64) comparator {
	c := comparator{objective: o, u: u, scratch: make([]float64, len(u)), losses: make([]float64, o.Len()), whole: o.Value(u)}
	for i := range c.losses {
		c.losses[i] = o.Subgradient(c.scratch, u, i)
	}
	return c
}

func (c *comparator) loss(row int32) float64 {
	switch {
	case row == Whole:
		return c.whole
	case len(c.losses) == 0:
		return c.objective.Subgradient(c.scratch, c.u, int(row))
	}
	return c.losses[row]
}
