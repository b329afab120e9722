// Package dataset reads and makes the data of finite sums: rows a_i with a
// target or label y_i. It holds small real sets, reads LIBSVM text, generates
// synthetic sets, and prepares features and labels for a problem.
package dataset

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"fmt"
	"math"

	"regret/problems/linear"
)

// Task is what the targets of a data set are for.
type Task int

const (
	Regression     Task = iota // targets are numbers
	TwoClass                   // targets are labels of classes, see Data.WithSigns
	RowsOnly                   // targets are not asked for
	Counts                     // targets are numbers from 0 on
	PriceRelatives             // features are above 0; targets are ignored
	Losses                     // rows are the vectors of linear losses; targets are ignored
)

// String returns "regression", "two-class", "rows only", "counts", "price relatives" or
// "losses".
func (t Task) String() string {
	switch t {
	case Regression:
		return "regression"
	case TwoClass:
		return "two-class"
	case RowsOnly:
		return "rows only"
	case Counts:
		return "counts"
	case PriceRelatives:
		return "price relatives"
	case Losses:
		return "losses"
	}
	return fmt.Sprintf("Task(%d)", int(t))
}

// NeedsTargets says whether the task looks at the targets at all.
func (t Task) NeedsTargets() bool { return t != RowsOnly && t != PriceRelatives && t != Losses }

// Source is a data set that can be loaded. For TwoClass the targets are the
// labels as the source has them; Data.WithSigns maps them to -1 and +1.
type Source interface {
	Load(task Task) (*Data, error)
}

// Data is n rows of d features with a target each. All numbers are finite.
type Data struct {
	Name string
	Rows linear.Matrix
	Y    []float64 // len n; 0 where the task needs none and the source has none
	// Classes names the labels where the source has text: Y[i] is a position in
	// it. Nil where the labels, or targets, are numbers.
	Classes []string
	// Positive is the label that WithSigns made +1, if labels became others.
	Positive string
}

// Digest returns the SHA-256 of shape, features and targets as hexadecimal
// digits. It depends on their bits alone, not on the name.
func (d *Data) Digest() string {
	hash := sha256.New()
	buffer := make([]byte, 0, 1<<12)
	write := func(word uint64) {
		if len(buffer) == cap(buffer) {
			hash.Write(buffer)
			buffer = buffer[:0]
		}
		buffer = binary.LittleEndian.AppendUint64(buffer, word)
	}
	numbers := func(values []float64) {
		for _, v := range values {
			write(math.Float64bits(v))
		}
	}
	write(uint64(d.Rows.Len()))
	write(uint64(d.Rows.Dim()))
	for i := range d.Rows.Len() {
		columns, values := d.Rows.Entries(i)
		if columns != nil {
			write(uint64(len(columns)))
		}
		for _, j := range columns {
			write(uint64(j))
		}
		numbers(values)
	}
	numbers(d.Y)
	hash.Write(buffer)
	return hex.EncodeToString(hash.Sum(nil))
}
