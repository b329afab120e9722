package dataset

import (
	"fmt"

	"regret/problems/linear"
)

// First returns the first n rows with their targets, as views.
func (d *Data) First(n int) *Data {
	if n < 1 || n > d.Rows.Len() {
		panic(fmt.Sprintf("dataset: the first %d of %d rows", n, d.Rows.Len()))
	}
	out := *d
	out.Y = d.Y[:n:n]
	switch m := d.Rows.(type) {
	case *linear.Dense:
		out.Rows = &linear.Dense{N: n, D: m.D, Data: m.Data[: n*m.D : n*m.D]}
	case *linear.Sparse:
		end := m.Starts[n]
		out.Rows = &linear.Sparse{N: n, D: m.D, Starts: m.Starts[: n+1 : n+1], Columns: m.Columns[:end:end], Values: m.Values[:end:end]}
	default:
		panic(fmt.Sprintf("dataset: the first rows of a %T", m))
	}
	return &out
}
