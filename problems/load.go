package problems

import (
	"fmt"

	"regret/problems/dataset"
	"regret/problems/linear"
)

// load reads the data and prepares features and targets for the task.
func (s FiniteSum) load(task dataset.Task) (*dataset.Data, error) {
	data, err := s.Data.Load(task)
	if err != nil {
		return nil, err
	}
	how := s.preprocess()
	rows, _, err := how.Apply(linear.Densify(data.Rows))
	if err != nil {
		return nil, fmt.Errorf("%s: %w", data.Name, err)
	}
	if s.Intercept {
		rows = dataset.WithIntercept(rows)
	}
	y := data.Y
	switch {
	case task == dataset.TwoClass:
		y, err = dataset.Binary(y, s.Positive)
	case s.Positive != "":
		return nil, fmt.Errorf("positive: %s is for two-class losses; this one takes numbers as targets", s.Positive)
	case task == dataset.Counts:
		err = countable(y)
	case task == dataset.PriceRelatives:
		err = positive(rows)
	case how != dataset.None:
		y, _ = dataset.Centre(y)
	}
	if err != nil {
		return nil, fmt.Errorf("%s: %w", data.Name, err)
	}
	return &dataset.Data{Name: data.Name, Rows: rows, Y: y}, nil
}

// countable asks for targets from 0 on.
func countable(y []float64) error {
	for i, v := range y {
		if v < 0 {
			return fmt.Errorf("row %d: the target is %g, but a count is at least 0", i+1, v)
		}
	}
	return nil
}

// positive asks for features above 0, those that are not stored included.
func positive(rows linear.Matrix) error {
	for i := range rows.Len() {
		_, values := rows.Entries(i)
		if len(values) < rows.Dim() {
			return fmt.Errorf("row %d: a feature is 0, but a price relative is above 0", i+1)
		}
		for j, v := range values {
			if v <= 0 {
				return fmt.Errorf("row %d: feature %d is %g, but a price relative is above 0", i+1, j+1, v)
			}
		}
	}
	return nil
}
