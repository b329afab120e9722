package optimum

import (
	"context"
	"errors"
	"fmt"
	"math"

	"gonum.org/v1/gonum/mat"

	"regret/problems/domain"
	"regret/problems/linear"
)

// ErrSeparable is returned for logistic loss on data that a plane through 0
// separates: on the whole space without ridge, F then has no minimizer.
var ErrSeparable = errors.New("no minimizer: the data are separable, so logistic loss falls for ever along a separating direction; add a ridge term or a bounded domain")

// ErrNearlySeparable is returned where neither a minimizer nor a separating
// plane is proved: the data are separable but for rows on the plane itself, or
// so nearly separable that the minimizer is out of reach of floating point.
var ErrNearlySeparable = errors.New("no minimizer of the logistic loss could be certified: the data are separable or nearly so; add a ridge term or a bounded domain")

// ErrUncertified is returned if no bound on the error of the minimum was found,
// or none that is worth having: see Minimize.
var ErrUncertified = errors.New("no minimum could be certified")

// tolerance is the largest gap of a certificate, relative to the scale of F. It
// is a thousand times what is typically reached.
const tolerance = 1e-6

// Minimize finds a minimizer of the model over the set, which must be the whole
// space, a ball, a box or the simplex, and bounds F(u) - F*. The bound does not
// rely on the solver: see FenchelGap. It is an error if there is no minimizer,
// or if none was certified with a gap of at most 1e-6 times
// max(|F*|, F(theta_1) - F*), theta_1 the projection of 0. A cancelled context
// ends it at the next iterate with the context's error.
func Minimize(ctx context.Context, m *linear.Model, set domain.Set) (Certificate, error) {
	j := newJudge(ctx, m, set)
	if err := j.minimize(); err != nil {
		return Certificate{}, err
	}
	if err := ctx.Err(); err != nil {
		return Certificate{}, err
	}
	return j.verdict()
}

// verdict is the best certificate, if it is good enough.
func (j *judge) verdict() (Certificate, error) {
	if math.IsInf(j.best.Gap, 1) {
		return Certificate{}, ErrUncertified
	}
	target := tolerance * j.scale()
	if !(j.best.Gap <= target) {
		return Certificate{}, fmt.Errorf("%w: F(u) - F* <= %.2g is all that is proved, where %.2g is wanted (%g of max(|F*|, F(theta_1) - F*))",
			ErrUncertified, j.best.Gap, target, tolerance)
	}
	return j.best, nil
}

func (j *judge) minimize() error {
	_, whole := j.set.(domain.WholeSpace)
	switch {
	case j.model.Loss.MaxCurvature() == 0:
		return j.minimizeLinear()
	case whole && j.model.Ridge == 0 && j.model.L1 == 0:
		return j.minimizeWhole()
	case wide(j.model, j.set):
		return j.minimizeWide(mostColumns)
	}
	j.minimizeDense()
	return nil
}

// mostColumns is how many columns dense matrices may have within a minute.
const mostColumns = 1000

// minimizeDense minimizes with d x d matrices.
func (j *judge) minimizeDense() {
	m := j.model
	if _, simplex := j.set.(domain.Simplex); simplex {
		m, _ = m.Split() // |theta|_1 = 1 there
	}
	j.minimizeIn(m, j.within(constraintOf(j.set, j.model.Dim()), m), nil)
}

// minimizeIn minimizes a model whose rows are those of the judge's model in
// other coordinates w, or in theta itself if the basis is nil.
func (j *judge) minimizeIn(m *linear.Model, set constraint, b *basis) {
	theta := func(w []float64) []float64 {
		if b == nil {
			return w
		}
		return b.theta(w)
	}
	losses := newRowLosses(m)
	if losses == nil {
		newton(m, set, func(w []float64) bool {
			t := theta(w)
			return j.separated(t) || j.consider(t, slopes(j.model, t))
		})
		return
	}
	start := theta(make([]float64, m.Dim()))
	j.set.Project(start)
	if j.consider(start, slopes(j.model, start)) {
		return
	}
	// The program is n F, so that every row has weight 1.
	quad := mat.NewSymDense(m.Dim(), nil)
	for k := range m.Dim() {
		quad.SetSym(k, k, float64(m.Len())*m.Ridge)
	}
	p := &program{quad: quad, linear: make([]float64, m.Dim()), rows: linear.Densify(m.Rows), losses: losses, set: set}
	if m.L1 > 0 {
		p.penalize(float64(m.Len()) * m.L1)
	}
	s := newSolver(p)
	s.run(func(s *solver) bool {
		// Early iterates are far off: looking at them would be a waste.
		const near = 1e-2
		if s.total() > near*float64(m.Len())*j.first {
			return false
		}
		return j.consider(theta(s.snapped()), s.alpha[:m.Len()])
	})
	if losses.bend[0] > 0 && j.best.Theta != nil {
		j.consider(j.best.Theta, slopes(j.model, j.best.Theta))
	}
}

// minimizeLinear minimizes <v, theta> + (Ridge/2)|theta|^2 + L1|theta|_1 in closed
// form.
func (j *judge) minimizeLinear() error {
	m := j.model
	v, u := make([]float64, m.Dim()), make([]float64, m.Dim())
	m.FullSubgradient(v, u) // at 0: the mean of the rows
	if !leastOfPenalty(m, j.set, u, v) {
		return errors.New("no minimizer: a linear function is unbounded below on this domain")
	}
	j.consider(u, slopes(m, u))
	return nil
}

// minimizeWhole minimizes on the whole space without ridge, in coordinates of
// the row space. The minimizer is the one of least norm if F leaves a choice
// outside the row space.
func (j *judge) minimizeWhole() error {
	m := j.model
	b, err := newBasis(linear.Densify(m.Rows))
	if err != nil {
		return err
	}
	j.basis = b
	j.minimizeIn(&linear.Model{Rows: b.rows, Y: m.Y, Loss: m.Loss}, free{}, b)
	if _, logistic := m.Loss.(linear.Logistic); logistic && math.IsInf(j.best.Gap, 1) {
		if j.separable {
			return ErrSeparable
		}
		return ErrNearlySeparable
	}
	return nil
}

// separated says whether the problem is known to have no minimizer because
// theta puts every row on its side of the plane, by more than rounding.
func (j *judge) separated(theta []float64) bool {
	if _, logistic := j.model.Loss.(linear.Logistic); !logistic || j.basis == nil {
		return false
	}
	size := math.Sqrt(linear.Dot(theta, theta))
	for i, y := range j.model.Y {
		if y*j.model.Rows.Dot(i, theta) <= rounding*size*math.Sqrt(j.model.Rows.SquaredNorm(i)) {
			return false
		}
	}
	j.separable = true
	return true
}
