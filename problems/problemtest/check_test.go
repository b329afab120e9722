package problemtest

import (
	"context"
	"maps"
	"math"
	"strings"
	"testing"

	"regret/problems"
	"regret/problems/dataset"
	"regret/problems/domain"
	"regret/problems/linear"
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
	constant := func(name string, factor float64) func(*problems.Problem) {
		return func(p *problems.Problem) {
			c := p.Constants[name]
			c.Value *= factor
			p.Constants[name] = c
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
		"n":                    {constant("n", 2), "n is"},
		"d":                    {constant("d", 2), "d is"},
		"G":                    {constant("G", 0.99), "claimed G"},
		"Gloss":                {constant("Gloss", 0.99), "claimed Gloss"},
		"D":                    {constant("D", 0.99), "claimed D"},
		"R":                    {constant("R", 1.01), "claimed R"},
		"L":                    {constant("L", 0.5), "claimed L "},
		"Lmax":                 {constant("Lmax", 0.5), "claimed Lmax"},
		"mu":                   {constant("mu", 2), "claimed mu"},
		"sigma":                {constant("sigma", 0.5), "claimed sigma"},
		"sigma_star":           {constant("sigma_star", 1.0001), "claimed sigma_star"},
		"Lexp":                 {constant("Lexp", 0.2), "claimed 2 Lexp"},
		"no gap":               {func(p *problems.Problem) { p.Optimum.Gap = math.NaN() }, "certifies nothing"},
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

// The curvature of Poisson loss is largest where one row's margin is: a claim that is a
// hundredth too small is found there alone.
func TestPlantedCurvatureAtAnEndIsFound(t *testing.T) {
	p, err := problems.Poisson{FiniteSum: problems.FiniteSum{
		Data:   dataset.Synthetic{Rows: 40, Dim: 4, Noise: 1, Condition: 10, Seed: 1},
		Domain: domain.Ball{Radius: 0.5}, Ridge: 0.1,
	}}.Build(context.Background(), nil)
	if err != nil {
		t.Fatal(err)
	}
	Check(t, p)
	c := p.Constants["Lmax"]
	c.Value *= 0.99
	p.Constants["Lmax"] = c
	if faults := Faults(p); len(faults) != 1 || !strings.Contains(faults[0].Error(), "claimed Lmax") {
		t.Errorf("the faults are %v", faults)
	}
}

// wide has more parameters than rows: mu is claimed in the span of the rows alone.
func wide(t *testing.T) *problems.Problem {
	t.Helper()
	p, err := problems.Squared{FiniteSum: problems.FiniteSum{
		Data: dataset.Synthetic{Rows: 4, Dim: 7, Noise: 1, Condition: 1, Seed: 1}, Preprocess: "none",
	}}.Build(context.Background(), nil)
	if err != nil {
		t.Fatal(err)
	}
	if p.Constants["mu"].Provenance != problems.CertifiedInSpan {
		t.Fatalf("mu is %v", p.Constants["mu"])
	}
	return p
}

func TestPlantedErrorsInTheSpanAreFound(t *testing.T) {
	Check(t, wide(t))
	for name, plant := range map[string]func(*problems.Problem){
		"mu": func(p *problems.Problem) {
			p.Constants["mu"] = problems.Constant{Value: 1.001 * p.Constants["mu"].Value, Provenance: problems.CertifiedInSpan}
		},
		"everywhere": func(p *problems.Problem) {
			p.Constants["mu"] = problems.Constant{Value: p.Constants["mu"].Value, Provenance: problems.Certified}
		},
		"minimizer off the span": func(p *problems.Problem) {
			off := []float64{1, 1, 1, 1, 1, 1, 1}
			perpendicular(off, linear.Densify(p.Objective.(*linear.Model).Rows))
			for j := range off {
				off[j] += p.Optimum.Theta[j]
			}
			p.Optimum.Theta, p.Optimum.Value = off, p.Objective.Value(off)
		},
	} {
		p := *wide(t)
		p.Constants = maps.Clone(p.Constants)
		plant(&p)
		found := false
		for _, fault := range Faults(&p) {
			found = found || strings.Contains(fault.Error(), "claimed mu")
		}
		if !found {
			t.Errorf("%s: not found; the faults are %v", name, Faults(&p))
		}
	}
}

// perpendicular takes the span of the rows out of x, by sweeps along each of them.
func perpendicular(x []float64, rows *linear.Dense) {
	for range 2000 {
		for i := range rows.N {
			rows.AddScaled(x, -rows.Dot(i, x)/rows.SquaredNorm(i), i)
		}
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
