package report

import (
	"regret/experiments/config"
	"regret/experiments/figure"
)

// guides draws the slope -1/2 where theory speaks of it: against the horizon,
// and along t for steps that decay in the same way whatever the horizon.
func (p *panel) guides() []figure.Guide {
	if !quantityTexts[p.figure.Quantity].rate {
		return nil
	}
	if p.figure.Against == "horizon" {
		return []figure.Guide{{Slope: -0.5, Label: "T^{−1/2}"}}
	}
	for _, c := range p.curves {
		if decaysAnytime(c.Case) {
			return []figure.Guide{{Slope: -0.5, Label: "t^{−1/2}"}}
		}
	}
	return nil
}

// decaysAnytime says whether the steps decay along t and are those of a run
// with twice the horizon.
func decaysAnytime(c *config.Case) bool {
	var first, last, firstOfLonger, lastOfLonger [1]float64
	c.Steps.Fill(first[:], 1, c.Horizon)
	c.Steps.Fill(last[:], c.Horizon, c.Horizon)
	c.Steps.Fill(firstOfLonger[:], 1, 2*c.Horizon)
	c.Steps.Fill(lastOfLonger[:], c.Horizon, 2*c.Horizon)
	return last[0] < first[0] && first == firstOfLonger && last == lastOfLonger
}
