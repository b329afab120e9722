package problemtest_test

import (
	"context"
	"fmt"

	"regret/problems"
	"regret/problems/dataset"
	"regret/problems/domain"
	"regret/problems/problemtest"
)

func ExampleFaults() {
	p, err := problems.Absolute{FiniteSum: problems.FiniteSum{
		Data:   dataset.Synthetic{Rows: 20, Dim: 2, Noise: 1, Condition: 1, Seed: 1},
		Domain: domain.Ball{Radius: 1},
	}}.Build(context.Background(), nil)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(len(problemtest.Faults(p)), "faults")
	p.Constants["D"] = problems.Constant{Value: 1}
	for _, fault := range problemtest.Faults(p) {
		fmt.Println(fault)
	}
	// Output:
	// 0 faults
	// two points of the domain are 2 apart, claimed D = 1
}
