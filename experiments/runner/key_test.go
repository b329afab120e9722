package runner

import (
	"testing"

	"regret/experiments/config"
	"regret/optim/average"
)

func keyOf(change func(*config.Plan, *config.Case), repetition int) string {
	plan, c := smallPlan(), absolute(iid, 100, 1)
	change(plan, &c)
	return newRun(plan, &c, repetition).key
}

// Each ingredient changes the key; so a stored run is never taken for another.
func TestEveryIngredientChangesTheKey(t *testing.T) {
	ingredients := map[string]func(*config.Plan, *config.Case){
		"problem":        func(_ *config.Plan, c *config.Case) { c.ProblemSpec += " " },
		"content":        func(_ *config.Plan, c *config.Case) { c.Instance.Content += " " },
		"start":          func(_ *config.Plan, c *config.Case) { c.Instance.Start[1] += 1e-16 },
		"comparator":     func(_ *config.Plan, c *config.Case) { c.Instance.Optimum.Theta[1] += 1e-16 },
		"method":         func(_ *config.Plan, c *config.Case) { c.MethodSpec += " " },
		"steps":          func(_ *config.Plan, c *config.Case) { c.StepSpec += " " },
		"horizon":        func(_ *config.Plan, c *config.Case) { c.Horizon++ },
		"sampling":       func(_ *config.Plan, c *config.Case) { c.Sampling.Spec = full },
		"checkpoints":    func(p *config.Plan, _ *config.Case) { p.Checkpoints *= 4 },
		"seed":           func(p *config.Plan, _ *config.Case) { p.Seed++ },
		"averages":       func(p *config.Plan, _ *config.Case) { p.Averages = p.Averages[:2] },
		"average's name": func(p *config.Plan, _ *config.Case) { p.Averages[0].Name = "plain" },
		"average's kind": func(p *config.Plan, _ *config.Case) { p.Averages[0].Average = average.Last{} },
	}
	same := func(*config.Plan, *config.Case) {}
	seen := map[string]string{keyOf(same, 0): "nothing"}
	if other := keyOf(same, 1); seen[other] != "" {
		t.Error("the repetition does not change the key")
	}
	for name, change := range ingredients {
		key := keyOf(change, 0)
		if other, ok := seen[key]; ok {
			t.Errorf("a change of %s gives the key of a change of %s", name, other)
		}
		seen[key] = name
	}
}

// What is only shown, and how often the rest is repeated, leaves the key alone.
func TestNamesLeaveTheKeyAlone(t *testing.T) {
	want := keyOf(func(*config.Plan, *config.Case) {}, 0)
	got := keyOf(func(p *config.Plan, c *config.Case) {
		p.Name, p.Title, p.Seeds = "other", "other", 99
		c.Problem, c.Method, c.Schedule = "a", "b", "c"
		c.Instance.Optimum.Gap, c.Instance.Optimum.Value = 1, 2
	}, 0)
	if got != want {
		t.Error("names change the key")
	}
}
