package optimum

import (
	"context"
	"errors"
	"math"
	"slices"
	"strings"
	"testing"

	"regret/problems/domain"
	"regret/problems/linear"
)

// sparsely keeps every seventh entry of a model's rows.
func sparsely(m *linear.Model) *linear.Model {
	dense := linear.Densify(m.Rows)
	rows := &linear.Sparse{N: dense.N, D: dense.D, Starts: []int{0}}
	for i := range dense.N {
		for j, v := range dense.Row(i) {
			if (i+j)%7 == 0 {
				rows.Columns, rows.Values = append(rows.Columns, int32(j)), append(rows.Values, v)
			}
		}
		rows.Starts = append(rows.Starts, len(rows.Values))
	}
	out := *m
	out.Rows = rows
	return &out
}

// Working sets find what all coordinates together give.
func TestWorkingSetsAgreeWithDenseMatrices(t *testing.T) {
	sets := []domain.Set{domain.WholeSpace{}, domain.Ball{Radius: 0.5}, domain.Box{Lo: 0, Hi: 1}}
	each(t, 30, 260, sets, []float64{0}, func(t *testing.T, m *linear.Model, set domain.Set) {
		if m.L1 = 0.02; m.Loss.MaxCurvature() == 0 {
			return // solved in closed form
		}
		m = sparsely(m)
		if !wide(m, set) {
			t.Fatal("not by working sets")
		}
		c := minimize(t, m, set)
		if r := relative(m, set, c); r > 1e-12 {
			t.Errorf("relative gap %g", r)
		}
		j := newJudge(context.Background(), m, set)
		j.minimizeDense()
		agree(t, c, j.best.Value, 1e-12)
		if !slices.Contains(c.Theta, 0) {
			t.Error("no coordinate is 0")
		}
	})
}

func TestWorkingSetsAgainstCoordinateDescent(t *testing.T) {
	m := sparsely(random(60, 300, linear.Squared{}, false, 0))
	m.L1 = 0.05
	theta := coordinateDescent(m, domain.WholeSpace{})
	c := minimize(t, m, domain.WholeSpace{})
	agree(t, c, m.Value(theta), 1e-12)
	for j, x := range theta {
		if math.Abs(c.Theta[j]-x) > 1e-6 || (x == 0) != (c.Theta[j] == 0) {
			t.Errorf("coordinate %d is %g, by coordinate descent %g", j, c.Theta[j], x)
		}
	}
}

func TestTooManyCoordinatesAreAnError(t *testing.T) {
	m := sparsely(random(400, 300, linear.Squared{}, false, 0.1))
	m.L1 = 1e-6
	j := newJudge(context.Background(), m, domain.WholeSpace{})
	if err := j.minimizeWide(60); !errors.Is(err, ErrUncertified) || !strings.Contains(err.Error(), "more than 60 coordinates") {
		t.Errorf("%v", err)
	}
}
