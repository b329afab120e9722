package problems_test

import (
	"context"
	"fmt"
	"testing"

	"regret/problems"
	"regret/problems/dataset"
	"regret/problems/domain"
	"regret/problems/optimum"
	"regret/problems/problemtest"
)

// builder is what every kind of problem is.
type builder interface {
	Build(context.Context, *optimum.Store) (*problems.Problem, error)
}

func regressions(s problems.FiniteSum) []builder {
	return []builder{
		problems.Squared{FiniteSum: s}, problems.Absolute{FiniteSum: s},
		problems.Huber{FiniteSum: s, Delta: 0.5}, problems.Quantile{FiniteSum: s, Tau: 0.2},
	}
}

func classifications(s problems.FiniteSum) []builder {
	return []builder{problems.Logistic{FiniteSum: s}, problems.Hinge{FiniteSum: s}}
}

// Every problem keeps its promises.
func TestContract(t *testing.T) {
	small := dataset.Synthetic{Rows: 40, Dim: 4, Noise: 1, Condition: 10, Seed: 1}
	cases := []struct {
		name    string
		data    dataset.Source
		domains []domain.Set
		ridges  []float64
		kinds   func(problems.FiniteSum) []builder
	}{
		{"synthetic", small, everySet, []float64{0, 0.1}, regressions},
		{"synthetic", small, everySet, []float64{0, 0.1}, classifications},
		{"diabetes", dataset.Embedded{Name: "diabetes"}, []domain.Set{domain.WholeSpace{}, domain.Ball{Radius: 10}}, []float64{0}, regressions},
		{"heart", dataset.Embedded{Name: "heart"}, []domain.Set{domain.WholeSpace{}, domain.Ball{Radius: 5}}, []float64{0.01}, classifications},
	}
	for _, c := range cases {
		for _, set := range c.domains {
			for _, ridge := range c.ridges {
				for _, kind := range c.kinds(problems.FiniteSum{Data: c.data, Domain: set, Ridge: ridge}) {
					t.Run(fmt.Sprintf("%s/%T/%v/%g", c.name, kind, set, ridge), func(t *testing.T) {
						p, err := kind.Build(context.Background(), nil)
						if err != nil {
							t.Fatal(err)
						}
						problemtest.Check(t, p)
					})
				}
			}
		}
	}
}

var everySet = []domain.Set{domain.WholeSpace{}, domain.Ball{Radius: 0.5}, domain.Box{Lo: -0.3, Hi: 0.4}, domain.Simplex{}}
