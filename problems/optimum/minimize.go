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

// ErrSeparable is returned for logistic, multinomial and exponential loss on data that
// a plane through 0 separates: on the whole space without ridge, F then has no minimizer.
var ErrSeparable = errors.New("no minimizer: the data are separable, so the loss falls for ever along a separating direction; add a ridge term or a bounded domain")

// ErrNearlySeparable is returned where neither a minimizer nor a separating
// plane is proved: the data are separable but for rows on the plane itself, or
// so nearly separable that the minimizer is out of reach of floating point. For
// Poisson loss, whose rows with the target 0 alone want a margin of -Inf, it says
// that these are separable in a direction in which the others do not change.
var ErrNearlySeparable = errors.New("no minimizer could be certified: the data are separable or nearly so; add a ridge term or a bounded domain")

// ErrUncertified is returned if no bound on the error of the minimum was found,
// or none that is worth having: see Minimize.
var ErrUncertified = errors.New("no minimum could be certified")

// Minimize finds a minimizer of the model over the set, which must be the whole
// space, a ball, a box or the simplex, and bounds F(u) - F*. The bound does not
// rely on the solver: see FenchelGap. The targets of the gap, relative to
// max(|F*|, F(theta_1) - F*) with theta_1 the projection of 0, are SmoothTarget
// and NonSmoothTarget; what was reached is in the certificate. It is an error if
// there is no minimizer, or if the relative gap is above 1e-6, and 1e-2 where
// there is no target, or if the numbers are above 1e100. A cancelled context ends it at the next product with the
// rows or factorization, with the context's error.
func Minimize(ctx context.Context, m *linear.Model, set domain.Set) (Certificate, error) {
	if err := inRange(m.Rows, m.Y); err != nil {
		return Certificate{}, err
	}
	j := newJudge(ctx, m, set)
	if math.IsInf(j.first, 1) {
		return Certificate{}, fmt.Errorf("the value at theta_1, the projection of 0, is infinite: %w", ErrOverflow)
	}
	if err := j.minimize(); err != nil {
		return Certificate{}, err
	}
	j.minimizeInside()
	if err := ctx.Err(); err != nil {
		return Certificate{}, err
	}
	return j.verdict()
}

func (j *judge) minimize() error {
	_, whole := j.set.(domain.WholeSpace)
	switch {
	case j.model.Loss.MaxCurvature() == 0:
		return j.minimizeLinear()
	case wide(j.plain, j.set):
		return j.minimizeWide(mostColumns)
	case !small(j.model, j.set) && j.plain.L1 == 0:
		return j.minimizeLarge()
	case whole && j.model.Ridge == 0 && j.model.L1 == 0:
		return j.minimizeWhole()
	}
	j.minimizeDense()
	return nil
}

// mostColumns is how many columns dense matrices may have within a minute.
const mostColumns = 1000

// minimizeDense minimizes with d x d matrices.
func (j *judge) minimizeDense() {
	j.minimizeIn(j.plain, j.within(constraintOf(j.set, j.model.Dim()), j.plain), nil)
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
		newton(m, set, j.set, func(w []float64) bool {
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
		if j.ctx.Err() != nil {
			return true
		}
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
	b, err := basisOf(j.ctx, m.Rows)
	if err != nil {
		return err
	}
	j.basis = b
	inBasis := &linear.Model{Rows: b.rows, Y: m.Y, Loss: m.Loss}
	j.minimizeIn(inBasis, free{}, b)
	if j.target > 0 && j.best.Gap > j.target*j.scale() && !math.IsInf(j.best.Gap, 1) {
		before := j.record
		j.record = newRecord(j.ctx, j.first, j.target)
		b.exact = true
		j.minimizeIn(inBasis, free{}, b)
		if before.best.Gap < j.best.Gap {
			j.record = before
		}
	}
	if recedes(m.Loss) && math.IsInf(j.best.Gap, 1) {
		if j.separable {
			return ErrSeparable
		}
		return ErrNearlySeparable
	}
	return nil
}

// basisOf does not make a cancelled search wait for the singular values.
func basisOf(ctx context.Context, rows linear.Matrix) (*basis, error) {
	var b *basis
	var err error
	done := make(chan struct{})
	go func() {
		defer close(done)
		b, err = newBasis(linear.Densify(rows))
	}()
	select {
	case <-done:
		return b, err
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}

// recedes says whether the loss may fall for ever without reaching its infimum.
func recedes(loss linear.Loss) bool {
	switch loss.(type) {
	case linear.Logistic, linear.Exponential, linear.Poisson:
		return true
	}
	return false
}

// separated says whether the problem is known to have no minimizer because
// theta puts every row on the side of the plane where its loss falls for ever, by
// more than rounding.
func (j *judge) separated(theta []float64) bool {
	if _, whole := j.set.(domain.WholeSpace); !recedes(j.model.Loss) || !whole || j.model.Ridge > 0 || j.model.L1 > 0 {
		return false
	}
	size := math.Sqrt(linear.Dot(theta, theta))
	for i, y := range j.model.Y {
		away := y * j.model.Rows.Dot(i, theta)
		if _, counts := j.model.Loss.(linear.Poisson); counts {
			if y > 0 {
				return false
			}
			away = -j.model.Rows.Dot(i, theta)
		}
		if away <= rounding*size*math.Sqrt(j.model.Rows.SquaredNorm(i)) {
			return false
		}
	}
	j.separable = true
	return true
}
