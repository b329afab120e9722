package formula_test

import (
	"fmt"

	"regret/optim/schedule/formula"
)

func Example() {
	f, err := formula.Parse("D/(G*sqrt(T)) * min(1, 5*(1 - t/T))", []string{"t", "T", "D", "G"})
	if err != nil {
		fmt.Println(err)
		return
	}
	step, err := f.Bind(map[string]float64{"D": 2, "G": 1})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(step(1, 100), step(95, 100))
	fmt.Println(f.Label())
	fmt.Println(f.LaTeX())
	// Output:
	// 0.2 0.050000000000000044
	// (D/(G√T))·min(1, 5(1 − t/T))
	// \frac{D}{G\sqrt{T}}\min\left(1, 5\left(1 - \frac{t}{T}\right)\right)
}

func ExampleParse() {
	_, err := formula.Parse("lmax/sqrt(t)", []string{"t", "T", "Lmax"})
	fmt.Println(err)
	_, err = formula.Parse("Lmax sqrt(t)", []string{"t", "T", "Lmax"})
	fmt.Println(err)
	// Output:
	// column 1: unknown name "lmax", did you mean "Lmax"?
	// column 6: an operator is missing before "sqrt": a product needs a *
}
