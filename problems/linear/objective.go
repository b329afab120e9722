package linear

// Dim returns the number of parameters d.
func (m *Model) Dim() int { return m.Rows.Dim() }

// Len returns the number of terms n.
func (m *Model) Len() int { return m.Rows.Len() }

// Subgradient writes a subgradient of f_i at theta,
//
//	phi'(a_i.theta, y_i) a_i + Ridge theta + L1 sign(theta),
//
// to dst and returns f_i(theta). Slices have length d, i counts from 0. It
// allocates nothing and may be called concurrently.
func (m *Model) Subgradient(dst, theta []float64, i int) float64 {
	m.check(dst, theta)
	value, slope := m.Loss.Eval(m.Rows.Dot(i, theta), m.Y[i])
	if m.Ridge != 0 {
		value += 0.5 * m.Ridge * Dot(theta, theta)
	}
	columns, row := m.Rows.Entries(i)
	switch {
	case columns != nil:
		for j, t := range theta {
			dst[j] = m.Ridge * t
		}
		for k, j := range columns {
			dst[j] += slope * row[k]
		}
	case m.Ridge == 0:
		for j, a := range row {
			dst[j] = slope * a
		}
	default:
		for j, a := range row {
			dst[j] = slope*a + m.Ridge*theta[j]
		}
	}
	if m.L1 != 0 {
		value += m.L1 * Norm1(theta)
		addSigns(dst, m.L1, theta)
	}
	return value
}

// Value returns F(theta), its sum compensated.
func (m *Model) Value(theta []float64) float64 {
	m.check(theta, theta)
	var sum Sum
	for i, y := range m.Y {
		value, _ := m.Loss.Eval(m.Rows.Dot(i, theta), y)
		sum.Add(value)
	}
	return m.mean(&sum, theta)
}

// rowBlock is how many rows are added up plainly before their sum goes into
// the compensated total: a block costs no accuracy to speak of, and
// compensation once a block costs no time.
const rowBlock = 32

// FullSubgradient writes a subgradient of F at theta to dst and returns
// F(theta). Sums over rows are compensated, those over dense rows by blocks. It
// allocates nothing up to d = 512 and may be called concurrently; dst and theta
// must not overlap.
func (m *Model) FullSubgradient(dst, theta []float64) float64 {
	m.check(dst, theta)
	var onStack scratch
	block, lost := onStack.two(len(dst))
	clear(dst)
	var sum Sum
	for first := 0; first < len(m.Y); first += rowBlock {
		dense := false
		for i := first; i < min(first+rowBlock, len(m.Y)); i++ {
			value, slope := m.Loss.Eval(m.Rows.Dot(i, theta), m.Y[i])
			sum.Add(value)
			columns, row := m.Rows.Entries(i)
			if columns != nil {
				scatterCompensated(dst, lost, slope, columns, row)
				continue
			}
			dense = true
			for j, a := range row {
				block[j] += slope * a
			}
		}
		if dense {
			addCompensated(dst, lost, block)
			clear(block)
		}
	}
	n := float64(len(m.Y))
	for j, t := range theta {
		dst[j] = (dst[j]+lost[j])/n + m.Ridge*t
	}
	if m.L1 != 0 {
		addSigns(dst, m.L1, theta)
	}
	return m.mean(&sum, theta)
}

// scratch is room on the stack for two vectors of up to 512 numbers.
type scratch [2 * 512]float64

// two returns two vectors of d zeros, there if they fit. The scratch must be new.
func (s *scratch) two(d int) (a, b []float64) {
	if 2*d > len(s) {
		return make([]float64, d), make([]float64, d)
	}
	return s[:d], s[d : 2*d]
}

// scatterCompensated adds c times a sparse row to the vector total and what
// rounding loses to lost.
func scatterCompensated(total, lost []float64, c float64, columns []int32, row []float64) {
	for k, j := range columns {
		x := c * row[k]
		a := total[j]
		t := a + x
		b := t - a
		lost[j] += (a - (t - b)) + (x - b)
		total[j] = t
	}
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
	value := sum.Value() / float64(len(m.Y))
	if m.Ridge != 0 {
		value += 0.5 * m.Ridge * Dot(theta, theta)
	}
	if m.L1 != 0 {
		value += m.L1 * Norm1(theta)
	}
	return value
}

func (m *Model) check(dst, theta []float64) {
	if d := m.Dim(); len(dst) != d || len(theta) != d {
		panic("linear: a vector's length is not the model's dimension")
	}
}
