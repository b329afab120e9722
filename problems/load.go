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
		if y, err = dataset.Binary(y, s.Positive); err != nil {
			return nil, fmt.Errorf("%s: %w", data.Name, err)
		}
	case s.Positive != "":
		return nil, fmt.Errorf("positive: %s is for two-class losses; this one takes numbers as targets", s.Positive)
	case how != dataset.None:
		y, _ = dataset.Centre(y)
	}
	return &dataset.Data{Name: data.Name, Rows: rows, Y: y}, nil
}
