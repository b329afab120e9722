package dataset

import "regret/problems/linear"

// WithIntercept returns a copy with a last column of ones, dense or sparse as m
// is.
func WithIntercept(m linear.Matrix) linear.Matrix {
	if sparse, ok := m.(*linear.Sparse); ok {
		return sparseIntercept(sparse)
	}
	out := &linear.Dense{N: m.Len(), D: m.Dim() + 1, Data: make([]float64, m.Len()*(m.Dim()+1))}
	for i := range out.N {
		row := out.Row(i)
		_, values := m.Entries(i)
		copy(row, values)
		row[out.D-1] = 1
	}
	return out
}

func sparseIntercept(m *linear.Sparse) *linear.Sparse {
	stored := len(m.Values) + m.N
	out := &linear.Sparse{
		N: m.N, D: m.D + 1,
		Starts:  make([]int, 1, m.N+1),
		Columns: make([]int32, 0, stored),
		Values:  make([]float64, 0, stored),
	}
	for i := range m.N {
		columns, values := m.Entries(i)
		out.Columns = append(append(out.Columns, columns...), int32(m.D))
		out.Values = append(append(out.Values, values...), 1)
		out.Starts = append(out.Starts, len(out.Values))
	}
	return out
}
