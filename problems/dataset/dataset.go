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
	Regression Task = iota // targets are numbers
	TwoClass               // targets are labels of classes, see Binary
	Losses                 // rows are the vectors of linear losses; targets are ignored
)

// String returns "regression", "two-class" or "losses".
func (t Task) String() string {
	switch t {
	case Regression:
		return "regression"
	case TwoClass:
		return "two-class"
	case Losses:
		return "losses"
	}
	return fmt.Sprintf("Task(%d)", int(t))
}

// Source is a data set that can be loaded. For TwoClass the targets are the
// labels as the source has them; Binary maps them to -1 and +1.
type Source interface {
	Load(task Task) (*Data, error)
}

// Data is n rows of d features with a target each. All numbers are finite.
type Data struct {
	Name string
	Rows linear.Matrix
	Y    []float64 // len Rows.N
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

// maxCells bounds rows times columns of a dense table: 2^27 numbers are 1 GiB.
const maxCells = 1 << 27

// checkCells refuses tables too large to be held densely.
func checkCells(n, d int) error {
	if d > 0 && n > maxCells/d {
		return fmt.Errorf("%d rows of %d features are more than the %d numbers that a dense table may hold", n, d, maxCells)
	}
	return nil
}
