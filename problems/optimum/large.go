package optimum

import (
	"fmt"
	"slices"

	"regret/problems/domain"
)

// minimizeLarge minimizes by products with the rows: smooth losses by Newton
// steps with conjugate gradients, the others in the dual.
func (j *judge) minimizeLarge() error {
	j.patience = longer
	m := j.plain
	_, whole := j.set.(domain.WholeSpace)
	switch {
	case kinked(m.Loss):
		return j.minimizeDual()
	case whole && m.Ridge == 0:
		return j.minimizeVanishing()
	}
	theta := make([]float64, m.Dim())
	j.set.Project(theta)
	return newtonCG(j.ctx, &rowSum{Model: m}, geometryOf(j.set), theta, func(theta []float64) bool {
		return j.consider(theta, slopes(m, theta))
	})
}

// unproved explains why a whole space without ridge has no certificate.
func (j *judge) unproved() error {
	if err := j.ctx.Err(); err != nil {
		return err
	}
	_, whole := j.set.(domain.WholeSpace)
	unattained := recedes(j.model.Loss)
	switch {
	case !whole || j.model.Ridge > 0:
		return nil
	case unattained && j.separable:
		return ErrSeparable
	case unattained: // an infimum of 0 would not be a minimum
		return ErrNearlySeparable
	case j.best.Gap <= looseTolerance*j.scale():
		return nil
	}
	return fmt.Errorf("%w: the data are too large for a proof on the whole space without ridge; add a ridge term or a bounded domain", ErrUncertified)
}

// minimizeDual minimizes a piecewise linear loss by proximal steps, each solved
// in the dual. Without ridge, or with little, each minimizes F plus
// (weight/2)|theta - centre|^2, with weights that fall (Rockafellar, SIAM Journal
// on Control and Optimization 14, 1976); for linear programs they end after
// finitely many (Ferris, Mathematical Programming 50, 1991).
func (j *judge) minimizeDual() error {
	p := newProximal(j.plain, j.set)
	alpha := slopes(j.plain, p.centre)
	if p.weight > 0 {
		var err error
		if alpha, err = j.smoothed(p.centre, p.distance()); err != nil {
			return err
		}
	}
	j.patience = longest
	const allSteps, fall, few = 500, 5, 15
	for steps := 0; steps < allSteps; {
		enough, solved, before := false, false, steps
		err := newtonCG(j.ctx, p, intervals{p.lo, p.hi}, alpha, func(a []float64) bool {
			alpha = slices.Clone(a)
			steps++
			enough = j.consider(p.point(a), a) || steps >= allSteps
			solved = p.solved(a, j.best.Gap)
			return enough || solved
		})
		if err != nil || enough || p.weight == 0 {
			break
		}
		switch {
		case !solved:
			p.recentre(alpha, p.weight*fall)
		case steps-before <= few:
			p.recentre(alpha, p.weight/fall)
		default:
			p.recentre(alpha, p.weight)
		}
	}
	return j.unproved()
}

// smoothed minimizes the envelope of the loss with a part of the scale as width,
// from theta, which it moves there, and returns the slopes.
func (j *judge) smoothed(theta []float64, scale float64) (alpha []float64, err error) {
	const width, near, most = 0.3, 0.05, 50
	m := *j.plain
	m.Loss = moreau{j.model.Loss, width * scale}
	steps := 0
	err = newtonCG(j.ctx, &rowSum{Model: &m}, geometryOf(j.set), slices.Clone(theta), func(w []float64) bool {
		steps++
		copy(theta, w)
		alpha = slopes(&m, w)
		return j.consider(w, alpha) || steps > most || FenchelGap(&m, j.set, w, alpha) <= near*j.best.Gap
	})
	return alpha, err
}
