package problems

import (
	"fmt"

	"regret/problems/dataset"
	"regret/problems/linear"
)

// load reads the data and prepares features and targets for the task.
func (s FiniteSum) load(task dataset.Task) (*dataset.Data, error) {
	data, rows, err := s.prepare(task)
	if err != nil {
		return nil, err
	}
	y := data.Y
	switch {
	case task == dataset.TwoClass:
		if y, err = data.Signs(s.Positive); err != nil {
			return nil, fmt.Errorf("%s: %w", data.Name, err)
		}
	case s.Positive != "":
		return nil, fmt.Errorf("positive: %s is for two-class losses; this one takes numbers as targets", s.Positive)
	case s.preprocess() != dataset.None:
		y, _ = dataset.Centre(y)
	}
	return &dataset.Data{Name: data.Name, Rows: rows, Y: y}, nil
}

// prepare reads the data and prepares the rows.
func (s FiniteSum) prepare(task dataset.Task) (data *dataset.Data, rows linear.Matrix, err error) {
	if data, err = s.Data.Load(task); err != nil {
		return nil, nil, &DataError{err}
	}
	if rows, _, err = s.preprocess().Apply(data.Rows); err != nil {
		return nil, nil, fmt.Errorf("%s: %w", data.Name, err)
	}
	if s.Intercept {
		rows = dataset.WithIntercept(rows)
	}
	return data, rows, nil
}

// Size returns n and d, the number of rows and of parameters, after
// preprocessing and with the intercept. It needs Data, Preprocess and Intercept
// alone, so that other parameters can be computed from it.
func (s FiniteSum) Size() (n, d int, err error) {
	_, rows, err := s.prepare(dataset.RowsOnly)
	if err != nil {
		return 0, 0, err
	}
	return rows.Len(), rows.Dim(), nil
}

// DataError is an error of a problem's data source.
type DataError struct{ err error }

// Error is the source's own message.
func (e *DataError) Error() string { return e.err.Error() }

// Unwrap returns the source's error.
func (e *DataError) Unwrap() error { return e.err }
