package optimum

import (
	"context"
	"math"
	"slices"

	"regret/problems/domain"
	"regret/problems/linear"
)

// judge certifies candidates and remembers the best one.
type judge struct {
	ctx   context.Context // of the search
	model *linear.Model
	set   domain.Set
	basis *basis  // of the row space, on the whole space without ridge; else nil
	first float64 // F at the projection of 0
	best  Certificate
	alpha []float64 // the slopes that certify the best one
	stale int       // candidates since the gap last fell by half

	separable bool // a separating plane was met where that excludes a minimizer
}

func newJudge(ctx context.Context, m *linear.Model, set domain.Set) *judge {
	origin := make([]float64, m.Dim())
	set.Project(origin)
	return &judge{ctx: ctx, model: m, set: set, first: m.Value(origin), best: Certificate{Gap: math.Inf(1)}}
}

// consider certifies theta with the slopes alpha. It says whether more
// candidates of the same kind are not worth the trouble: the gap is down at
// rounding, or has stopped falling.
func (j *judge) consider(theta, alpha []float64) (enough bool) {
	if j.ctx.Err() != nil {
		return true
	}
	theta = slices.Clone(theta)
	j.set.Project(theta)
	candidate := Certificate{Theta: theta, Value: j.model.Value(theta)}
	candidate.Gap, candidate.Method = j.gap(theta, alpha)
	if small := 1e-6; candidate.Value < small*j.first {
		// Close to 0 the slopes 0 may prove more: F >= 0.
		if gap, method := j.gap(theta, make([]float64, len(alpha))); gap < candidate.Gap {
			candidate.Gap, candidate.Method = gap, method
		}
	}
	j.stale++
	if candidate.Gap < j.best.Gap/2 {
		j.stale = 0
	}
	if candidate.Gap < j.best.Gap {
		j.best, j.alpha = candidate, slices.Clone(alpha)
	}
	const patience, fair = 3, 1e-6
	gap, scale := j.best.Gap, j.scale()
	return gap <= 4*rounding*scale || gap <= fair*scale && j.stale >= patience
}

func (j *judge) gap(theta, alpha []float64) (gap float64, method string) {
	if j.basis != nil {
		return j.basis.gap(j.model, theta, alpha)
	}
	return FenchelGap(j.model, j.set, theta, alpha), "Fenchel duality gap"
}

// scale is what a gap is measured against: max(|F*|, F(theta_1) - F*).
func (j *judge) scale() float64 {
	return max(math.Abs(j.best.Value), j.first-j.best.Value)
}

// slopes writes phi'(a_i.theta, y_i).
func slopes(m *linear.Model, theta []float64) []float64 {
	alpha := make([]float64, m.Len())
	for i := range alpha {
		_, alpha[i] = m.Loss.Eval(m.Rows.Dot(i, theta), m.Y[i])
	}
	return alpha
}
