package linear

// Sparse is an N-by-D matrix in compressed sparse rows: the stored entries of
// row i are those from Starts[i] to Starts[i+1].
type Sparse struct {
	N, D    int
	Starts  []int     // len N+1, from 0, not decreasing
	Columns []int32   // of the stored entries, increasing along a row
	Values  []float64 // of the stored entries
}

// Len returns N.
func (m *Sparse) Len() int { return m.N }

// Dim returns D.
func (m *Sparse) Dim() int { return m.D }

// Entries returns the stored entries of row i as views.
func (m *Sparse) Entries(i int) (columns []int32, values []float64) {
	from, to := m.Starts[i], m.Starts[i+1]
	if from == to {
		return []int32{}, nil // not nil, which would mean a dense row
	}
	return m.Columns[from:to:to], m.Values[from:to:to]
}

// Dot returns a_i.x, summed in the canonical order of Dot by position in the
// row: the k-th stored entry goes to partial sum k mod 8.
func (m *Sparse) Dot(i int, x []float64) float64 {
	if len(x) != m.D {
		panic("linear: Dot with a vector whose length is not D")
	}
	columns, values := m.Entries(i)
	var s [8]float64
	for len(columns) >= 8 && len(values) >= 8 {
		c, v := columns[:8], values[:8]
		s[0] += v[0] * x[c[0]]
		s[1] += v[1] * x[c[1]]
		s[2] += v[2] * x[c[2]]
		s[3] += v[3] * x[c[3]]
		s[4] += v[4] * x[c[4]]
		s[5] += v[5] * x[c[5]]
		s[6] += v[6] * x[c[6]]
		s[7] += v[7] * x[c[7]]
		columns, values = columns[8:], values[8:]
	}
	for k, j := range columns {
		s[k&7] += values[k] * x[j]
	}
	return tree(&s)
}

// SquaredNorm returns |a_i|^2.
func (m *Sparse) SquaredNorm(i int) float64 {
	_, values := m.Entries(i)
	return Dot(values, values)
}

// AddScaled adds c a_i to dst.
func (m *Sparse) AddScaled(dst []float64, c float64, i int) {
	columns, values := m.Entries(i)
	for k, j := range columns {
		dst[j] += c * values[k]
	}
}

// check panics unless all rows are those of an N-by-D matrix. The kernels rely on it.
func (m *Sparse) check() {
	if len(m.Starts) != m.N+1 || m.Starts[m.N] > min(len(m.Columns), len(m.Values)) {
		panic("linear: sparse rows are not as long as their starts say")
	}
	for i := range m.N {
		if m.Starts[i] < 0 || m.Starts[i] > m.Starts[i+1] {
			panic("linear: starts of sparse rows decrease")
		}
	}
	for _, j := range m.Columns {
		if j < 0 || int(j) >= m.D {
			panic("linear: a column of sparse rows is not within their dimension")
		}
	}
}
