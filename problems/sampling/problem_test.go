package sampling_test

import (
	"context"
	"testing"

	"regret/problems"
	"regret/problems/dataset"
	"regret/problems/domain"
	"regret/problems/linear"
)

// problem has rows (a_i, 1) with target i, for the lengths a_i, built as users do.
func problem(set domain.Set, loss linear.Loss, ridge float64, lengths []float64) *problems.Problem {
	data := dataset.Data{Name: "lengths"}
	rows := &linear.Dense{N: len(lengths), D: 2}
	for i, a := range lengths {
		second := 0.5
		if a < 1e-100 && a > -1e-100 { // a row of zeros, or nearly
			second = 0
		}
		rows.Data = append(rows.Data, a, second)
		data.Y = append(data.Y, float64(i)-2)
	}
	data.Rows = rows
	sum := problems.FiniteSum{Data: loaded{data}, Domain: set, Ridge: ridge, Preprocess: "none"}
	var p *problems.Problem
	var err error
	if _, squared := loss.(linear.Squared); squared {
		p, err = problems.Squared{FiniteSum: sum}.Build(context.Background(), nil)
	} else {
		p, err = problems.Absolute{FiniteSum: sum}.Build(context.Background(), nil)
	}
	if err != nil {
		panic(err)
	}
	return p
}

type loaded struct{ dataset.Data }

func (l loaded) Load(dataset.Task) (*dataset.Data, error) { return &l.Data, nil }

// lengths is a problem of six rows of unequal lengths on the ball of radius 2.
func lengths(t *testing.T, loss linear.Loss, ridge float64) *problems.Problem {
	t.Helper()
	return problem(domain.Ball{Radius: 2}, loss, ridge, []float64{0.25, 0.5, 1, -2, 4, 8})
}
