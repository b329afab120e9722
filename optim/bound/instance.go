package bound

import (
	"fmt"
	"math"

	"regret/problems/linear"
)

// Objective is what a method needs to run on an instance. Row t-1 is revealed at
// step t, T of them in order: Subgradient(dst, x, t-1) writes g_t and returns f_t(x).
// [linear.Model] is one, and the step loop runs them all.
type Objective interface {
	Dim() int
	Len() int // T
	Subgradient(dst, x []float64, i int) (loss float64)
	// FullSubgradient writes a subgradient of F and returns F(x); for an online
	// problem F is the mean of the losses, for others the one function of which
	// the rows are answers.
	FullSubgradient(dst, x []float64) (value float64)
	Value(x []float64) float64
}

// Instance is a problem that attains a bound, or shows a lower one.
type Instance struct {
	Objective         Objective
	Start, Comparator []float64 // x_1 and u
	// The constants for which it is a worst case, R = |x_1-u|; NaN where it has none.
	D, G, R, L, Mu float64
}

// newInstance sets R from the points, and no other constant.
func newInstance(objective Objective, start, comparator []float64) Instance {
	nan := math.NaN()
	square := 0.0
	for j, x := range start {
		square += (x - comparator[j]) * (x - comparator[j])
	}
	return Instance{Objective: objective, Start: start, Comparator: comparator, D: nan, G: nan, R: math.Sqrt(square), L: nan, Mu: nan}
}

// newRows lays out T rows of dim numbers that are still to be filled.
func newRows(T, dim int) *linear.Dense {
	return &linear.Dense{N: T, D: dim, Data: make([]float64, T*dim)}
}

// linearLosses are the losses f_t(x) = a_t.x of the rows a_t, each revealed once.
func linearLosses(rows *linear.Dense) *linear.Model {
	return &linear.Model{Rows: rows, Y: make([]float64, rows.N), Loss: linear.Identity{}}
}

// WorstZinkevich returns the instance on which projected subgradient descent
// with the constant step D/(G sqrt(T)) attains Zinkevich's bound: regret
// D*G*sqrt(T) on the interval [-D/2, D/2], from x_1 = D/2 against u = -D/2. With
// m = sqrt(T), the slopes are +G for t <= m, which lead to u, and then -G, +G in
// turns. (E2 of the catalogue of bounds.) T must be a square.
func WorstZinkevich(D, G float64, T int) (Instance, error) {
	if err := validInstance(D, G, T); err != nil {
		return Instance{}, err
	}
	m := int(math.Round(math.Sqrt(float64(T))))
	if m*m != T {
		return Instance{}, fmt.Errorf("the worst instance of zinkevich needs a horizon that is a square, not T = %d", T)
	}
	rows := newRows(T, 1)
	for t := 1; t <= T; t++ {
		slope := G
		if t > m && (t-m)%2 == 1 {
			slope = -G
		}
		rows.Row(t - 1)[0] = slope
	}
	instance := newInstance(linearLosses(rows), []float64{D / 2}, []float64{-D / 2})
	instance.D, instance.G = D, G
	return instance, nil
}

func validInstance(D, G float64, T int) error {
	return valid(T, constant{"D", D}, constant{"G", G})
}

type constant struct {
	name  string
	value float64
}

// valid refuses a horizon below 1 and constants that are not positive and finite.
func valid(T int, constants ...constant) error {
	if T < 1 {
		return fmt.Errorf("the horizon T = %d is below 1", T)
	}
	for _, c := range constants {
		if err := positive(c.name, c.value); err != nil {
			return err
		}
	}
	return nil
}
