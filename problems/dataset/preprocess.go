package dataset

import (
	"errors"
	"fmt"
	"math"

	"regret/problems/linear"
)

// Preprocessing is a way to prepare features.
type Preprocessing string

const (
	// None leaves the features as they are.
	None Preprocessing = "none"
	// Standardize subtracts the mean of each column and divides by its
	// population standard deviation (divisor n). Constant columns are dropped.
	Standardize Preprocessing = "standardize"
	// Scale divides each column by its largest absolute value, so that it lies
	// in [-1, 1] and zeros stay. Zero columns stay zero.
	Scale Preprocessing = "scale"
	// UnitRows divides each row by its Euclidean norm. Zero rows stay zero.
	UnitRows Preprocessing = "rows"
)

// Apply returns the prepared copy of the table and the columns of m, counted
// from 0, that Standardize dropped. It is an error if p is none of the
// constants, if Standardize leaves no column, or if a deviation overflows.
func (p Preprocessing) Apply(m *linear.Dense) (prepared *linear.Dense, dropped []int, err error) {
	switch p {
	case None:
		return clone(m), nil, nil
	case Standardize:
		return standardize(m)
	case Scale:
		return scaleColumns(m), nil, nil
	case UnitRows:
		return unitRows(m), nil, nil
	}
	return nil, nil, fmt.Errorf("preprocess: %q is not one of none, standardize, scale, rows", string(p))
}

func clone(m *linear.Dense) *linear.Dense {
	return &linear.Dense{N: m.N, D: m.D, Data: append([]float64(nil), m.Data...)}
}

func standardize(m *linear.Dense) (out *linear.Dense, dropped []int, err error) {
	var kept []int
	means, deviations := make([]float64, m.D), make([]float64, m.D)
	column := make([]float64, m.N)
	for j := range m.D {
		for i := range column {
			column[i] = m.Data[i*m.D+j]
		}
		means[j], deviations[j] = meanDeviation(column)
		switch {
		case math.IsNaN(deviations[j]) || math.IsInf(deviations[j], 1):
			return nil, nil, fmt.Errorf("feature %d is too large: its standard deviation overflows", j+1)
		case deviations[j] == 0:
			dropped = append(dropped, j)
		default:
			kept = append(kept, j)
		}
	}
	if len(kept) == 0 {
		return nil, nil, errors.New("every feature is constant: standardize leaves none")
	}
	out = &linear.Dense{N: m.N, D: len(kept), Data: make([]float64, m.N*len(kept))}
	for i := range m.N {
		from, to := m.Row(i), out.Row(i)
		for k, j := range kept {
			to[k] = (from[j] - means[j]) / deviations[j]
		}
	}
	return out, dropped, nil
}

func scaleColumns(m *linear.Dense) *linear.Dense {
	largest := make([]float64, m.D)
	for i := range m.N {
		for j, v := range m.Row(i) {
			largest[j] = max(largest[j], math.Abs(v))
		}
	}
	out := clone(m)
	for i := range out.N {
		row := out.Row(i)
		for j := range row {
			if largest[j] > 0 {
				row[j] /= largest[j]
			}
		}
	}
	return out
}

func unitRows(m *linear.Dense) *linear.Dense {
	out := clone(m)
	for i := range out.N {
		row := out.Row(i)
		var largest float64
		for _, v := range row {
			largest = max(largest, math.Abs(v))
		}
		if largest == 0 {
			continue
		}
		for j := range row {
			row[j] /= largest // so that no square overflows
		}
		norm := math.Sqrt(linear.Dot(row, row))
		for j := range row {
			row[j] /= norm
		}
	}
	return out
}

// WithIntercept returns a copy with a last column of ones.
func WithIntercept(m *linear.Dense) *linear.Dense {
	out := &linear.Dense{N: m.N, D: m.D + 1, Data: make([]float64, m.N*(m.D+1))}
	for i := range m.N {
		row := out.Row(i)
		copy(row, m.Row(i))
		row[m.D] = 1
	}
	return out
}

// Centre returns y minus its mean, and the mean.
func Centre(y []float64) (centred []float64, mean float64) {
	mean, _ = meanDeviation(y)
	centred = make([]float64, len(y))
	for i, v := range y {
		centred[i] = v - mean
	}
	return centred, mean
}
