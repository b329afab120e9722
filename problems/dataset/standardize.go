package dataset

import (
	"errors"
	"fmt"
	"math"

	"regret/problems/linear"
)

func standardize(m linear.Matrix) (out linear.Matrix, dropped []int, err error) {
	if err := checkCells(m.Len(), m.Dim()); err != nil {
		return nil, nil, fmt.Errorf("%w: standardize fills in the zeros; take preprocess: scale, rows or tfidf", err)
	}
	dense, isDense := m.(*linear.Dense)
	if isDense {
		dense = clone(dense).(*linear.Dense)
	} else {
		dense = linear.Densify(m)
	}
	dropped, err = standardizeInPlace(dense)
	return dense, dropped, err
}

// standardizeInPlace changes the table, and closes the gaps of the columns that
// it drops.
func standardizeInPlace(m *linear.Dense) (dropped []int, err error) {
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
			return nil, fmt.Errorf("feature %d is too large: its standard deviation overflows", j+1)
		case deviations[j] == 0:
			dropped = append(dropped, j)
		default:
			kept = append(kept, j)
		}
	}
	if len(kept) == 0 {
		return nil, errors.New("every feature is constant: standardize leaves none")
	}
	next := 0 // never ahead of what is read
	for i := range m.N {
		for _, j := range kept {
			m.Data[next] = (m.Data[i*m.D+j] - means[j]) / deviations[j]
			next++
		}
	}
	m.D, m.Data = len(kept), m.Data[:next:next]
	return dropped, nil
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
