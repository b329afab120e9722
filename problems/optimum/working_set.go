package optimum

import (
	"cmp"
	"fmt"
	"math"
	"slices"

	"regret/problems/domain"
	"regret/problems/linear"
)

// wide says whether a model is minimized by working sets: a term L1|x|_1 that is
// not constant leaves few of many coordinates, and 0 must be allowed for the others.
func wide(m *linear.Model, set domain.Set) bool {
	const dense = 256
	if m.L1 == 0 || m.Dim() <= dense {
		return false
	}
	return set.Contains(make([]float64, m.Dim()), 0)
}

// minimizeWide minimizes over a working set of coordinates, the others 0, and
// adds those along which F still falls, the steepest first, at most as many as
// there are (Johnson and Guestrin, ICML 2015). It ends when there are none; what
// is proved is the gap of the whole. Its dense matrices have at most the given
// number of columns.
func (j *judge) minimizeWide(most int) error {
	const first = 50
	m := j.model
	theta := make([]float64, m.Dim())
	alpha := slopes(m, theta)
	var working []int
	for !j.consider(theta, alpha) {
		falling := j.falling(alpha, working)
		if len(falling) == 0 {
			break
		}
		working = append(working, falling[:min(len(falling), max(first, len(working)))]...)
		if len(working) > most {
			if _, err := j.verdict(); err != nil {
				return fmt.Errorf("%w; the minimizer seems to have more than %d coordinates that are not 0, and a larger l1 leaves fewer", err, most)
			}
			return nil
		}
		part := newJudge(j.ctx, columns(m, working), j.set)
		part.minimizeDense()
		if part.best.Theta == nil {
			break
		}
		for k, column := range working {
			theta[column] = part.best.Theta[k]
		}
		alpha = part.alpha
	}
	return nil
}

// falling lists the coordinates outside the working set, where theta is 0, along
// which a proximal step with the slopes alpha leads away from 0, the longest
// step first.
func (j *judge) falling(alpha []float64, working []int) []int {
	m := j.model
	step := make([]float64, m.Dim())
	addTransposed(step, m.Rows, alpha)
	for k := range step {
		step[k] /= -float64(m.Len())
	}
	j.set.Shrink(step, m.L1)
	for _, k := range working {
		step[k] = 0
	}
	j.set.Project(step)
	var out []int
	for k, s := range step {
		if s != 0 {
			out = append(out, k)
		}
	}
	slices.SortStableFunc(out, func(a, b int) int { return cmp.Compare(math.Abs(step[b]), math.Abs(step[a])) })
	return out
}

// columns returns the model of some coordinates, the others 0.
func columns(m *linear.Model, working []int) *linear.Model {
	place := make([]int, m.Dim())
	for k, column := range working {
		place[column] = k + 1
	}
	part := *m
	rows := &linear.Dense{N: m.Len(), D: len(working), Data: make([]float64, m.Len()*len(working))}
	for i := range m.Len() {
		stored, values := m.Rows.Entries(i)
		for k, v := range values {
			column := k
			if stored != nil {
				column = int(stored[k])
			}
			if place[column] > 0 {
				rows.Row(i)[place[column]-1] = v
			}
		}
	}
	part.Rows = rows
	return &part
}
