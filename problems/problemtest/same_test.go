package problemtest

import (
	"maps"
	"strings"
	"testing"

	"regret/problems"
	"regret/problems/domain"
)

func TestSame(t *testing.T) {
	if err := Same(sample(t), sample(t)); err != nil {
		t.Error(err)
	}
	double := func(g []float64, v float64) float64 { return 2 * v }
	for want, plant := range map[string]func(*problems.Problem){
		"content":          func(p *problems.Problem) { p.Content = "" },
		"formula":          func(p *problems.Problem) { p.Formula += " " },
		"domain":           func(p *problems.Problem) { p.Domain = domain.Ball{Radius: 3} },
		"kind of sequence": func(p *problems.Problem) { p.Online = true },
		"start":            func(p *problems.Problem) { p.Start = []float64{0, 0, 1e-300} },
		"optimum":          func(p *problems.Problem) { p.Optimum.Theta = p.Start },
		"certificate":      func(p *problems.Problem) { p.Optimum.Gap *= 2 },
		"constants":        func(p *problems.Problem) { delete(p.Constants, "G") },
		"in F":             func(p *problems.Problem) { p.Objective = wrong{Objective: p.Objective, value: double} },
		"in term":          func(p *problems.Problem) { p.Objective = wrong{Objective: p.Objective, term: double} },
	} {
		p := *sample(t)
		p.Constants = maps.Clone(p.Constants)
		plant(&p)
		if err := Same(sample(t), &p); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v", want, err)
		}
	}
}
