package config

import (
	"context"
	"strings"
	"testing"

	"regret/experiments/catalogue"
)

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
