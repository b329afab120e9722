package report

import (
	"regret/experiments/analysis"
	"regret/optim/bound"
)

// ratioLabel says what is divided by the bound: each seed's value, of which the
// worst is shown, for bounds on every path, the mean for bounds on it.
func (p *panel) ratioLabel(bounds boundIndex) string {
	modes := map[bound.Mode]bool{}
	seeds := 0
	for _, c := range p.curves {
		seeds = max(seeds, len(c.Runs))
		for _, b := range bounds[keyOf(c)] {
			if b.Verdict != analysis.NotApplicable {
				modes[b.Row.Mode] = true
			}
		}
	}
	switch {
	case seeds == 1 || len(modes) != 1:
		return "measured/bound"
	case modes[bound.Expectation]:
		return "mean/bound"
	}
	return "measured/bound, worst seed"
}
