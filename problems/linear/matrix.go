package linear

// Matrix is a table of n rows a_i with d columns, *Dense or *Sparse. Indices
// count from 0.
type Matrix interface {
	Len() int // n
	Dim() int // d
	// Dot returns a_i.x, for x of length d.
	Dot(i int, x []float64) float64
	// SquaredNorm returns |a_i|^2.
	SquaredNorm(i int) float64
	// AddScaled adds c a_i to dst, of length d.
	AddScaled(dst []float64, c float64, i int)
	// Entries returns row i as it is stored: values[k] stands in columns[k],
	// which increase, and the other entries are 0. Columns are nil where all d
	// entries are stored. The slices are views and must not be written.
	Entries(i int) (columns []int32, values []float64)
}

// Densify returns the matrix itself if it is dense, else a dense copy.
func Densify(m Matrix) *Dense {
	if dense, ok := m.(*Dense); ok {
		return dense
	}
	out := &Dense{N: m.Len(), D: m.Dim(), Data: make([]float64, m.Len()*m.Dim())}
	for i := range out.N {
		columns, values := m.Entries(i)
		row := out.Row(i)
		for k, j := range columns {
			row[j] = values[k]
		}
	}
	return out
}
