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
	// plain is the model, without its L1 term where that is constant on the set.
	plain *linear.Model
	basis *basis    // of the row space, on the whole space without penalties; else nil
	alpha []float64 // the slopes that certify the best candidate

	separable bool // a separating plane was met where that excludes a minimizer
}

func newJudge(ctx context.Context, m *linear.Model, set domain.Set) *judge {
	origin := make([]float64, m.Dim())
	set.Project(origin)
	plain := m
	if _, simplex := set.(domain.Simplex); simplex {
		plain, _ = m.Split() // |theta|_1 = 1
	}
	return &judge{record: newRecord(ctx, m.Value(origin), targetOf(m)), model: m, plain: plain, set: set}
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
	before := j.best.Gap
	enough = j.add(candidate)
	if j.best.Gap < before {
		j.alpha = slices.Clone(alpha)
	}
	return enough
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
