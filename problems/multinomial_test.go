package problems_test

import (
	"context"
	"math"
	"strings"
	"testing"

	"regret/problems"
	"regret/problems/dataset"
	"regret/problems/domain"
)

// With two classes and W_1 = -W_0 = w/2 the loss is the logistic one of w, and
// |W|^2 = |w|^2/2.
func TestTwoClassesAreLogistic(t *testing.T) {
	sum := problems.FiniteSum{Data: dataset.Embedded{Name: "heart"}, Ridge: 0.02}
	two, err := problems.Multinomial{FiniteSum: sum}.Build(context.Background(), nil)
	if err != nil {
		t.Fatal(err)
	}
	sum.Ridge = 0.01
	one, err := problems.Logistic{FiniteSum: sum}.Build(context.Background(), nil)
	if err != nil {
		t.Fatal(err)
	}
	if math.Abs(two.Optimum.Value-one.Optimum.Value) > 1e-14 {
		t.Errorf("F* = %.17g, logistic %.17g", two.Optimum.Value, one.Optimum.Value)
	}
	// Strong convexity turns the gaps into distances.
	near := math.Sqrt(2*two.Optimum.Gap/0.02) + math.Sqrt(2*one.Optimum.Gap/0.01)
	d := one.Objective.Dim()
	for j, w := range one.Optimum.Theta {
		if u := two.Optimum.Theta; math.Abs(u[d+j]-w/2) > near || math.Abs(u[j]+w/2) > near {
			t.Errorf("coordinate %d: %g and %g, half of logistic's is %g", j, u[j], u[d+j], w/2)
		}
	}
}

func TestMultinomialMeetsItsTarget(t *testing.T) {
	for _, c := range []struct {
		set    string
		domain domain.Set
		ridge  float64
	}{
		{"wine", domain.WholeSpace{}, 1.0 / 178}, {"wine", domain.Ball{Radius: 5}, 0},
		{"iris", domain.Box{Lo: -1, Hi: 1}, 0}, {"digits", domain.Simplex{}, 0},
	} {
		p, err := problems.Multinomial{FiniteSum: problems.FiniteSum{Data: dataset.Embedded{Name: c.set}, Domain: c.domain, Ridge: c.ridge}}.Build(context.Background(), nil)
		if err != nil {
			t.Fatal(err)
		}
		if o := p.Optimum; !o.Met() || o.Target == 0 {
			t.Errorf("%s on %v: relative gap %g", c.set, c.domain, o.Relative())
		}
	}
}

func TestMultinomialRefusals(t *testing.T) {
	for want, p := range map[string]problems.FiniteSum{
		"positive":            {Data: dataset.Embedded{Name: "iris"}, Positive: "1", Ridge: 0.1},
		"add a ridge":         {Data: dataset.Embedded{Name: "iris"}},
		"is a regression set": {Data: dataset.Embedded{Name: "diabetes"}, Ridge: 0.1},
	} {
		if _, err := (problems.Multinomial{FiniteSum: p}).Build(context.Background(), nil); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("want an error with %q, got %v", want, err)
		}
	}
}
