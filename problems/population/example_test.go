package population_test

import (
	"fmt"
	"math"

	"regret/problems/linear"
	"regret/problems/population"
)

// The average of least mean squares with the step 1/(4 Rx^2), against a risk that
// is known exactly.
func ExampleStream() {
	law := &population.Squared{
		Gaussian: population.NewGaussian(population.Features{Dim: 3, Capacity: 1, Condition: 1, Source: 0.5, Signal: 1}),
		Noise:    population.Noise{Deviation: 0.1, Law: population.Normal},
	}
	stream := population.NewStream(law, population.Key{1, 2})
	step := 1 / (4 * law.Radius() * law.Radius())
	theta, mean, g := make([]float64, 3), make([]float64, 3), make([]float64, 3)
	const T = 10_000
	for t := 1; t <= T; t++ {
		stream.Subgradient(g, theta, t-1)
		for j := range theta {
			mean[j] += (theta[j] - mean[j]) / float64(t)
			theta[j] -= step * g[j]
		}
	}
	root := law.Level()*math.Sqrt(3) + law.Radius()*math.Sqrt(linear.Dot(law.Truth, law.Truth))
	fmt.Printf("F - F* = %.1e, its mean is at most %.1e\n", law.Value(mean)-law.Value(law.Truth), 2/float64(T)*root*root)
	// Output: F - F* = 6.0e-06, its mean is at most 1.2e-03
}
