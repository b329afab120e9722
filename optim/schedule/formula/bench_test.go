package formula_test

import (
	"testing"

	"regret/optim/schedule/formula"
)

// BenchmarkEvaluate is the time for one step.
func BenchmarkEvaluate(b *testing.B) {
	env := map[string]float64{"D": 2, "G": 3, "R": 1}
	for _, text := range []string{"D/(G*sqrt(T))", "D/(sqrt(2)*G)/sqrt(t)", "R/(G*sqrt(T)) * min(1, 5*(1 - t/T))", "t <= 100 ? t/100 : 1/t^2"} {
		b.Run(text, func(b *testing.B) {
			f, err := formula.Parse(text, names)
			if err != nil {
				b.Fatal(err)
			}
			eval, err := f.Bind(env)
			if err != nil {
				b.Fatal(err)
			}
			for i := range b.N {
				eval(float64(i+1), 1e8)
			}
		})
	}
}
