package main

import (
	"os"
	"path/filepath"
	"testing"
)

// No bound is called violated on populations of every kind, and those that speak of
// them are judged.
func TestBoundsHoldOnPopulations(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, "streaming.yaml")
	text := `
horizon: 400
seeds: 100
problems:
  - {name: whole, kind: streaming-squared, dim: 3, capacity: 1}
  - {name: ball, kind: streaming-squared, dim: 3, capacity: 1, domain: {ball: 3}}
  - {name: small ball, kind: streaming-squared, dim: 3, ridge: 0.1, law: multiplicative, domain: {ball: 0.3}}
  - {name: box, kind: streaming-squared, dim: 3, law: student, freedom: 2.5, domain: {kind: box, lo: -2, hi: 2}}
  - {name: simplex, kind: streaming-squared, dim: 3, domain: simplex}
  - {name: logistic, kind: streaming-logistic, dim: 3, signal: 2}
  - {name: logistic ball, kind: streaming-logistic, dim: 3, ridge: 0.1, domain: {ball: 1}}
schedules:
  - {name: constant, kind: constant, step: 0.1/L}
averages: [uniform, step-weighted, last]
figures: [{quantity: gap-last, against: t, per: problem}]
`
	if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	if status, output := regret(t, "run", "--results", dir, file); status != 0 {
		t.Fatalf("status %d\n%s", status, output)
	}
	judged := map[string]int{}
	for _, row := range readTable(t, filepath.Join(dir, "streaming", "summary.csv")) {
		if row["entry"] != "bound" {
			continue
		}
		judged[row["bound"]+" "+row["verdict"]]++
		if row["verdict"] == "violated" {
			t.Errorf("%s, %s: %s is violated", row["problem"], row["schedule"], row["bound"])
		}
	}
	for _, want := range []string{"bach-moulines holds", "zinkevich-observed holds", "smooth-distance holds", "smooth-weighted-average holds", "zinkevich not applicable"} {
		if judged[want] == 0 {
			t.Errorf("nothing for %q among %v", want, judged)
		}
	}
}
