package problemtest

import (
	"context"
	"slices"
	"strings"
	"testing"

	"regret/problems"
	"regret/problems/domain"
	"regret/problems/population"
)

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
