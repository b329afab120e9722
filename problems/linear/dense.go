package linear

// Dense is an N-by-D matrix stored by rows.
type Dense struct {
	N, D int
	Data []float64 // len N*D, row i at Data[i*D : (i+1)*D]
}

// Len returns N.
func (m *Dense) Len() int { return m.N }

// Dim returns D.
func (m *Dense) Dim() int { return m.D }

// Row returns row i as a view, not a copy.
func (m *Dense) Row(i int) []float64 { return m.Data[i*m.D : (i+1)*m.D : (i+1)*m.D] }

// Entries returns nil and row i as a view.
func (m *Dense) Entries(i int) (columns []int32, values []float64) { return nil, m.Row(i) }

// Dot returns a_i.x.
func (m *Dense) Dot(i int, x []float64) float64 { return Dot(m.Row(i), x) }

// SquaredNorm returns |a_i|^2.
func (m *Dense) SquaredNorm(i int) float64 { return Dot(m.Row(i), m.Row(i)) }

// AddScaled adds c a_i to dst.
func (m *Dense) AddScaled(dst []float64, c float64, i int) {
	for j, a := range m.Row(i) {
		dst[j] += c * a
	}
}
