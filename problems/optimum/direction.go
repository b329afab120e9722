package optimum

import (
	"gonum.org/v1/gonum/mat"

	"regret/problems/linear"
)

// factorize sets up and factorizes Newton's equations, reduced to w.
func (s *solver) factorize() bool {
	h := mat.NewSymDense(s.d, nil)
	h.CopySym(s.quad)
	if s.n > 0 {
		s.losses.stiffness(s.stiffness, s.slack, s.mult)
		addGram(h, s.rows, s.stiffness)
	}
	s.set.addStiffness(h, s.w, s.slack[2*s.n:], s.mult[2*s.n:])
	var ok bool
	s.system, ok = factorize(h, s.set.normalized())
	return ok
}

// direction solves Newton's equations for the wanted changes comp of the
// products slack times multiplier.
func (s *solver) direction(comp []float64, ahead *point) point {
	rowPairs := 2 * s.n
	step := point{w: make([]float64, s.d), slack: make([]float64, len(s.slack)), mult: make([]float64, len(s.mult))}
	rhs := make([]float64, s.d)
	lag := make([]float64, s.n)
	if s.n > 0 {
		s.losses.lag(lag, s.z, s.slack, s.mult, comp)
		pull := make([]float64, s.n)
		for i := range pull {
			pull[i] = -s.stiffness[i] * lag[i]
		}
		addTransposed(rhs, s.rows, pull)
	}
	for j, f := range s.force {
		rhs[j] -= f
	}
	here := point{w: s.w, slack: s.slack[rowPairs:], mult: s.mult[rowPairs:]}
	there := point{w: step.w, slack: step.slack[rowPairs:], mult: step.mult[rowPairs:]}
	if ahead != nil {
		ahead = &point{w: ahead.w, slack: ahead.slack[rowPairs:], mult: ahead.mult[rowPairs:]}
	}
	s.set.addPush(rhs, here, comp[rowPairs:], ahead)
	step.level = s.system.solve(step.w, rhs, 1-total(s.w))
	s.set.recover(there, here, comp[rowPairs:], ahead)
	if s.n > 0 {
		dAlpha := make([]float64, s.n)
		multiply(dAlpha, s.rows, step.w)
		for i := range dAlpha {
			dAlpha[i] = s.stiffness[i] * (dAlpha[i] + lag[i])
		}
		s.losses.recover(step.slack, step.mult, dAlpha, s.slack, s.mult, comp)
	}
	return step
}

func total(x []float64) float64 {
	var sum linear.Sum
	for _, v := range x {
		sum.Add(v)
	}
	return sum.Value()
}
