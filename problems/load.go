package problems

import (
	"errors"
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
		signed.Prepared = append(data.Prepared, "labels: "+signed.Labels)
		return signed, nil
	case s.Positive != "":
		return nil, errors.New("positive: " + targetsAreNumbers["positive"])
	case task == dataset.Counts:
		err = countable(data.Y)
	case task == dataset.PriceRelatives:
		err = allPositive(data.Rows)
	}
	if task.NeedsTargets() {
		s.centre(data, task)
	}
	if err != nil {
		return nil, fmt.Errorf("%s: %w", data.Name, err)
	}
	return data, nil
}

// targetsAreNumbers is what losses of numbers refuse.
var targetsAreNumbers = map[string]string{
	"positive": "it names a class, and the targets here are numbers; two-class losses such as logistic take it",
}

// prepare reads the data and prepares the rows.
func (s FiniteSum) prepare(task dataset.Task) (*dataset.Data, error) {
	loaded, err := s.Data.Load(task)
	if err != nil {
		return nil, &DataError{err}
	}
	data := *loaded // the source may keep its own
	n, d := data.Rows.Len(), data.Rows.Dim()
	var dropped []int
	if data.Rows, dropped, err = s.preprocess().Apply(data.Rows); err != nil {
		return nil, fmt.Errorf("%s: %w", data.Name, err)
	}
	data.Prepared = []string{s.features(n, d, len(dropped))}
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
