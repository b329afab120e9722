package main

import (
	"fmt"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// Every worst instance by its road from the configuration to the tables: what it
// attains is the bound at T, or the gap that is known of it.
func TestWorstInstancesAttainTheirBounds(t *testing.T) {
	for _, c := range []struct {
		of, schedules, quantity, average, bound string
		tolerance                               float64
	}{
		{"zinkevich, D: 2, G: 4", "{constant: D/(G*sqrt(T))}", "average-regret", "uniform", "zinkevich", 1e-12},
		{"regret-exact, D: 2, G: 4", nonIncreasing, "average-regret", "uniform", "regret-exact", 1e-9},
		{"last-exact, G: 3, R: 2", nonIncreasing + growing, "gap-last", "", "last-exact", 1e-9},
		{"touch-once, G: 3, R: 2", "{constant: R/(G*sqrt(T))}", "gap-average", "step-weighted", "weighted-average", 1e-12},
		{"touch-once, G: 3, R: 2", "{constant: R/(G*sqrt(T))}", "gap-average", "uniform", "const-average", 1e-12},
		{"touch-once, G: 3, R: 2", "{linear-decay: R/(G*sqrt(T))}", "gap-last", "", "linear-decay", 1e-9},
		{"huber-slope, L: 4, R: 2", "{constant: 0.25}, {inverse-sqrt: 0.2}, {linear-decay: 0.25}", "gap-last", "", "gradient-descent", 1e-12},
		{"parabola, L: 4, R: 2", "{constant: 0.4999}", "gap-last", "", "gradient-descent-constant", 1e-9},
	} {
		t.Run(c.bound, func(t *testing.T) {
			rows := readTable(t, filepath.Join(runWorst(t, c.of, c.schedules, 64, "["+c.bound+"]"), "summary.csv"))
			found := 0
			for _, row := range rows {
				if row["entry"] != "bound" || row["quantity"] != c.quantity || row["average"] != c.average {
					continue
				}
				found++
				measured, bound := number(t, row["final_mean"]), number(t, row["final_bound"])
				if math.Abs(measured-bound) > c.tolerance*bound {
					t.Errorf("%s: %.17g measured, the bound is %.17g", row["schedule"], measured, bound)
				}
			}
			if want := strings.Count(c.schedules, "{"); found != want {
				t.Errorf("%d schedules in the table, want %d", found, want)
			}
		})
	}
}

const (
	nonIncreasing = "{constant: 0.05}, {inverse-sqrt: 0.1}, {inverse-time: 0.2}, {kind: polynomial, alpha: 0.1, power: 0.75}, " +
		"{linear-decay: 0.1}, {cosine: 0.1}, {kind: warmup-stable-decay, alpha: 0.1, warmup: 0, cooldown: 0.2}, " +
		"{kind: step-decay, alpha: 0.1, factor: 0.5, every: 16}, {kind: exponential, alpha: 0.1, ratio: 0.95}"
	growing = ", {kind: formula, step: 0.1*sqrt(t/T)}"
)

// E4: the step-weighted average of f falls short of the bound by (eta G/2)^2/(2 T eta).
func TestAbsoluteValueFallsShort(t *testing.T) {
	const T, G, R = 64, 3, 2
	const eta = R / (G * 7.5)
	for _, row := range readTable(t, filepath.Join(runWorst(t, "absolute-value, G: 3, R: 2", "{constant: R/(G*7.5)}", T, "[weighted-average]"), "summary.csv")) {
		if row["quantity"] != "average-regret" || row["average"] != "step-weighted" {
			continue
		}
		short := number(t, row["final_bound"]) - number(t, row["final_mean"])
		if want := math.Pow(eta*G/2, 2) / (2 * T * eta); math.Abs(short-want) > 1e-12 {
			t.Errorf("short by %.15g, want %.15g", short, want)
		}
		return
	}
	t.Error("no average in the table")
}

// Lower bounds on the gap at T that are known in closed form.
func TestWorstInstancesLeaveTheirGaps(t *testing.T) {
	const T = 1025
	const chainR2 = (2*T - 1) * (4*T - 1) / (12. * T) // sum (i/(2T))^2, i < 2T
	for _, c := range []struct {
		of, schedule string
		least        float64
	}{
		{"harvey-convex", "{inverse-sqrt: 1}", math.Log(T-1) / (32 * math.Sqrt(T-1))},
		{"harvey-strongly-convex", "{inverse-time: 1}", math.Log(T-1) / (4 * (T - 1))},
		{"nesterov-chain, L: 2", "{constant: 1/L}", 3 * 2 * chainR2 / (32 * T * T)},
	} {
		t.Run(c.of, func(t *testing.T) {
			results := runWorst(t, c.of, c.schedule, T, "all")
			gap := math.NaN()
			for _, row := range readTable(t, filepath.Join(results, "curves.csv")) {
				if row["quantity"] == "gap-last" && row["t"] == fmt.Sprint(T) {
					gap = number(t, row["mean"])
				}
			}
			if !(gap >= c.least) {
				t.Errorf("gap %.6g, want at least %.6g", gap, c.least)
			}
			noneViolated(t, results)
		})
	}
}

// Repetitions of E6 draw noise of their own, and no bound is violated.
func TestRakhlinCornerIsStochastic(t *testing.T) {
	results := runWorst(t, "rakhlin-corner", "{inverse-time: 1/mu}", 1000, "all")
	spread := 0.0
	for _, row := range readTable(t, filepath.Join(results, "curves.csv")) {
		if row["quantity"] == "gap-average" && row["average"] == "uniform" && row["t"] == "1000" {
			spread = number(t, row["max"]) - number(t, row["min"])
		}
	}
	if !(spread > 0) {
		t.Errorf("the gaps of the repetitions differ by %g", spread)
	}
	noneViolated(t, results)
}

func noneViolated(t *testing.T, results string) {
	t.Helper()
	judged := 0
	for _, row := range readTable(t, filepath.Join(results, "summary.csv")) {
		switch row["verdict"] {
		case "violated":
			t.Errorf("%s is violated: %s", row["bound"], row["why"])
		case "holds":
			judged++
		}
	}
	if judged == 0 {
		t.Error("no bound was judged")
	}
}

// runWorst runs one worst instance and returns the folder of its results.
func runWorst(t *testing.T, of, schedules string, T int, bounds string) (results string) {
	t.Helper()
	dir := t.TempDir()
	file := filepath.Join(dir, "worst.yaml")
	text := fmt.Sprintf(`
horizon: %d
seeds: 12
checkpoints: 20
problems: [{kind: worst-instance, of: %s}]
schedules: [%s]
averages: [uniform, step-weighted, last]
bounds: %s
figures: [{quantity: distance, against: t}]
`, T, of, schedules, bounds)
	if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	if status, output := regret(t, "run", "--results", dir, file); status != 0 {
		t.Fatalf("status %d\n%s", status, output)
	}
	return filepath.Join(dir, "worst")
}
