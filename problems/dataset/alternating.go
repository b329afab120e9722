package dataset

import (
	"errors"
	"math"

	"regret/problems/linear"
)

// Alternating is the sequence on which following the leader fails
// (Shalev-Shwartz, Online learning and online convex optimization, Foundations and
// Trends in Machine Learning 4(2), 2012, Example 2.2):
//
//	z_1 = -1/2,  z_t = 1 for even t,  z_t = -1 for odd t > 1.
//
// With the losses z_t theta on [-1, 1] the leader of the first t-1 steps loses 1 at
// every step t > 1, and no fixed point gains more than 1/2 in all. For losses with
// targets the one feature is |z_t| and the target or label the sign of z_t.
type Alternating struct {
	Rows int `param:"rows" doc:"number of rows, the longest horizon" range:"[1,inf)"`
}

// Validate asks for a row.
func (a Alternating) Validate() error {
	if a.Rows < 1 {
		return errors.New("rows must be at least 1")
	}
	return checkCells(a.Rows, 1)
}

// Load writes the sequence.
func (a Alternating) Load(task Task) (*Data, error) {
	if err := a.Validate(); err != nil {
		return nil, err
	}
	rows := &linear.Dense{N: a.Rows, D: 1, Data: make([]float64, a.Rows)}
	y := make([]float64, a.Rows)
	for i := range y {
		y[i], rows.Data[i] = -1, 1
		if i%2 == 1 {
			y[i] = 1
		}
	}
	rows.Data[0] = 0.5
	if task == Losses {
		for i, sign := range y {
			rows.Data[i] = math.Copysign(rows.Data[i], sign)
		}
	}
	return &Data{Name: "alternating", Rows: rows, Y: y}, nil
}
