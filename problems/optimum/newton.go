package optimum

import (
	"math"
	"slices"

	"gonum.org/v1/gonum/mat"

	"regret/problems/domain"
	"regret/problems/linear"
)

// newton minimizes an F that is smooth but for the L1 term: each step goes towards
// the minimizer over the set of the quadratic model of F, with the term as it is (Lee,
// Sun and Saunders, SIAM Journal on Optimization 24, 2014), and is halved until F
// falls by a part of what the model's slope promises. It sets out well inside the set
// or, if F is less there, from the point nearest to 0, as exponentials may be out of
// reach of a middle far away. look receives every iterate; it says when to stop.
func newton(m *linear.Model, set constraint, region domain.Set, look func(w []float64) (enough bool)) {
	w := make([]float64, m.Dim())
	set.start(w, make([]float64, set.pairs()))
	nearest := make([]float64, m.Dim())
	region.Project(nearest)
	if m.Value(nearest) < m.Value(w) {
		w = nearest
	}
	const steps = 100
	for range steps {
		if look(w) {
			return
		}
		gradient := make([]float64, m.Dim())
		losses, l1 := m.Split()
		if math.IsInf(losses.FullSubgradient(gradient, w), 1) {
			return
		}
		step, ok := modelStep(m, set, w, gradient)
		if !ok {
			return
		}
		if _, jumps := m.Loss.(linear.SquaredHinge); jumps {
			w = lineMinimum(m, w, step)
			continue
		}
		ahead := slices.Clone(w)
		addScaled(ahead, 1, step)
		slope := linear.Dot(gradient, step) + l1*(linear.Norm1(ahead)-linear.Norm1(w))
		w = backtrack(m, w, step, m.Value(w), slope)
	}
}

// lineMinimum returns the point of the line from w to w + step where F is least, by
// bisection of its slope. With it Newton's method ends after finitely many steps on
// piecewise quadratics (Keerthi and DeCoste, JMLR 2005), on which a halved step may
// come to rest far from the piece of the minimizer.
func lineMinimum(m *linear.Model, w, step []float64) []float64 {
	margins, moves := make([]float64, m.Len()), make([]float64, m.Len())
	multiply(margins, m.Rows, w)
	multiply(moves, m.Rows, step)
	fixed, growing := m.Ridge*linear.Dot(w, step), m.Ridge*linear.Dot(step, step)
	rises := func(t float64) bool {
		var slope linear.Sum
		for i, y := range m.Y {
			_, s := m.Loss.Eval(margins[i]+t*moves[i], y)
			slope.Add(s * moves[i])
		}
		return slope.Value()/float64(m.Len())+fixed+t*growing+m.L1*rising(w, step, t) > 0
	}
	lo, hi := 0.0, 1.0
	if !rises(hi) {
		lo = hi
	}
	const halvings = 60
	for range halvings {
		if middle := (lo + hi) / 2; rises(middle) {
			hi = middle
		} else {
			lo = middle
		}
	}
	next := slices.Clone(w)
	addScaled(next, hi, step)
	return next
}

// rising returns the slope of |w + t step|_1 in t.
func rising(w, step []float64, t float64) float64 {
	var slope linear.Sum
	for j, s := range step {
		if x := w[j] + t*s; x != 0 {
			slope.Add(math.Copysign(1, x) * s)
		}
	}
	return slope.Value()
}

// backtrack returns w + t step with the first t of 1, 1/2, 1/4, ... that
// satisfies Armijo's condition. Where the promised fall is lost in rounding,
// the full step is taken.
func backtrack(m *linear.Model, w, step []float64, value, slope float64) []float64 {
	for t := 1.0; t > 0; t /= 2 {
		next := slices.Clone(w)
		addScaled(next, t, step)
		fall := -1e-4 * t * slope
		if m.Value(next) <= value-fall || fall <= rounding*math.Abs(value) {
			return next
		}
	}
	return w // nothing along the step is finite
}

// modelStep leads from w to the minimizer x of
// <gradient - H w, x> + <x, Hx>/2 + L1|x|_1 over the set, with gradient and Hessian
// H at w of F without the L1 term.
func modelStep(m *linear.Model, set constraint, w, gradient []float64) (step []float64, ok bool) {
	h := hessian(m, w)
	step = make([]float64, len(w))
	if set.pairs() == 0 && m.L1 == 0 {
		system, ok := factorize(h, false)
		if ok {
			system.solve(step, gradient, 0)
			for j := range step {
				step[j] = -step[j]
			}
		}
		return step, ok
	}
	c := mat.NewVecDense(len(w), nil)
	c.MulVec(h, mat.NewVecDense(len(w), w))
	c.SubVec(mat.NewVecDense(len(w), gradient), c)
	p := &program{quad: h, linear: c.RawVector().Data, set: set}
	if m.L1 > 0 {
		p.penalize(m.L1)
	}
	x := p.minimizer()
	if x == nil { // overflow
		return nil, false
	}
	for j := range step {
		step[j] = x[j] - w[j]
	}
	return step, true
}

// minimizer solves a program until the errors in its optimality
// conditions stop falling; nil if they are not even finite.
func (p *program) minimizer() []float64 {
	s := newSolver(p)
	var x []float64
	least, stale := math.Inf(1), 0
	total, size := max(s.total(), 1e-300), max(s.size(), 1e-300)
	if p.losses != nil {
		size = max(size, slices.Max(p.losses.hi))
	}
	s.run(func(s *solver) bool {
		stale++
		if e := s.total()/total + s.size()/size; e < least {
			if e < least/2 {
				stale = 0
			}
			least, x = e, s.snapped()
		}
		const patience, long, fair = 3, 10, 1e-8
		return stale >= long || stale >= patience && least <= fair
	})
	return x
}

// hessian returns the Hessian of F at w.
func hessian(m *linear.Model, w []float64) *mat.SymDense {
	h := mat.NewSymDense(m.Dim(), nil)
	weights := make([]float64, m.Len())
	for i := range weights {
		weights[i] = m.Loss.Curvature(m.Rows.Dot(i, w), m.Y[i]) / float64(m.Len())
	}
	addGram(h, linear.Densify(m.Rows), weights)
	for j := range w {
		h.SetSym(j, j, h.At(j, j)+m.Ridge)
	}
	return h
}
