package optimum

import (
	"context"
	"slices"

	"regret/problems/domain"
	"regret/problems/linear"
)

// judge certifies candidates and remembers the best one.
type judge struct {
	record
	model *linear.Model
	set   domain.Set
	basis *basis // of the row space, on the whole space without ridge; else nil

	separable bool // a separating plane was met where that excludes a minimizer
}

func newJudge(ctx context.Context, m *linear.Model, set domain.Set) *judge {
	origin := make([]float64, m.Dim())
	set.Project(origin)
	return &judge{record: newRecord(ctx, m.Value(origin), targetOf(m)), model: m, set: set}
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
	return j.add(candidate)
}

func (j *judge) gap(theta, alpha []float64) (gap float64, method string) {
	if j.basis != nil {
		return j.basis.gap(j.model, theta, alpha)
	}
	return FenchelGap(j.model, j.set, theta, alpha), "Fenchel duality gap"
}

// slopes writes phi'(a_i.theta, y_i).
func slopes(m *linear.Model, theta []float64) []float64 {
	alpha := make([]float64, m.Len())
	for i := range alpha {
		_, alpha[i] = m.Loss.Eval(m.Rows.Dot(i, theta), m.Y[i])
	}
	return alpha
}
