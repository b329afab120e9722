package optimum

import (
	"math"
	"slices"

	"regret/problems/domain"
	"regret/problems/linear"
)

// penalize adds the term weight |w|_1 to a program: d more rows, the unit
// vectors, with the losses weight |w_j|. In a box on one side of 0 it is linear.
func (p *program) penalize(weight float64) {
	if box, ok := p.set.(interval); ok && (box.lo >= 0 || box.hi <= 0) {
		for j := range p.linear {
			p.linear[j] += math.Copysign(weight, box.lo+box.hi)
		}
		return
	}
	d := len(p.linear)
	if p.rows == nil {
		p.rows, p.losses = &linear.Dense{D: d}, &rowLosses{}
	}
	n := p.rows.N
	rows := &linear.Dense{N: n + d, D: d, Data: make([]float64, (n+d)*d)}
	copy(rows.Data, p.rows.Data)
	for j := range d {
		rows.Row(n + j)[j] = 1
		p.losses.add(0, -weight, weight, 0)
	}
	p.rows, p.losses.units, p.losses.extent = rows, d, p.extent()
}

// within narrows the set for a search, where it is far larger than any minimizer:
// L1|x|_1 <= F(x) - inf phi <= F(theta_1) + mean_i phi_i*(0).
func (j *judge) within(set constraint, m *linear.Model) constraint {
	if m.L1 == 0 {
		return set
	}
	var most linear.Sum
	for _, y := range m.Y {
		most.Add(m.Loss.Conjugate(0, y))
	}
	const spare = 2
	reach := spare * (j.first + most.Value()/float64(m.Len())) / m.L1
	switch s := set.(type) {
	case ball:
		if s.radius > reach {
			return free{}
		}
	case interval:
		// Both ends of a box that does not hold 0 are within reach of theta_1.
		if lo, hi := max(s.lo, -reach), min(s.hi, reach); lo < hi {
			return interval{lo: lo, hi: hi, d: s.d}
		}
	}
	return set
}

// extent is about how large |w_j| may become: what the set allows, and where the
// quadratic pulls.
func (p *program) extent() float64 {
	size := math.Inf(1)
	switch s := p.set.(type) {
	case ball:
		size = s.radius
	case interval:
		size = (s.hi - s.lo) / 2
	}
	var pull float64
	for j, c := range p.linear {
		if q := p.quad.At(j, j); q > 0 {
			pull = max(pull, math.Abs(c)/q)
		}
	}
	if pull > 0 {
		size = min(size, pull)
	}
	if math.IsInf(size, 1) {
		return 1
	}
	return size
}

// snapped returns w, in a penalized program with a 0 for every coordinate that
// is closer to its kink than its slope is to an end of its interval, each
// measured by what it can be at most. It is the minimizer's zeros that an
// interior point cannot reach.
func (s *solver) snapped() []float64 {
	w := slices.Clone(s.w)
	if s.losses == nil || s.losses.units == 0 {
		return w
	}
	var largest float64
	for _, v := range w {
		largest = max(largest, math.Abs(v))
	}
	first := s.n - s.d
	for j, v := range w {
		i := first + j
		room := min(s.mult[2*i], s.mult[2*i+1]) / s.losses.hi[i]
		if math.Abs(v) < room*largest {
			w[j] = 0
		}
	}
	return w
}

// leastOfPenalty overwrites x with the minimizer over the set of
//
//	<v, x> + (Ridge/2)|x|^2 + L1|x|_1,
//
// or returns false if the infimum is -Inf.
func leastOfPenalty(m *linear.Model, set domain.Set, x, v []float64) bool {
	if m.Ridge > 0 {
		for j := range x {
			x[j] = -v[j] / m.Ridge
		}
		set.Shrink(x, m.L1/m.Ridge)
		set.Project(x)
		return true
	}
	pull := slices.Clone(v)
	set.Shrink(pull, m.L1)
	return set.MinimizeLinear(x, pull)
}

// dualFeasible scales slopes towards 0 until |v|_inf <= L1 for
// v = (1/n) sum_i alpha_i a_i, by more than v is rounded (El Ghaoui, Viallon and
// Rabbani, Pacific Journal of Optimization 8, 2012). Where h is L1|x|_1 on the
// whole space, h*(-v) is 0 there and +Inf elsewhere.
func dualFeasible(m *linear.Model, alpha []float64) []float64 {
	v, sizes := make([]float64, m.Dim()), make([]float64, m.Dim())
	addTransposed(v, m.Rows, alpha)
	for i, a := range alpha {
		columns, row := m.Rows.Entries(i)
		for k, r := range row {
			if columns != nil {
				sizes[columns[k]] += math.Abs(a * r)
			} else {
				sizes[k] += math.Abs(a * r)
			}
		}
	}
	factor := 1.0
	for j := range v {
		if most := math.Abs(v[j]) + rounding*sizes[j]; most > 0 {
			factor = min(factor, float64(m.Len())*m.L1/most)
		}
	}
	scaled := slices.Clone(alpha)
	for i := range scaled {
		scaled[i] *= factor
	}
	return scaled
}
