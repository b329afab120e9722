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
		weights []float64 // of |theta|_1
		kinds   func(problems.FiniteSum) []builder
	}{
		{"synthetic", small, everySet, []float64{0, 0.1}, []float64{0, 0.05}, regressions},
		{"synthetic", small, everySet, []float64{0, 0.1}, []float64{0, 0.05}, classifications},
		{"diabetes", dataset.Embedded{Name: "diabetes"}, []domain.Set{domain.WholeSpace{}, domain.Ball{Radius: 10}}, []float64{0}, []float64{0, 1}, regressions},
		{"heart", dataset.Embedded{Name: "heart"}, []domain.Set{domain.WholeSpace{}, domain.Ball{Radius: 5}}, []float64{0.01}, []float64{0, 0.01}, classifications},
	}
	for _, c := range cases {
		for _, set := range c.domains {
			for _, ridge := range c.ridges {
				for _, l1 := range c.weights {
					for _, kind := range c.kinds(problems.FiniteSum{Data: c.data, Domain: set, Ridge: ridge, L1: l1}) {
						t.Run(fmt.Sprintf("%s/%T/%v/%g/%g", c.name, kind, set, ridge, l1), func(t *testing.T) {
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
}

var everySet = []domain.Set{domain.WholeSpace{}, domain.Ball{Radius: 0.5}, domain.Box{Lo: -0.3, Hi: 0.4}, domain.Simplex{}}
