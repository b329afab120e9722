package optimum

import (
	"math"

	"gonum.org/v1/gonum/mat"

	"regret/problems/linear"
)

// program is the convex problem
//
//	minimize  w'Qw/2 + c'w + sum_i phi_i(b_i.w)   over w in a set,
//
// solved by Mehrotra's predictor-corrector method (SIAM Journal on
// Optimization 2, 1992): Newton steps on the optimality conditions in which
// the product of every slack with its multiplier is driven to 0. The rows and
// their losses may be absent.
type program struct {
	quad   *mat.SymDense // Q
	linear []float64     // c
	rows   *linear.Dense // b_i, nil if there are none
	losses *rowLosses
	set    constraint
}

// solver is the state of a run on a program. The pairs of the rows come first
// in slack and mult, those of the set after them.
type solver struct {
	*program
	d, n        int
	w           []float64
	level       float64
	slack, mult []float64
	z, alpha    []float64 // margins and slopes of the rows

	force     []float64 // gradient of the Lagrangian
	stiffness []float64 // of the rows
	system    *system
}

func newSolver(p *program) *solver {
	s := &solver{program: p, d: len(p.linear)}
	if p.rows != nil {
		s.n = p.rows.N
	}
	pairs := 2*s.n + p.set.pairs()
	s.w, s.force = make([]float64, s.d), make([]float64, s.d)
	s.slack, s.mult = make([]float64, pairs), make([]float64, pairs)
	s.z, s.alpha, s.stiffness = make([]float64, s.n), make([]float64, s.n), make([]float64, s.n)
	p.set.start(s.w, s.slack[2*s.n:])
	if s.n > 0 {
		multiply(s.z, p.rows, s.w)
		p.losses.start(s.z, s.slack, s.mult)
	}
	// The multipliers of the set are of the size of the forces that they have
	// to balance, and not far from the products of the rows.
	rowProduct := s.product()
	s.differentiate()
	for k := 2 * s.n; k < pairs; k++ {
		s.mult[k] = max(s.size(), rowProduct/s.slack[k], 1e-300)
	}
	return s
}

// size is the largest entry of the gradient of the Lagrangian.
func (s *solver) size() float64 {
	var largest float64
	for _, v := range s.force {
		largest = max(largest, math.Abs(v))
	}
	return largest
}

// differentiate brings margins, slopes and the gradient of the Lagrangian up
// to date with w and the multipliers.
func (s *solver) differentiate() {
	copy(s.force, s.linear)
	x := mat.NewVecDense(s.d, s.w)
	product := mat.NewVecDense(s.d, nil)
	product.MulVec(s.quad, x)
	for j := range s.force {
		s.force[j] += product.AtVec(j) + s.level
	}
	s.set.addForce(s.force, s.w, s.mult[2*s.n:])
	if s.n == 0 {
		return
	}
	multiply(s.z, s.rows, s.w)
	for i := range s.alpha {
		s.alpha[i] = s.losses.slope(i, s.mult[2*i], s.mult[2*i+1])
	}
	addTransposed(s.force, s.rows, s.alpha)
}

// product is the mean of slack times multiplier.
func (s *solver) product() float64 {
	if len(s.slack) == 0 {
		return 0
	}
	return s.total() / float64(len(s.slack))
}

// total is the sum of slack times multiplier, which is the duality gap once
// the gradient of the Lagrangian is 0.
func (s *solver) total() float64 { return linear.Dot(s.slack, s.mult) }

// maxIterations is three times what hard problems take.
const maxIterations = 100

// run iterates until look says that it has seen enough, or no step is possible.
func (s *solver) run(look func(*solver) (enough bool)) {
	for range maxIterations {
		s.differentiate()
		if look(s) || !s.factorize() {
			return
		}
		if !s.advance() {
			return
		}
	}
}

// advance takes one predictor-corrector step.
func (s *solver) advance() bool {
	comp := make([]float64, len(s.slack))
	for k := range comp {
		comp[k] = -s.slack[k] * s.mult[k]
	}
	ahead := s.direction(comp, nil)
	mu, length := s.product(), s.longest(ahead)
	if mu > 0 {
		var after float64
		for k := range comp {
			after += (s.slack[k] + length*ahead.slack[k]) * (s.mult[k] + length*ahead.mult[k])
		}
		ratio := after / float64(len(comp)) / mu
		target := mu * ratio * ratio * ratio
		for k := range comp {
			comp[k] = target - s.slack[k]*s.mult[k] - ahead.slack[k]*ahead.mult[k]
		}
	}
	step := s.direction(comp, &ahead)
	const margin = 0.995 // of the way to the boundary
	length = min(1, margin*s.longest(step))
	if !(length > 1e-10) {
		return false
	}
	addScaled(s.w, length, step.w)
	addScaled(s.slack, length, step.slack)
	addScaled(s.mult, length, step.mult)
	s.level += length * step.level
	s.set.settle(s.w, s.slack[2*s.n:])
	return true
}

// longest is the largest step that keeps slacks and multipliers from becoming
// negative, at most 1/margin.
func (s *solver) longest(step point) float64 {
	length := min(2, s.set.reach(s.w, step.w))
	for k := range s.slack {
		if step.slack[k] < 0 {
			length = min(length, -s.slack[k]/step.slack[k])
		}
		if step.mult[k] < 0 {
			length = min(length, -s.mult[k]/step.mult[k])
		}
	}
	return length
}

func addScaled(dst []float64, factor float64, x []float64) {
	for j, v := range x {
		dst[j] += factor * v
	}
}
