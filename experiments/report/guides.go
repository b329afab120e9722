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
// half as long.
func decaysAnytime(c *config.Case) bool {
	half := (c.Horizon + 1) / 2
	step := func(t, T int) float64 {
		var eta [1]float64
		c.Steps.Fill(eta[:], t, T)
		return eta[0]
	}
	return step(half, half) < step(1, half) && step(1, half) == step(1, c.Horizon) && step(half, half) == step(half, c.Horizon)
}
