package problems

import (
	"fmt"

	"regret/problems/dataset"
	"regret/problems/linear"
)

// load reads the data and prepares features and targets for the task.
func (s FiniteSum) load(task dataset.Task) (*dataset.Data, error) {
	data, err := s.features(task)
	if err != nil {
		return nil, err
	}
	switch {
	case task == dataset.TwoClass:
		if data.Y, err = dataset.Binary(data.Y, s.Positive); err != nil {
			return nil, fmt.Errorf("%s: %w", data.Name, err)
		}
	case s.Positive != "":
		return nil, fmt.Errorf("positive: %s is for two-class losses; this one takes numbers as targets", s.Positive)
	case s.preprocess() != dataset.None:
		data.Y, _ = dataset.Centre(data.Y)
	}
	return data, nil
}

// features reads the data and prepares the features; targets and labels are as
// the source has them.
func (s FiniteSum) features(task dataset.Task) (*dataset.Data, error) {
	data, err := s.Data.Load(task)
	if err != nil {
		return nil, err
	}
	rows, _, err := s.preprocess().Apply(linear.Densify(data.Rows))
	if err != nil {
		return nil, fmt.Errorf("%s: %w", data.Name, err)
	}
	if s.Intercept {
		rows = dataset.WithIntercept(rows)
	}
	return &dataset.Data{Name: data.Name, Rows: rows, Y: data.Y}, nil
}
