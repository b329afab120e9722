// Package linear is the floor under problems and optim: rows of data, the
// scalar losses of linear predictors, and the finite sums built from them.
// It imports nothing of the project and knows no method.
package linear

// Dense is an N-by-D matrix stored by rows.
type Dense struct {
	N, D int
	Data []float64 // len N*D, row i at Data[i*D : (i+1)*D]
}

// Row returns row i as a view, not a copy.
func (m *Dense) Row(i int) []float64 { return m.Data[i*m.D : (i+1)*m.D : (i+1)*m.D] }

// Model is the finite sum
//
//	F(theta) = (1/N) sum_i f_i(theta),  f_i(theta) = phi(a_i.theta, y_i) + (Ridge/2)|theta|^2
//
// over the rows a_i and targets y_i. The ridge term belongs to each f_i, so
// every stochastic subgradient contains it.
type Model struct {
	Rows  *Dense
	Y     []float64
	Loss  Loss
	Ridge float64
}
