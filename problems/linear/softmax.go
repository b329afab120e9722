package linear

import "math"

// Softmax is the multinomial logistic model of K classes, all of them free,
//
//	F(W) = (1/n) sum_i [log sum_k exp(a_i.W_k) - a_i.W_{c_i}] + (Ridge/2)|W|^2,
//
// with theta = (W_0, ..., W_{K-1}) one class after the other.
type Softmax struct {
	Rows  Matrix
	Class []int // c_i in 0..K-1, len n
	K     int   // at least 2
	Ridge float64
}

// Dim returns K times the number of features.
func (m *Softmax) Dim() int { return m.K * m.Rows.Dim() }

// Len returns the number of terms n.
func (m *Softmax) Len() int { return m.Rows.Len() }

// weights is the part of theta that belongs to class k.
func (m *Softmax) weights(theta []float64, k int) []float64 {
	d := m.Rows.Dim()
	return theta[k*d : (k+1)*d : (k+1)*d]
}

// Subgradient writes the gradient of f_i at theta, (p_k - [k = c_i]) a_i + Ridge W_k
// for every class, to dst and returns f_i(theta). It allocates nothing and may
// be called concurrently.
func (m *Softmax) Subgradient(dst, theta []float64, i int) float64 {
	m.check(dst, theta)
	// The first entry of each class's part holds its margin, then its slope.
	d := m.Rows.Dim()
	for k := range m.K {
		dst[k*d] = m.Rows.Dot(i, m.weights(theta, k))
	}
	value := m.soften(dst, d, m.Class[i])
	for k := range m.K {
		part, w := m.weights(dst, k), m.weights(theta, k)
		slope := part[0]
		for j, t := range w {
			part[j] = m.Ridge * t
		}
		m.Rows.AddScaled(part, slope, i)
	}
	if m.Ridge != 0 {
		value += 0.5 * m.Ridge * Dot(theta, theta)
	}
	return value
}

// soften replaces the margins z_k, which stand stride apart, by the slopes
// p_k - [k = class] and returns log sum_k exp(z_k) - z_class, both with full
// relative accuracy where the class has the largest margin by far.
func (m *Softmax) soften(z []float64, stride, class int) (value float64) {
	top := 0
	for k := range m.K {
		if z[k*stride] > z[top*stride] {
			top = k
		}
	}
	largest, own := z[top*stride], z[class*stride]
	var rest float64 // of the sum of exponentials, the top's 1 left out
	for k := range m.K {
		e := 1.0
		if k != top {
			e = Exp(z[k*stride] - largest)
			rest += e
		}
		z[k*stride] = e
	}
	others := rest // all but the class, in the same units
	if class != top {
		others = 1
		for k := range m.K {
			if k != class && k != top {
				others += z[k*stride]
			}
		}
	}
	for k := range m.K {
		z[k*stride] /= 1 + rest
	}
	z[class*stride] = -others / (1 + rest)
	return math.Log1p(rest) + (largest - own)
}

// Value returns F(theta), its sum compensated.
func (m *Softmax) Value(theta []float64) float64 {
	m.check(theta, theta)
	var sum Sum
	z := make([]float64, m.K)
	for i, class := range m.Class {
		m.margins(z, theta, i)
		sum.Add(m.soften(z, 1, class))
	}
	return m.mean(&sum, theta)
}

// FullSubgradient writes the gradient of F at theta to dst and returns
// F(theta). Sums over rows are compensated. dst and theta must not overlap.
func (m *Softmax) FullSubgradient(dst, theta []float64) float64 {
	m.check(dst, theta)
	clear(dst)
	var sum Sum
	z, lost := make([]float64, m.K), make([]float64, len(dst))
	for i, class := range m.Class {
		m.margins(z, theta, i)
		sum.Add(m.soften(z, 1, class))
		columns, row := m.Rows.Entries(i)
		for k, slope := range z {
			if columns != nil {
				scatterCompensated(m.weights(dst, k), m.weights(lost, k), slope, columns, row)
			} else {
				scaleCompensated(m.weights(dst, k), m.weights(lost, k), slope, row)
			}
		}
	}
	n := float64(m.Len())
	for j, t := range theta {
		dst[j] = (dst[j]+lost[j])/n + m.Ridge*t
	}
	return m.mean(&sum, theta)
}

// scaleCompensated adds c x to the vector total and what rounding loses to lost.
func scaleCompensated(total, lost []float64, c float64, x []float64) {
	for j, a := range total {
		y := c * x[j]
		t := a + y
		b := t - a
		lost[j] += (a - (t - b)) + (y - b)
		total[j] = t
	}
}

// HessianTimes writes the Hessian at theta times v to dst: with u_k = a_i.v_k,
// each row adds p_k (u_k - sum_l p_l u_l) a_i / n to class k.
func (m *Softmax) HessianTimes(dst, theta, v []float64) {
	m.check(dst, theta)
	m.check(dst, v)
	for j, x := range v {
		dst[j] = m.Ridge * x
	}
	p, u := make([]float64, m.K), make([]float64, m.K)
	n := float64(m.Len())
	for i, class := range m.Class {
		m.margins(p, theta, i)
		m.soften(p, 1, class)
		p[class]++
		m.margins(u, v, i)
		mean := Dot(p, u)
		for k, q := range p {
			m.Rows.AddScaled(m.weights(dst, k), q*(u[k]-mean)/n, i)
		}
	}
}

func (m *Softmax) margins(z, theta []float64, i int) {
	for k := range z {
		z[k] = m.Rows.Dot(i, m.weights(theta, k))
	}
}

func (m *Softmax) mean(sum *Sum, theta []float64) float64 {
	value := sum.Value() / float64(m.Len())
	if m.Ridge != 0 {
		value += 0.5 * m.Ridge * Dot(theta, theta)
	}
	return value
}

func (m *Softmax) check(dst, theta []float64) {
	if d := m.Dim(); len(dst) != d || len(theta) != d {
		panic("linear: a vector's length is not the model's dimension")
	}
}
