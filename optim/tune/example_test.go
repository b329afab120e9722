package tune_test

import (
	"fmt"

	"regret/optim/bound"
	"regret/optim/schedule"
	"regret/optim/tune"
)

// The best scale of 1/sqrt(t) for Zinkevich's theorem.
func ExampleScale() {
	th, _ := bound.Lookup("zinkevich")
	scale, value, err := tune.Scale(th, bound.Input{Steps: schedule.InverseSqrt{Alpha: 1}, Horizon: 100, D: 1, G: 1})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Printf("%.4f/sqrt(t): average regret at most %.4f\n", scale, value)
	// Output: 0.7334/sqrt(t): average regret at most 0.1363
}

// How long a cooldown 1/sqrt(t) needs, for the last iterate.
func ExampleFamily() {
	th, _ := bound.Lookup("last-exact")
	build := func(fraction float64) (bound.Steps, error) {
		s := schedule.Cooldown{Of: schedule.InverseSqrt{Alpha: 1}, Fraction: fraction, Shape: schedule.Linear}
		return s, s.Validate()
	}
	best, err := tune.Family(build, 0, 1, th, bound.Input{Horizon: 100, R: 1, G: 1})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Printf("fraction %.3f: %.5f, against %.5f without\n", best.X, best.Value, best.Curve[0].Value)
	// Output: fraction 0.321: 0.10407, against 0.12258 without
}

// Descent from constant steps finds linear decay, (T-t)/T^1.5, without being told.
func ExampleDescend() {
	in := bound.Input{Steps: schedule.Constant{Step: 0.1}, Horizon: 100, R: 1, G: 1}
	path, err := tune.Descend(tune.LastExact, in, 0, 5, 10)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, it := range path[:3] {
		fmt.Printf("%d: %.4f\n", it.Iteration, it.Value)
	}
	end := path[3]
	fmt.Printf("end: %.6f with eta_1 = %.5f, eta_50 = %.5f, eta_99 = %.5f\n", end.Value, end.Steps[0], end.Steps[49], end.Steps[98])
	// Output:
	// 0: 0.2262
	// 5: 0.1290
	// 10: 0.1036
	// end: 0.100000 with eta_1 = 0.09900, eta_50 = 0.05000, eta_99 = 0.00100
}
