package problems

import (
	"fmt"

	"regret/problems/dataset"
	"regret/problems/linear"
)

// load reads the data and prepares features and targets for the task.
func (s FiniteSum) load(task dataset.Task) (*dataset.Data, error) {
	data, err := s.prepare(task)
	if err != nil {
		return nil, err
	}
	switch {
	case task == dataset.TwoClass:
		signed, err := data.WithSigns(s.Positive)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", data.Name, err)
		}
		return signed, nil
	case s.Positive != "":
		return nil, fmt.Errorf("positive: %s is for two-class losses; this one takes numbers as targets", s.Positive)
	case task == dataset.Counts:
		err = countable(data.Y)
	case task == dataset.PriceRelatives:
		err = allPositive(data.Rows)
	case s.preprocess() != dataset.None:
		data.Y, _ = dataset.Centre(data.Y)
	}
	if err != nil {
		return nil, fmt.Errorf("%s: %w", data.Name, err)
	}
	return data, nil
}

// prepare reads the data and prepares the rows.
func (s FiniteSum) prepare(task dataset.Task) (*dataset.Data, error) {
	loaded, err := s.Data.Load(task)
	if err != nil {
		return nil, &DataError{err}
	}
	data := *loaded // the source may keep its own
	if data.Rows, _, err = s.preprocess().Apply(data.Rows); err != nil {
		return nil, fmt.Errorf("%s: %w", data.Name, err)
	}
	if s.Intercept {
		data.Rows = dataset.WithIntercept(data.Rows)
	}
	return &data, nil
}

// Size returns n and d, the number of rows and of parameters, after
// preprocessing and with the intercept. It needs Data, Preprocess and Intercept
// alone, so that other parameters can be computed from it.
func (s FiniteSum) Size() (n, d int, err error) {
	data, err := s.prepare(dataset.RowsOnly)
	if err != nil {
		return 0, 0, err
	}
	return data.Rows.Len(), data.Rows.Dim(), nil
}

// DataError is an error of a problem's data source.
type DataError struct{ err error }

// Error is the source's own message.
func (e *DataError) Error() string { return e.err.Error() }

// Unwrap returns the source's error.
func (e *DataError) Unwrap() error { return e.err }

// countable asks for targets from 0 on.
func countable(y []float64) error {
	for i, v := range y {
		if v < 0 {
			return fmt.Errorf("row %d: the target is %g, but a count is at least 0", i+1, v)
		}
	}
	return nil
}

// allPositive asks for features above 0, those that are not stored included.
func allPositive(rows linear.Matrix) error {
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
