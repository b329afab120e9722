package sampling

import (
	"maps"
	"math/rand/v2"

	"regret/problems"
)

// Full takes the full subgradient of F at every step.
type Full struct{}

// Validate accepts all.
func (Full) Validate() error { return nil }

// Of implements Sampling. F is a draw with mean F, without noise, and as smooth as F.
func (Full) Of(p *problems.Problem) (*Law, error) {
	law := plain(p, false, func(*rand.PCG) Draws { return always{} })
	law.whole = true
	law.Constants = map[string]problems.Constant{}
	maps.Copy(law.Constants, p.Constants)
	for _, name := range []string{"Lmax", "Lexp"} {
		if L, known := p.Constants["L"]; known {
			law.Constants[name] = problems.Constant{Value: L.Value, Provenance: L.Provenance, Formula: "L, as f_t is F"}
		}
	}
	for _, name := range []string{"sigma", "sigma_star"} {
		law.Constants[name] = problems.Constant{Value: 0, Provenance: problems.Exact, Formula: "f_t is F"}
	}
	for _, name := range []string{"Rx", "noise"} { // of single samples
		delete(law.Constants, name)
	}
	return law, nil
}

type always struct{}

// Fill sets every row to Whole.
func (always) Fill(rows []int32, _ int) {
	for i := range rows {
		rows[i] = Whole
	}
}
