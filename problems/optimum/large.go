package optimum

import (
	"errors"
	"math"
	"slices"

	"regret/problems/domain"
	"regret/problems/linear"
)

// minimizeLarge minimizes by products with the rows: smooth losses by Newton
// steps with conjugate gradients, the others in the dual.
func (j *judge) minimizeLarge() error {
	m := j.model
	if math.IsInf(m.Loss.MaxCurvature(), 1) {
		return j.minimizeDual()
	}
	theta := make([]float64, m.Dim())
	j.set.Project(theta)
	err := newtonCG(j.ctx, &rowSum{Model: m}, geometryOf(j.set), theta, func(theta []float64) bool {
		return j.separated(theta) || j.consider(theta, slopes(m, theta))
	})
	if err != nil {
		return err
	}
	return j.unproved()
}

// unproved explains why a whole space without ridge has no certificate.
func (j *judge) unproved() error {
	if _, whole := j.set.(domain.WholeSpace); !whole || j.model.Ridge > 0 || !math.IsInf(j.best.Gap, 1) {
		return nil
	}
	if _, logistic := j.model.Loss.(linear.Logistic); logistic {
		if j.separable {
			return ErrSeparable
		}
		return ErrNearlySeparable
	}
	return errors.Join(ErrUncertified, errors.New("the data are too large for a proof on the whole space without ridge; add a ridge term or a bounded domain"))
}

// minimizeDual minimizes a piecewise linear loss by proximal steps, each solved
// in the dual. Without ridge, or with little, each minimizes F plus
// (weight/2)|theta - centre|^2, with weights that fall (Rockafellar, SIAM Journal
// on Control and Optimization 14, 1976); for linear programs they end
// after finitely many (Ferris, Mathematical Programming 50, 1991).
func (j *judge) minimizeDual() error {
	m := j.model
	p := newProximal(m, j.set)
	alpha := slopes(m, p.centre)
	const rounds = 60
	for range rounds {
		enough := false
		err := newtonCG(j.ctx, p, intervals{p.lo, p.hi}, alpha, func(a []float64) bool {
			alpha = slices.Clone(a)
			before := j.stale
			enough = j.consider(p.point(a), a)
			if p.weight > 0 && !enough {
				j.stale = before // the proximal steps are what has to stop falling
			}
			return enough
		})
		if err != nil || enough || p.weight == 0 {
			break
		}
		copy(p.centre, p.point(alpha))
		p.weight /= 4
	}
	if err := j.ctx.Err(); err != nil {
		return err
	}
	return j.unproved()
}
