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

// AffinePieces holds what maxima of affine functions have in common. They are
// deterministic: a finite sum with the single term F, whose pieces are the rows.
type AffinePieces struct {
	Data       dataset.Source `param:"data" group:"datasets" doc:"rows a_i and targets y_i"`
	Domain     domain.Set     `param:"domain" group:"domains" default:"whole-space" doc:"convex set that theta lives in"`
	Ridge      float64        `param:"ridge" range:"[0,inf)" default:"0" doc:"lambda of the term (lambda/2)|theta|^2"`
	Intercept  bool           `param:"intercept" default:"false" doc:"append a column of ones, subject to penalties and domain like any other"`
	Preprocess string         `param:"preprocess" enum:"none|standardize|scale|rows|tfidf" default:"standardize" doc:"what is done to the features; targets are centred unless none"`
}

func (p AffinePieces) sum() FiniteSum {
	return FiniteSum{Data: p.Data, Domain: p.Domain, Ridge: p.Ridge, Intercept: p.Intercept, Preprocess: p.Preprocess}
}

// Validate asks for what FiniteSum asks.
func (p AffinePieces) Validate() error { return p.sum().Validate() }

// Size returns n, the number of rows, and d, the number of parameters.
func (p AffinePieces) Size() (n, d int, err error) { return p.sum().Size() }

// build assembles the problem of the pieces a_i.theta + sign y_i, or of their
// absolute values.
func (p AffinePieces) build(ctx context.Context, optima *optimum.Store, sign float64, absolute bool, latex string) (*Problem, error) {
	if err := p.Validate(); err != nil {
		return nil, err
	}
	data, err := p.sum().load(dataset.Regression)
	if err != nil {
		return nil, err
	}
	f := &linear.Maximum{Rows: data.Rows, Offsets: make([]float64, len(data.Y)), Absolute: absolute, Ridge: p.Ridge}
	for i, y := range data.Y {
		f.Offsets[i] = sign * y
	}
	set := p.sum().set()
	best, err := optima.MinimizeMaximum(ctx, f, set)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", data.Name, err)
	}
	start := origin(set, f.Dim())
	where := p.sum().definitions(data, dataset.Regression)
	if p.Ridge != 0 {
		latex += `+\tfrac\lambda2\|\theta\|^2`
		where = append(where, `\lambda=`+texNumber(p.Ridge))
	}
	return &Problem{
		Objective: f, Domain: set, Start: start, Optimum: best, Content: data.Digest(),
		Formula: texWhere(latex, where), Prepared: data.Prepared,
		Constants: map[string]Constant{
			"n":     {1, Exact, "F is its only term"},
			"d":     {float64(f.Dim()), Exact, "number of parameters"},
			"D":     diameter(set, f.Dim()),
			"R":     startDistance(start, best.Theta),
			"G":     longestPiece(f, set),
			"L":     {math.Inf(1), Exact, "the function has kinks"},
			"Lmax":  {math.Inf(1), Exact, "the function has kinks"},
			"mu":    {p.Ridge, Certified, "ridge"},
			"sigma": {0, Exact, "the subgradients are those of F"},
		},
	}, nil
}

// longestPiece is G = max_i |a_i| + lambda sup|theta|. Without ridge it is exact if a
// longest row is the piece that F answers with somewhere: far out along +-a_i it
// is, if no other row is as long, and where the domain ends there it can be tried.
func longestPiece(f *linear.Maximum, set domain.Set) Constant {
	longest, square := 0, 0.0
	for i := range f.Rows.Len() {
		if s := f.Rows.SquaredNorm(i); s > square {
			longest, square = i, s
		}
	}
	length, provenance := math.Sqrt(square), Certified
	if f.Ridge > 0 {
		reach := set.Norm(f.Dim())
		if math.IsInf(reach, 1) {
			return Constant{reach, Exact, "the ridge term's gradient is unbounded on an unbounded domain"}
		}
		return Constant{length + f.Ridge*reach, Certified, "max_i |a_i| + ridge * sup|theta|"}
	}
	direction, end := make([]float64, f.Dim()), make([]float64, f.Dim())
	f.Rows.AddScaled(direction, -1, longest)
	if !set.MinimizeLinear(end, direction) {
		return Constant{length, Exact, "max_i |a_i|"} // rows as long answer elsewhere, with the same norm
	}
	if answer, _, _ := f.Largest(end); f.Rows.SquaredNorm(answer) == square {
		provenance = Exact
	}
	return Constant{length, provenance, "max_i |a_i|"}
}
