package bound

import (
	"fmt"
	"math"

	"regret/problems/linear"
)

// Instance is an online problem that attains a bound: T linear losses
// f_t(x) = a_t.x, each revealed once and in order.
type Instance struct {
	Model             *linear.Model // row t-1 is a_t, the subgradient of step t
	Start, Comparator []float64     // x_1 and u
	D, G, R           float64       // the constants for which it is the worst case; R = |x_1-u|
}

// newInstance lays out T losses over R^dim; their rows are still to be filled.
func newInstance(T, dim int, start, comparator []float64, D, G float64) Instance {
	return Instance{
		Model: &linear.Model{
			Rows: &linear.Dense{N: T, D: dim, Data: make([]float64, T*dim)},
			Y:    make([]float64, T),
			Loss: linear.Identity{},
		},
		Start: start, Comparator: comparator,
		D: D, G: G, R: D,
	}
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
	instance := newInstance(T, 1, []float64{D / 2}, []float64{-D / 2}, D, G)
	for t := 1; t <= T; t++ {
		slope := G
		if t > m && (t-m)%2 == 1 {
			slope = -G
		}
		instance.Model.Rows.Row(t - 1)[0] = slope
	}
	return instance, nil
}

func validInstance(D, G float64, T int) error {
	if T < 1 {
		return fmt.Errorf("the horizon T = %d is below 1", T)
	}
	if err := positive("D", D); err != nil {
		return err
	}
	return positive("G", G)
}
