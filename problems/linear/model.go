// Package linear is the floor under problems and optim: rows of data, the
// scalar losses of linear predictors, and the finite sums built from them.
// It imports nothing of the project and knows no method.
package linear

// Model is the finite sum
//
//	F(theta) = (1/n) sum_i f_i(theta),
//	f_i(theta) = phi(a_i.theta, y_i) + (Ridge/2)|theta|^2 + L1 |theta|_1
//
// over the rows a_i and targets y_i. The penalties belong to each f_i, so every
// stochastic subgradient contains theirs; that of |theta_j| at its kink is 0.
// With L1 alone it is the lasso (Tibshirani 1996), with both the elastic net
// (Zou and Hastie 2005).
type Model struct {
	Rows  Matrix
	Y     []float64 // len n
	Loss  Loss
	Ridge float64
	L1    float64
}
