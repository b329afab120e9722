package config

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"regret/experiments/catalogue"
	"regret/problems/problemtest"
)

// fullyGiven are problems with a value of their own for every parameter.
var fullyGiven = []string{
	`{kind: squared, data: {synthetic: {rows: 30, dim: 3, noise: 0.5, condition: 10, correlation: 0.2, outliers: 0.1, seed: 3}},
	  domain: {box: {lo: -1, hi: 2}}, ridge: 1/n, intercept: true, preprocess: scale}`,
	`{kind: logistic, data: wine, domain: {ball: 0.7}, ridge: 0.1, preprocess: rows, positive: "1"}`,
	`{kind: huber, data: diabetes, domain: {ball: 3}, ridge: 1e-3, delta: 0.3, preprocess: none}`,
	`{kind: quantile, data: diabetes, domain: simplex, tau: 0.9, intercept: true}`,
	`{kind: poisson, data: concrete, domain: {ball: 0.1}, ridge: 2}`,
	`{kind: exponential, data: iris, domain: {box: {lo: -0.1, hi: 0.3}}, positive: "2"}`,
	`{kind: portfolio, data: {market: {days: 40, assets: 3, drift: 0.01, volatility: 0.3, correlation: 0.5, seed: 4}}}`,
}

// A problem that a configuration names is the same problem when it is built from the
// resolved configuration, which has every default and number written out.
func TestProblemsSurviveWriting(t *testing.T) {
	texts := map[string]string{}
	for _, e := range catalogue.Entries("problems") {
		texts["example of "+e.Kind] = e.Example
	}
	for i, text := range fullyGiven {
		texts[fmt.Sprint("given ", i)] = "problems: [" + text + "]"
	}
	for name, text := range texts {
		t.Run(name, func(t *testing.T) {
			file := filepath.Join(t.TempDir(), "problem.yaml")
			text += "\nhorizon: 16\nseeds: 1\nschedules: [{constant: 0.01}]\n"
			first := loadText(t, file, []byte(text))
			second := loadText(t, file, first.Resolved)
			for i, c := range first.Cases {
				if err := problemtest.Same(c.Instance, second.Cases[i].Instance); err != nil {
					t.Errorf("%v\n%s", err, first.Resolved)
				}
			}
		})
	}
}

func loadText(t *testing.T, file string, text []byte) *Plan {
	t.Helper()
	if err := os.WriteFile(file, text, 0o644); err != nil {
		t.Fatal(err)
	}
	plan, err := Load(context.Background(), file, Options{Resolve: true})
	if err != nil {
		t.Fatalf("%v\n%s", err, text)
	}
	return plan
}
