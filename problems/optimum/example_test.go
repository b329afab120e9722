package optimum_test

import (
	"context"
	"fmt"

	"regret/problems/domain"
	"regret/problems/linear"
	"regret/problems/optimum"
)

// The median of 1, 2, 4, 8, 16 minimizes the mean absolute deviation.
func ExampleMinimize() {
	m := &linear.Model{
		Rows: &linear.Dense{N: 5, D: 1, Data: []float64{1, 1, 1, 1, 1}},
		Y:    []float64{1, 2, 4, 8, 16},
		Loss: linear.Absolute{},
	}
	free, _ := optimum.Minimize(context.Background(), m, domain.WholeSpace{})
	held, _ := optimum.Minimize(context.Background(), m, domain.Ball{Radius: 2})
	fmt.Printf("theta %.6f  F %.6f  gap below 1e-12: %t\n", free.Theta[0], free.Value, free.Gap < 1e-12)
	fmt.Printf("theta %.6f  F %.6f  gap below 1e-12: %t\n", held.Theta[0], held.Value, held.Gap < 1e-12)
	// Output:
	// theta 4.000000  F 4.200000  gap below 1e-12: true
	// theta 2.000000  F 4.600000  gap below 1e-12: true
}
