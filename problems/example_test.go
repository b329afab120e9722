package problems_test

import (
	"context"
	"fmt"

	"regret/problems"
	"regret/problems/dataset"
	"regret/problems/domain"
)

func ExampleLogistic() {
	p, err := problems.Logistic{FiniteSum: problems.FiniteSum{
		Data:   dataset.Embedded{Name: "heart"},
		Domain: domain.Ball{Radius: 5},
	}}.Build(context.Background(), nil)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Printf("F* = %.6f, gap below 1e-12: %t\n", p.Optimum.Value, p.Optimum.Gap < 1e-12)
	for _, name := range []string{"D", "G", "L"} {
		c := p.Constants[name]
		fmt.Printf("%s = %.4f, %s: %s\n", name, c.Value, c.Provenance, c.Formula)
	}
	// Output:
	// F* = 0.335567, gap below 1e-12: true
	// D = 10.0000, exact: diameter of the domain (ball: 5)
	// G = 6.8155, exact: max_i |a_i| sup|phi'|
	// L = 0.7613, certified: sup phi'' * lambda_max(A'A/n) + ridge
}
