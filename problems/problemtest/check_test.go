package problemtest

import (
	"context"
	"maps"
	"slices"
	"strings"
	"testing"

	"regret/problems"
	"regret/problems/dataset"
	"regret/problems/domain"
	"regret/problems/population"
)

func sample(t *testing.T) *problems.Problem {
	t.Helper()
	p, err := problems.Logistic{FiniteSum: problems.FiniteSum{
		Data:   dataset.Synthetic{Rows: 30, Dim: 3, Noise: 1, Condition: 1, Seed: 1},
		Domain: domain.Ball{Radius: 2}, Ridge: 0.1,
	}}.Build(context.Background(), nil)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func TestASoundProblemPasses(t *testing.T) {
	Check(t, sample(t))
}

// wrong spoils one answer of an objective.
type wrong struct {
	problems.Objective
	term, full, value func(g []float64, v float64) float64
}

func (w wrong) Subgradient(dst, theta []float64, i int) float64 {
	return spoil(w.term, dst, w.Objective.Subgradient(dst, theta, i))
}

func (w wrong) FullSubgradient(dst, theta []float64) float64 {
	return spoil(w.full, dst, w.Objective.FullSubgradient(dst, theta))
}

func (w wrong) Value(theta []float64) float64 { return spoil(w.value, nil, w.Objective.Value(theta)) }

func spoil(f func(g []float64, v float64) float64, g []float64, v float64) float64 {
	if f == nil {
		return v
	}
	return f(g, v)
}

// askew is a ball whose projection is scaled too little.
type askew struct{ domain.Ball }

func (a askew) Project(x []float64) {
	a.Ball.Project(x)
	x[0] *= 0.9
}

func TestPlantedErrorsAreFound(t *testing.T) {
	scale := func(factor float64) func(g []float64, v float64) float64 {
		return func(g []float64, v float64) float64 {
			g[0] *= factor
			return v
		}
	}
	for name, c := range map[string]struct {
		plant func(*problems.Problem)
		want  string
	}{
		"derivative of a term": {func(p *problems.Problem) { p.Objective = wrong{Objective: p.Objective, term: scale(1.001)} }, "term"},
		"derivative of F":      {func(p *problems.Problem) { p.Objective = wrong{Objective: p.Objective, full: scale(1.001)} }, "F: the subgradient"},
		"mean":                 {func(p *problems.Problem) { p.Objective = wrong{Objective: p.Objective, term: add(1e-9), full: nil} }, "mean of its terms"},
		"value":                {func(p *problems.Problem) { p.Objective = wrong{Objective: p.Objective, value: add(1e-9)} }, "the F of Value"},
		"concave":              {func(p *problems.Problem) { p.Objective = wrong{Objective: p.Objective, full: negate} }, "not convex"},
		"projection":           {func(p *problems.Problem) { p.Domain = askew{p.Domain.(domain.Ball)} }, "projecting twice"},
		"start":                {func(p *problems.Problem) { p.Start = []float64{3, 0, 0} }, "start is outside"},
		"shape":                {func(p *problems.Problem) { p.Start = p.Start[:2] }, "coordinates"},
		"n":                    {claimed("n", 2), "n is"},
		"G":                    {claimed("G", 0.99), "claimed G"},
		"D":                    {claimed("D", 0.99), "claimed D"},
		"R":                    {claimed("R", 1.01), "claimed R"},
		"L":                    {claimed("L", 0.5), "claimed L "},
		"Lmax":                 {claimed("Lmax", 0.5), "claimed Lmax"},
		"mu":                   {claimed("mu", 2), "claimed mu"},
		"sigma":                {claimed("sigma", 0.5), "claimed sigma"},
		"minimum":              {func(p *problems.Problem) { p.Optimum.Value += 1e-6 }, "claimed"},
		"minimizer": {func(p *problems.Problem) {
			theta := append([]float64(nil), p.Optimum.Theta...)
			theta[0] *= 0.99
			p.Optimum.Theta, p.Optimum.Value = theta, p.Objective.Value(theta)
		}, "a search found"},
	} {
		t.Run(name, func(t *testing.T) {
			p := *sample(t)
			p.Constants = maps.Clone(p.Constants)
			c.plant(&p)
			for _, fault := range Faults(&p) {
				if strings.Contains(fault.Error(), c.want) {
					return
				}
			}
			t.Errorf("not found; the faults are %v", Faults(&p))
		})
	}
}

// biased spoils every sample of a population.
type biased struct {
	problems.Objective
	spoil func(g []float64, v float64, i int) float64
}

func (b biased) Subgradient(dst, theta []float64, i int) float64 {
	return b.spoil(dst, b.Objective.Subgradient(dst, theta, i), i)
}

func TestPlantedErrorsOfPopulationsAreFound(t *testing.T) {
	sampler := func(spoil func(g []float64, v float64, i int) float64) func(*problems.Problem) {
		return func(p *problems.Problem) {
			stream := p.Stream
			p.Stream = func(key population.Key) problems.Objective { return biased{stream(key), spoil} }
		}
	}
	var asked float64
	for name, c := range map[string]struct {
		plant func(*problems.Problem)
		want  string
	}{
		"risk": {func(p *problems.Problem) {
			p.Objective = wrong{Objective: p.Objective, full: add(0.05), value: add(0.05)}
		}, "standard errors from the mean"},
		"gradient of the risk": {func(p *problems.Problem) {
			p.Objective = wrong{Objective: p.Objective, full: func(g []float64, v float64) float64 {
				g[1] += 0.1
				return v
			}}
		}, "the coordinate 1"},
		"biased sampler": {sampler(func(g []float64, v float64, _ int) float64 {
			g[2] += 0.1
			return v
		}), "the coordinate 2"},
		"value": {func(p *problems.Problem) { p.Objective = wrong{Objective: p.Objective, value: add(1e-9)} }, "the F of Value"},
		"memory": {sampler(func(_ []float64, v float64, _ int) float64 {
			asked++
			return v + asked
		}), "order in which they are asked for"},
		"one key": {func(p *problems.Problem) {
			one := p.Stream(population.Key{})
			p.Stream = func(population.Key) problems.Objective { return one }
		}, "the same samples"},
		"L":          {claimed("L", 0.5), "claimed L "},
		"mu":         {claimed("mu", 2), "claimed mu"},
		"sigma":      {claimed("sigma", 0.5), "claimed sigma"},
		"sigma_star": {claimed("sigma_star", 1.1), "claimed sigma_star"},
		"Lexp":       {claimed("Lexp", 0.4), "by Lexp"},
		"n":          {func(p *problems.Problem) { p.Constants["n"] = problems.Constant{Value: 3} }, "has no n"},
		"minimizer": {func(p *problems.Problem) {
			theta := slices.Clone(p.Optimum.Theta)
			theta[0] *= 0.99
			p.Optimum.Theta, p.Optimum.Value = theta, p.Objective.Value(theta)
		}, "a search found"},
	} {
		t.Run(name, func(t *testing.T) {
			sound, err := problems.StreamingSquared{
				Features: population.Features{Dim: 3, Capacity: 1, Condition: 1, Source: 0.5, Signal: 1},
				Noise:    population.Noise{Deviation: 0.5, Law: population.Normal}, Domain: domain.Ball{Radius: 2},
			}.Build(context.Background(), nil)
			if err != nil {
				t.Fatal(err)
			}
			Check(t, sound)
			c.plant(sound)
			for _, fault := range Faults(sound) {
				if strings.Contains(fault.Error(), c.want) {
					return
				}
			}
			t.Errorf("not found; the faults are %v", Faults(sound))
		})
	}
}

// claimed multiplies a claim.
func claimed(name string, factor float64) func(*problems.Problem) {
	return func(p *problems.Problem) {
		c := p.Constants[name]
		c.Value *= factor
		p.Constants[name] = c
	}
}

func add(x float64) func([]float64, float64) float64 {
	return func(_ []float64, v float64) float64 { return v + x }
}

func negate(g []float64, v float64) float64 {
	for j := range g {
		g[j] = -g[j]
	}
	return -v
}
