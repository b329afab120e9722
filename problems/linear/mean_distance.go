package linear

import "math"

// MeanDistance is the finite sum F(theta) = (1/n) sum_i |theta - a_i| of Euclidean
// distances to the rows of a table.
type MeanDistance struct{ Points *Dense }

// Dim returns the number of parameters d.
func (m *MeanDistance) Dim() int { return m.Points.D }

// Len returns the number of points n.
func (m *MeanDistance) Len() int { return m.Points.N }

// Subgradient writes (theta - a_i)/|theta - a_i| to dst, 0 at a_i itself, and returns
// the distance. It allocates nothing and may be called concurrently; dst and theta
// must not overlap.
func (m *MeanDistance) Subgradient(dst, theta []float64, i int) float64 {
	m.check(dst, theta)
	for j, a := range m.Points.Row(i) {
		dst[j] = theta[j] - a
	}
	r := math.Sqrt(Dot(dst, dst))
	for j := range dst {
		if r > 0 {
			dst[j] /= r
		}
	}
	return r
}

// FullSubgradient writes the mean of the terms' subgradients at theta to dst and
// returns F(theta). Sums are compensated. It allocates nothing up to d = 512 and may
// be called concurrently; dst and theta must not overlap.
func (m *MeanDistance) FullSubgradient(dst, theta []float64) float64 {
	m.check(dst, theta)
	var onStack scratch
	term, lost := onStack.two(len(dst))
	clear(dst)
	var sum Sum
	for i := range m.Points.N {
		sum.Add(m.Subgradient(term, theta, i))
		addCompensated(dst, lost, term)
	}
	n := float64(m.Points.N)
	for j := range dst {
		dst[j] = (dst[j] + lost[j]) / n
	}
	return sum.Value() / n
}

// Value returns F(theta), its sum compensated.
func (m *MeanDistance) Value(theta []float64) float64 {
	m.check(theta, theta)
	var sum Sum
	for i := range m.Points.N {
		var square Sum
		for j, a := range m.Points.Row(i) {
			square.Add((theta[j] - a) * (theta[j] - a))
		}
		sum.Add(math.Sqrt(square.Value()))
	}
	return sum.Value() / float64(m.Points.N)
}

func (m *MeanDistance) check(dst, theta []float64) {
	if d := m.Dim(); len(dst) != d || len(theta) != d {
		panic("linear: a vector's length is not the dimension of the points")
	}
}
