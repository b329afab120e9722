package problemtest

import (
	"math"
	"math/rand/v2"
	"slices"

	"regret/problems"
	"regret/problems/population"
)

// experiment draws points, rows and directions for the checks of one problem.
type experiment struct {
	p      *problems.Problem
	terms  problems.Objective // f_0, ..., f_{n-1}; those of one key of a population
	random *rand.Rand
	d, n   int
	radius float64 // the size of the region that is sampled
	trials int
}

func newExperiment(p *problems.Problem) *experiment {
	e := &experiment{p: p, random: rand.New(rand.NewPCG(11, 13)), d: p.Objective.Dim(), n: p.Objective.Len(), trials: 60}
	e.terms = p.Objective
	if p.Stream != nil {
		e.terms, e.n = p.Stream(population.Key{17, 19}), draws
	}
	e.radius = p.Domain.Norm(e.d)
	if math.IsInf(e.radius, 1) {
		e.radius = 1 + 2*distance(p.Start, p.Optimum.Theta)
	}
	return e
}

// claim returns a constant that the problem states, if it is finite.
func (e *experiment) claim(name string) (value float64, known bool) {
	c, known := e.p.Constants[name]
	return c.Value, known && !math.IsInf(c.Value, 0)
}

// normal returns a random vector of about the given norm.
func (e *experiment) normal(size float64) []float64 {
	x := make([]float64, e.d)
	for j := range x {
		x[j] = size * e.random.NormFloat64() / math.Sqrt(float64(e.d))
	}
	return x
}

func (e *experiment) project(x []float64) []float64 {
	px := slices.Clone(x)
	e.p.Domain.Project(px)
	return px
}

// point returns a point of the domain: inside, on the boundary, or extreme.
func (e *experiment) point() []float64 {
	switch e.random.IntN(3) {
	case 0:
		return e.project(e.normal(e.radius * e.random.Float64()))
	case 1:
		return e.project(e.normal(3 * e.radius))
	}
	if x, _, ok := e.opposite(e.normal(1)); ok {
		return x
	}
	return e.project(e.normal(e.radius))
}

// opposite returns the points of the domain where <g, x> is least and largest.
func (e *experiment) opposite(g []float64) (least, largest []float64, ok bool) {
	least, largest = make([]float64, e.d), make([]float64, e.d)
	if !e.p.Domain.MinimizeLinear(least, g) {
		return nil, nil, false
	}
	return least, largest, e.p.Domain.MinimizeLinear(largest, scaled(-1, g))
}

// row returns a random index.
func (e *experiment) row() int { return e.random.IntN(e.n) }

// function is F or one f_i, with a subgradient.
type function func(x []float64) (value float64, gradient []float64)

func (e *experiment) term(i int) function {
	return func(x []float64) (float64, []float64) {
		g := make([]float64, e.d)
		return e.terms.Subgradient(g, x, i), g
	}
}

func (e *experiment) objective(x []float64) (float64, []float64) {
	g := make([]float64, e.d)
	return e.p.Objective.FullSubgradient(g, x), g
}

func dot(x, y []float64) (sum float64) {
	for j := range x {
		sum += x[j] * y[j]
	}
	return sum
}

func norm(x []float64) float64 { return math.Sqrt(dot(x, x)) }

func distance(x, y []float64) float64 { return norm(minus(x, y)) }

func minus(x, y []float64) []float64 { return along(x, -1, y) }

func scaled(factor float64, x []float64) []float64 { return along(make([]float64, len(x)), factor, x) }

// along returns x + t y.
func along(x []float64, t float64, y []float64) []float64 {
	z := make([]float64, len(x))
	for j := range z {
		z[j] = x[j] + t*y[j]
	}
	return z
}
