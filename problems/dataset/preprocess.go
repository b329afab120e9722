package dataset

import (
	"fmt"
	"math"
	"slices"

	"regret/problems/linear"
)

// Preprocessing is a way to prepare features.
type Preprocessing string

const (
	// None leaves the features as they are.
	None Preprocessing = "none"
	// Standardize subtracts the mean of each column and divides by its
	// population standard deviation (divisor n). Constant columns are dropped.
	// The result is dense.
	Standardize Preprocessing = "standardize"
	// Scale divides each column by its largest absolute value, so that it lies
	// in [-1, 1] and zeros stay. Zero columns stay zero.
	Scale Preprocessing = "scale"
	// UnitRows divides each row by its Euclidean norm. Zero rows stay zero.
	UnitRows Preprocessing = "rows"
	// TFIDF weighs counts c_ij of words in texts: the features become
	//
	//	v_ij = (1 + ln c_ij) ln(n/df_j),  0 where c_ij = 0
	//
	// with df_j the number of rows that hold word j, and then each row is
	// divided by its Euclidean norm ("ltc" in the SMART notation: Manning,
	// Raghavan and Schuetze 2008, section 6.4.3).
	TFIDF Preprocessing = "tfidf"
)

// Preprocessings lists the ways to prepare features.
func Preprocessings() []Preprocessing {
	return []Preprocessing{None, Standardize, Scale, UnitRows, TFIDF}
}

// Validate asks for one of Preprocessings.
func (p Preprocessing) Validate() error {
	if !slices.Contains(Preprocessings(), p) {
		return fmt.Errorf("preprocess: %q is not one of none, standardize, scale, rows, tfidf", string(p))
	}
	return nil
}

// Apply returns the prepared copy of the rows and the columns of m, counted
// from 0, that Standardize dropped. Sparse rows stay sparse, but for
// Standardize, and dense ones dense. It is an error if p does not validate; if
// Standardize leaves no column, meets a deviation that overflows or a table too
// large to be dense; and if features are no counts for TFIDF.
func (p Preprocessing) Apply(m linear.Matrix) (prepared linear.Matrix, dropped []int, err error) {
	if err := p.Validate(); err != nil {
		return nil, nil, err
	}
	if p == Standardize {
		return standardize(m)
	}
	out := clone(m)
	switch p {
	case Scale:
		scaleColumns(out)
	case UnitRows:
		unitRows(out)
	case TFIDF:
		err = tfidf(out)
	}
	return out, nil, err
}

// clone returns a copy of the rows, so that the values that Entries gives may
// be changed in place.
func clone(m linear.Matrix) linear.Matrix {
	switch m := m.(type) {
	case *linear.Dense:
		return &linear.Dense{N: m.N, D: m.D, Data: slices.Clone(m.Data)}
	case *linear.Sparse:
		return &linear.Sparse{N: m.N, D: m.D, Starts: m.Starts, Columns: m.Columns, Values: slices.Clone(m.Values)}
	}
	panic(fmt.Sprintf("dataset: rows of type %T", m))
}

// column is that of the k-th entry of a row.
func column(columns []int32, k int) int {
	if columns == nil {
		return k
	}
	return int(columns[k])
}

func scaleColumns(m linear.Matrix) {
	largest := make([]float64, m.Dim())
	for i := range m.Len() {
		columns, values := m.Entries(i)
		for k, v := range values {
			j := column(columns, k)
			largest[j] = max(largest[j], math.Abs(v))
		}
	}
	for i := range m.Len() {
		columns, values := m.Entries(i)
		for k := range values {
			if scale := largest[column(columns, k)]; scale > 0 {
				values[k] /= scale
			}
		}
	}
}

func unitRows(m linear.Matrix) {
	for i := range m.Len() {
		_, row := m.Entries(i)
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
}
