package linear_test

import (
	"fmt"

	"regret/problems/linear"
)

// Least squares on two points of the line through (1, 1) and (2, 3).
func ExampleModel() {
	m := &linear.Model{
		Rows: &linear.Dense{N: 2, D: 2, Data: []float64{1, 1, 2, 1}}, // slope, intercept
		Y:    []float64{1, 3},
		Loss: linear.Squared{},
	}
	theta, g := []float64{1, 0}, make([]float64, 2)
	fmt.Println(m.Value(theta))
	fmt.Println(m.Subgradient(g, theta, 1), g)
	fmt.Println(m.FullSubgradient(g, theta), g)
	// Output:
	// 0.25
	// 0.5 [-2 -1]
	// 0.25 [-1 -0.5]
}
