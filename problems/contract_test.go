package problems_test

import (
	"context"
	"fmt"
	"testing"

	"regret/problems"
	"regret/problems/dataset"
	"regret/problems/domain"
	"regret/problems/optimum"
	"regret/problems/population"
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

// Populations keep theirs too.
func TestContractOfPopulations(t *testing.T) {
	features := population.Features{Dim: 6, Capacity: 1, Condition: 3, Source: 0.7, Signal: 1.5}
	laws := []population.Noise{
		{Deviation: 0.5, Law: population.Normal}, {Deviation: 0.5, Law: population.Student, Freedom: 5},
		{Deviation: 0.5, Law: population.Multiplicative}, {Law: population.Normal},
	}
	var kinds []builder
	for _, set := range everySet {
		for _, law := range laws {
			kinds = append(kinds, problems.StreamingSquared{Features: features, Noise: law, Domain: set})
		}
		kinds = append(kinds, problems.StreamingSquared{Features: features, Noise: laws[0], Domain: set, Ridge: 0.1})
	}
	for _, set := range append([]domain.Set{domain.Ball{Radius: 3}, domain.Box{Lo: 0.1, Hi: 3}}, everySet...) {
		for _, ridge := range []float64{0, 0.1} {
			kinds = append(kinds, problems.StreamingLogistic{Features: features, Domain: set, Ridge: ridge})
		}
	}
	for _, kind := range kinds {
		t.Run(fmt.Sprintf("%+v", kind), func(t *testing.T) {
			p, err := kind.Build(context.Background(), nil)
			if err != nil {
				t.Fatal(err)
			}
			problemtest.Check(t, p)
		})
	}
}

var everySet = []domain.Set{domain.WholeSpace{}, domain.Ball{Radius: 0.5}, domain.Box{Lo: -0.3, Hi: 0.4}, domain.Simplex{}}
