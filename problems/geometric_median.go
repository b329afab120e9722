package problems

import (
	"context"
	"fmt"
	"math"

	"regret/problems/dataset"
	"regret/problems/domain"
	"regret/problems/linear"
	"regret/problems/optimum"
)

// GeometricMedian is the mean distance to the rows of data,
// F(theta) = (1/n) sum_i |theta - a_i|; targets play no part.
type GeometricMedian struct {
	Data       dataset.Source `param:"data" group:"datasets" doc:"points a_i; targets are left out"`
	Domain     domain.Set     `param:"domain" group:"domains" default:"whole-space" doc:"convex set that theta lives in"`
	Preprocess string         `param:"preprocess" enum:"none|standardize|scale|rows|tfidf" default:"standardize" doc:"what is done to the features"`
}

func (p GeometricMedian) sum() FiniteSum {
	return FiniteSum{Data: p.Data, Domain: p.Domain, Preprocess: p.Preprocess}
}

// Validate asks for what FiniteSum asks.
func (p GeometricMedian) Validate() error { return p.sum().Validate() }

// Size returns n, the number of points, and d, the number of parameters.
func (p GeometricMedian) Size() (n, d int, err error) { return p.sum().Size() }

// Build loads the data, finds the certified minimizer and the constants.
func (p GeometricMedian) Build(ctx context.Context, optima *optimum.Store) (*Problem, error) {
	if err := p.Validate(); err != nil {
		return nil, err
	}
	data, err := p.sum().load(dataset.Regression)
	if err != nil {
		return nil, err
	}
	f, set := &linear.MeanDistance{Points: linear.Densify(data.Rows)}, p.sum().set()
	best, err := optima.MinimizeMeanDistance(ctx, f, set)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", data.Name, err)
	}
	start := origin(set, f.Dim())
	return &Problem{
		Objective: f, Domain: set, Start: start, Optimum: best, Content: data.Digest(),
		Formula: `F(\theta)=\frac1n\sum_{i=1}^n\|\theta-a_i\|`,
		Constants: map[string]Constant{
			"n":     {float64(f.Len()), Exact, "number of points"},
			"d":     {float64(f.Dim()), Exact, "number of parameters"},
			"D":     diameter(set, f.Dim()),
			"R":     startDistance(start, best.Theta),
			"G":     {1, Exact, "distances have unit subgradients but at their point, where 0 is taken"},
			"L":     {math.Inf(1), Exact, "the function has kinks"},
			"Lmax":  {math.Inf(1), Exact, "the function has kinks"},
			"mu":    {0, Certified, "the function is convex"},
			"sigma": {1, Certified, "E|g - grad F|^2 <= E|g|^2 <= 1"},
		},
	}, nil
}
