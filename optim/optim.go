// Package optim holds stochastic first-order methods and the step loop that
// runs them.
//
// Time is 1-based: theta_1 is given, T is the number of evaluated points
// theta_1, ..., theta_T, and eta_t leads from theta_t to theta_{t+1}.
package optim

// Objective is what the step loop asks of a problem: a finite sum
// F = (1/n) sum_i f_i of convex functions on R^d, or a population, F = E f_i. Index
// i counts from 0; all slices have length d.
type Objective interface {
	Dim() int
	Len() int // n, 0 for a population
	// Subgradient writes a subgradient of f_i at theta to dst and returns f_i(theta).
	Subgradient(dst, theta []float64, i int) (loss float64)
	// FullSubgradient writes a subgradient of F at theta to dst and returns F(theta).
	FullSubgradient(dst, theta []float64) (value float64)
	// Value returns F(theta).
	Value(theta []float64) float64
}

// Set is the convex set that iterates are projected onto.
type Set interface {
	// Project overwrites theta with its Euclidean projection.
	Project(theta []float64)
}

// Steps gives the learning rates of a run of T points: Fill sets
// eta[i] = eta_{t+i}, with 1-based t.
type Steps interface {
	Fill(eta []float64, t, T int)
}

// Rows says which losses are revealed: Fill sets rows[i] to the index of draw
// number k+i, counted from 1, or to Whole where the loss is F itself. Without
// batches draw t is that of step t; with batches of b, step t sees the draws
// (t-1)b+1 to tb. Blocks are asked for in order, from k = 1.
type Rows interface {
	Fill(rows []int32, k int)
}

// Whole stands for F in place of a single f_i: the step takes its full
// subgradient.
const Whole int32 = -1

// Method turns a subgradient into the next iterate.
type Method interface {
	// Step overwrites theta_t with theta_{t+1}, given g_t at theta_t and eta_t.
	Step(theta, g []float64, eta float64, set Set)
}
