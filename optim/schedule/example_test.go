package schedule_test

import (
	"fmt"

	"regret/optim/schedule"
	"regret/optim/schedule/formula"
)

func Example() {
	decay := schedule.Cooldown{Of: schedule.InverseSqrt{Alpha: 1}, Fraction: 0.5, Shape: schedule.Linear}
	eta := make([]float64, 3) // the last three steps of 8
	decay.Fill(eta, 6, 8)
	fmt.Println(decay)
	fmt.Printf("%.4f\n", eta)
	// Output:
	// inverse-sqrt(alpha=1) with cooldown(fraction=0.5, shape=linear)
	// [0.2041 0.0945 0.0000]
}

func ExampleNewFormula() {
	f, err := formula.Parse("D/(G*sqrt(T)) * (t <= 3 ? 1 : 1/2)", []string{"t", "T", "D", "G"})
	if err != nil {
		fmt.Println(err)
		return
	}
	s, err := schedule.NewFormula(f, map[string]float64{"D": 2, "G": 1})
	if err != nil {
		fmt.Println(err)
		return
	}
	eta := make([]float64, 4)
	s.Fill(eta, 1, 4)
	fmt.Println(eta)
	// Output: [1 1 1 0.5]
}

func ExampleCheck() {
	f, _ := formula.Parse("1/10 - t/100", []string{"t", "T"})
	s, _ := schedule.NewFormula(f, nil)
	fmt.Println(schedule.Check(s, 20))
	// Output: step at t = 11 of 20 is -0.009999999999999995: steps must be finite and not negative
}
