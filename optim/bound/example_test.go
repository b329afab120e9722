package bound_test

import (
	"fmt"
	"math"

	"regret/optim/bound"
	"regret/optim/boundtest"
	"regret/problems/linear"
)

// What theory promises for eta_t = 1/sqrt(t), D = G = R = 1 and T = 100.
func Example() {
	in := bound.Input{
		Steps:   boundtest.Shape(func(t, _ float64) float64 { return 1 / math.Sqrt(t) }),
		Horizon: 100,
		D:       1, G: 1, R: 1,
	}
	for _, id := range []string{"zinkevich", "zinkevich-observed", "weighted-average", "last-exact", "regret-exact"} {
		th, _ := bound.Lookup(id)
		r := bound.Evaluate(th, in)
		if !r.Applies {
			fmt.Printf("%s: not applicable: %s\n", r.ID, r.Why)
			continue
		}
		fmt.Printf("%s: %s at most %.4f (%s), %.4f with the steps times %.3f\n",
			r.ID, r.Quantity, r.Value, r.Kind, r.BestValue, r.BestScale)
	}
	// Output:
	// zinkevich: average-regret at most 0.1429 (upper), 0.1363 with the steps times 0.733
	// zinkevich-observed: not applicable: a run: the D and G of a run are not known
	// weighted-average: gap-average at most 0.1664 (upper), 0.1225 with the steps times 0.439
	// last-exact: gap-last at most 0.2954 (exact), 0.1226 with the steps times 0.217
	// regret-exact: average-regret at most 0.1414 (exact), 0.1334 with the steps times 0.699
}

// The instance that attains Zinkevich's bound.
func ExampleWorstZinkevich() {
	instance, err := bound.WorstZinkevich(2, 1, 16)
	if err != nil {
		fmt.Println(err)
		return
	}
	x, u, step := instance.Start[0], instance.Comparator[0], 2/math.Sqrt(16)
	regret := 0.0
	for t := range 16 {
		slope := instance.Objective.(*linear.Model).Rows.(*linear.Dense).Row(t)[0]
		regret += slope * (x - u)
		x = max(-1, min(1, x-step*slope))
	}
	fmt.Println(regret, "= D G sqrt(T)")
	// Output: 8 = D G sqrt(T)
}
