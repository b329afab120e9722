package config

import (
	"context"
	"slices"
	"strings"
	"testing"

	"regret/experiments/catalogue"
)

// All that formulas may name is explained, and nothing else.
func TestFormulaNamesAreExplained(t *testing.T) {
	var explained []string
	for _, c := range catalogue.FormulaNames() {
		if c.Doc == "" {
			t.Errorf("%s is not explained", c.Name)
		}
		explained = append(explained, c.Name)
	}
	slices.Sort(explained)
	if want := slices.Sorted(slices.Values(stepNames)); !slices.Equal(explained, want) {
		t.Errorf("explained are %q, known to formulas %q", explained, want)
	}
}

// TestExamplesLoad: the YAML that the catalogue shows for a kind works.
func TestExamplesLoad(t *testing.T) {
	const (
		problems  = "problems: [{kind: absolute, data: heart, domain: {ball: 2}}]\n"
		schedules = "schedules: [{constant: 1}]\n"
	)
	for _, group := range catalogue.Groups() {
		for _, e := range catalogue.Entries(group) {
			var text string
			switch group {
			case "problems":
				text = e.Example + "\n" + schedules
			case "schedules", "compositions":
				text = problems + e.Example + "\n"
			case "datasets":
				text = "problems:\n  - kind: absolute\n    domain: {ball: 2}\n    " + e.Example + "\n" + schedules
			case "domains":
				text = "problems:\n  - kind: absolute\n    data: heart\n    " + e.Example + "\n" + schedules
			default:
				text = problems + schedules + e.Example + "\n"
			}
			if !strings.Contains(text, e.Kind) {
				t.Errorf("%s %s: the example does not show it: %s", group, e.Kind, e.Example)
			}
			if _, err := parse(context.Background(), "example.yaml", []byte(text), Options{}); err != nil {
				t.Errorf("%s %s: %v", group, e.Kind, err)
			}
		}
	}
}
