package config

import (
	"math"
	"testing"
)

// Formulas and theorems see the constants of the sampling: sigma is less by the root of
// the batch, and the step with it the larger. Problems that have an order of their own
// are run once, whatever the file lists.
func TestSamplingsOfAPlan(t *testing.T) {
	plan := load(t, "samplings")
	sigma, step, params := map[string]float64{}, map[string]float64{}, map[string]float64{}
	labels := map[string]bool{}
	for _, c := range plan.Cases {
		labels[c.Problem+" "+c.Sampling.Label] = true
		if c.Problem != "rows" || c.Schedule != "constant" || c.Horizon != 400 {
			continue
		}
		var eta [1]float64
		c.Steps.Fill(eta[:], 1, c.Horizon)
		name := c.Sampling.Name
		sigma[name], step[name], params[name] = c.Instance.Constants["sigma"].Value, eta[0], c.Params["size"]
		if want := c.Instance.Constants["R"].Value / (sigma[name] * 20); step[name] != min(0.5, want) {
			t.Errorf("%s: step %v, want %v", name, step[name], want)
		}
	}
	for name, factor := range map[string]float64{"quick size=4": 2, "quick size=16": 4, "mini-batch": 2 * math.Sqrt(269.0/266)} {
		if got := sigma["iid"] / sigma[name]; math.Abs(got-factor) > 1e-12 {
			t.Errorf("%s: sigma is %v times smaller, want %v", name, got, factor)
		}
	}
	if params["quick size=16"] != 16 || params["mini-batch"] != 0 {
		t.Errorf("grid parameters %v", params)
	}
	for _, want := range []string{"rows iid", "rows quick size=4", "rows quick size=16", "rows mini-batch", "rows importance", "rows shuffle", "sequence "} {
		if !labels[want] {
			t.Errorf("%q is missing among %v", want, labels)
		}
	}
	if len(labels) != 7 || len(plan.Cases) != 2*2*7 {
		t.Errorf("%d cases, labels %v", len(plan.Cases), labels)
	}
}
