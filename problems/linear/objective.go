package linear

// Dim returns the number of parameters d.
func (m *Model) Dim() int { return m.Rows.D }

// Len returns the number of terms n.
func (m *Model) Len() int { return m.Rows.N }

// Subgradient writes a subgradient of f_i at theta,
//
//	phi'(a_i.theta, y_i) a_i + Ridge theta,
//
// to dst and returns f_i(theta). Slices have length d, i counts from 0. It
// allocates nothing and may be called concurrently.
func (m *Model) Subgradient(dst, theta []float64, i int) float64 {
	m.check(dst, theta)
	row := m.Rows.Row(i)
	value, slope := m.Loss.Eval(Dot(row, theta), m.Y[i])
	if m.Ridge == 0 {
		for j, a := range row {
			dst[j] = slope * a
		}
		return value
	}
	value += 0.5 * m.Ridge * Dot(theta, theta)
	for j, a := range row {
		dst[j] = slope*a + m.Ridge*theta[j]
	}
	return value
}

// Value returns F(theta), its sum compensated.
func (m *Model) Value(theta []float64) float64 {
	m.check(theta, theta)
	var sum Sum
	for i := range m.Rows.N {
		value, _ := m.Loss.Eval(Dot(m.Rows.Row(i), theta), m.Y[i])
		sum.Add(value)
	}
	return m.mean(&sum, theta)
}

// rowBlock is how many rows are added up plainly before their sum goes into
// the compensated total: a block costs no accuracy to speak of, and
// compensation once a block costs no time.
const rowBlock = 32

// FullSubgradient writes a subgradient of F at theta to dst and returns
// F(theta). Sums over rows are compensated by blocks. It allocates nothing up
// to d = 512 and may be called concurrently; dst and theta must not overlap.
func (m *Model) FullSubgradient(dst, theta []float64) float64 {
	m.check(dst, theta)
	var onStack [2 * 512]float64
	scratch := onStack[:]
	d := m.Rows.D
	if 2*d > len(scratch) {
		scratch = make([]float64, 2*d)
	}
	block, lost := scratch[:d], scratch[d:2*d]
	clear(dst)
	var sum Sum
	for first := 0; first < m.Rows.N; first += rowBlock {
		clear(block)
		for i := first; i < min(first+rowBlock, m.Rows.N); i++ {
			row := m.Rows.Row(i)
			value, slope := m.Loss.Eval(Dot(row, theta), m.Y[i])
			sum.Add(value)
			for j, a := range row {
				block[j] += slope * a
			}
		}
		addCompensated(dst, lost, block)
	}
	n := float64(m.Rows.N)
	for j, t := range theta {
		dst[j] = (dst[j]+lost[j])/n + m.Ridge*t
	}
	return m.mean(&sum, theta)
}

// addCompensated adds x to the vector total and what rounding loses to lost.
func addCompensated(total, lost, x []float64) {
	for j, a := range total {
		t := a + x[j]
		b := t - a
		lost[j] += (a - (t - b)) + (x[j] - b)
		total[j] = t
	}
}

// mean returns F(theta) from the sum of the losses.
func (m *Model) mean(sum *Sum, theta []float64) float64 {
	value := sum.Value() / float64(m.Rows.N)
	if m.Ridge != 0 {
		value += 0.5 * m.Ridge * Dot(theta, theta)
	}
	return value
}

func (m *Model) check(dst, theta []float64) {
	if len(dst) != m.Rows.D || len(theta) != m.Rows.D {
		panic("linear: a vector's length is not the model's dimension")
	}
}
