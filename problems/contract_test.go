package problems_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"testing"

	"regret/problems"
	"regret/problems/dataset"
	"regret/problems/domain"
	"regret/problems/linear"
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
	return []builder{
		problems.Logistic{FiniteSum: s}, problems.Hinge{FiniteSum: s},
		problems.SquaredHinge{FiniteSum: s}, problems.Exponential{FiniteSum: s},
	}
}

func multinomials(s problems.FiniteSum) []builder {
	return []builder{problems.Multinomial{FiniteSum: s}}
}
func counts(s problems.FiniteSum) []builder { return []builder{problems.Poisson{FiniteSum: s}} }

func portfolios(s problems.FiniteSum) []builder { return []builder{problems.Portfolio{Data: s.Data}} }

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
		{"synthetic", small, everySet, []float64{0, 0.1}, []float64{0, 0.05}, counts},
		{"market", dataset.Market{Days: 60, Assets: 4, Volatility: 0.3, Seed: 1}, []domain.Set{domain.Simplex{}}, []float64{0}, []float64{0}, portfolios},
		{"one-hot", oneHot(), []domain.Set{domain.WholeSpace{}, domain.Ball{Radius: 1}}, []float64{0, 0.1}, []float64{0, 0.05}, regressions},
		{"diabetes", dataset.Embedded{Name: "diabetes"}, []domain.Set{domain.WholeSpace{}, domain.Ball{Radius: 10}}, []float64{0}, []float64{0, 1}, regressions},
		{"iris", dataset.Embedded{Name: "iris"}, everySet[1:], []float64{0, 0.01}, []float64{0}, multinomials},
		{"heart", dataset.Embedded{Name: "heart"}, []domain.Set{domain.WholeSpace{}, domain.Ball{Radius: 5}}, []float64{0.01}, []float64{0, 0.01}, classifications},
		{"heart", dataset.Embedded{Name: "heart"}, []domain.Set{domain.WholeSpace{}}, []float64{0}, []float64{0}, multinomials},
		{"synthetic", small, tinyAndHuge, []float64{0}, []float64{0}, regressions},
		{"synthetic", small, tinyAndHuge, []float64{0}, []float64{0}, classifications},
		{"synthetic", small, tinyAndHuge[:2], []float64{0}, []float64{0}, counts},
		{"iris", dataset.Embedded{Name: "iris"}, tinyAndHuge, []float64{0}, []float64{0}, multinomials},
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

// oneHot has two features of three levels each, so that its six columns have the rank
// five, or four when standardized.
func oneHot() dataset.Source {
	random := rand.New(rand.NewPCG(1, 2))
	rows := &linear.Dense{N: 30, D: 6, Data: make([]float64, 30*6)}
	y := make([]float64, 30)
	for i := range y {
		a, b := random.IntN(3), random.IntN(3)
		rows.Row(i)[a], rows.Row(i)[3+b] = 1, 1
		y[i] = float64(a*b) + random.NormFloat64()
	}
	return rowsOf{dataset.Data{Name: "one-hot", Rows: rows, Y: y}}
}

var tinyAndHuge = []domain.Set{domain.Ball{Radius: 1e-6}, domain.Box{Lo: 0.1, Hi: 0.1 + 1e-6}, domain.Ball{Radius: 100}}

var everySet = []domain.Set{domain.WholeSpace{}, domain.Ball{Radius: 0.5}, domain.Box{Lo: -0.3, Hi: 0.4}, domain.Simplex{}}
