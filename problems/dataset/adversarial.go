package dataset

import (
	"errors"
	"fmt"

	"regret/problems/linear"
)

// Adversarial holds losses of experts against whoever follows the leader: at step 1
// expert j loses (j-1)/(2d), so that no two ever tie, and from then on the leader, the
// expert of the smallest total so far, loses 1 and the others nothing. They lose in
// turn: in T steps the leader loses at least T-1, and the best expert at most
// T/d + 1/2. Shalev-Shwartz (2012), Example 2.2, is the like for two experts.
type Adversarial struct {
	Rows    int `param:"rows" doc:"number of rows, the longest horizon" range:"[1,inf)"`
	Experts int `param:"experts" doc:"number of experts d" range:"[2,inf)"`
}

// Validate checks the ranges and the size of the table.
func (a Adversarial) Validate() error {
	switch {
	case a.Rows < 1:
		return errors.New("rows must be at least 1")
	case a.Experts < 2:
		return errors.New("experts must be at least 2")
	}
	return checkCells(a.Rows, a.Experts)
}

// Load writes the losses. It is an error if targets are asked for.
func (a Adversarial) Load(task Task) (*Data, error) {
	if err := errors.Join(a.Validate(), onlyLosses(task)); err != nil {
		return nil, err
	}
	rows := &linear.Dense{N: a.Rows, D: a.Experts, Data: make([]float64, a.Rows*a.Experts)}
	for j := range a.Experts {
		rows.Row(0)[j] = float64(j) / float64(2*a.Experts)
	}
	for i := 1; i < a.Rows; i++ {
		rows.Row(i)[(i-1)%a.Experts] = 1
	}
	name := fmt.Sprintf("adversarial losses of %d experts", a.Experts)
	return &Data{Name: name, Rows: rows, Y: make([]float64, a.Rows)}, nil
}

func onlyLosses(task Task) error {
	if task.NeedsTargets() {
		return errors.New("these rows are losses, for the problems linear and experts: they have no targets")
	}
	return nil
}
