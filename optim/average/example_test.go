package average_test

import (
	"fmt"

	"regret/optim/average"
)

// The weighted mean of three iterates 6, 3, 0 under steps 3, 2, 1.
func Example() {
	iterates, steps := []float64{6, 3, 0}, []float64{3, 2, 1}
	for _, a := range []average.Average{average.Uniform{}, average.StepWeighted{}} {
		var weights, sum float64
		for i, theta := range iterates {
			w := a.Weight(i+1, steps[i])
			weights, sum = weights+w, sum+w*theta
		}
		fmt.Printf("%T: %g\n", a, sum/weights)
	}
	// Output:
	// average.Uniform: 3
	// average.StepWeighted: 4
}
