package main

import (
	"bytes"
	"context"
	"encoding/csv"
	"math"
	"os"
	"path/filepath"
	"strconv"
	"testing"

	"regret/experiments/cli"
)

func regret(t *testing.T, args ...string) (status int, output string) {
	t.Helper()
	var out bytes.Buffer
	status = cli.Main(context.Background(), args, &out, &out)
	return status, out.String()
}

func TestGalleryIsValid(t *testing.T) {
	files, err := filepath.Glob(filepath.Join("..", "configs", "*.yaml"))
	if err != nil || len(files) < 8 {
		t.Fatalf("%d files in the gallery (error %v)", len(files), err)
	}
	if status, output := regret(t, append([]string{"validate", "--resolve"}, files...)...); status != 0 {
		t.Errorf("status %d\n%s", status, output)
	}
}

// The bounds by the noise at the optimum hold on noisy data, on data that the model
// fits, with mu in the span of the rows alone, and on a classifier.
func TestNoiseAtTheOptimum(t *testing.T) {
	results := t.TempDir()
	if status, output := regret(t, "run", "--results", results, filepath.Join("..", "configs", "noise-at-the-optimum.yaml")); status != 0 {
		t.Fatalf("status %d\n%s", status, output)
	}
	start := map[string]float64{} // R^2 by problem
	for _, row := range readTable(t, filepath.Join(results, "noise-at-the-optimum", "curves.csv")) {
		if row["quantity"] == "squared-distance" && row["t"] == "1" {
			start[row["problem"]] = number(t, row["mean"])
		}
	}
	held := 0
	for _, row := range readTable(t, filepath.Join(results, "noise-at-the-optimum", "summary.csv")) {
		if row["schedule"] == "small" && !(number(t, row["final_bound"]) < start[row["problem"]]/5) {
			t.Errorf("%s: %s ends at %s, not below R^2/5 = %v/5", row["problem"], row["bound"], row["final_bound"], start[row["problem"]])
		}
		if row["entry"] == "bound" && row["verdict"] == "holds" {
			held++
		}
		if row["problem"] == "interpolated" && row["bound"] == "gower-any" && number(t, row["final_mean"]) > 1e-4 {
			t.Errorf("the squared distance on interpolated data is %s", row["final_mean"])
		}
	}
	if held != 12 {
		t.Errorf("%d bounds hold, want 12", held)
	}
}

// The worst case for constant steps has regret DG sqrt T to the last digit: D,
// G and sqrt T are powers of two. Were the bound any smaller, the run would
// end with status 3; were the run any less bad, the claim "above" would fail.
func TestBoundsAreAttained(t *testing.T) {
	const D, G = 2, 4
	results := t.TempDir()
	if status, output := regret(t, "run", "--results", results, filepath.Join("..", "configs", "tight.yaml")); status != 0 {
		t.Fatalf("status %d\n%s", status, output)
	}
	found := 0
	for _, row := range readTable(t, filepath.Join(results, "tight", "summary.csv")) {
		if row["entry"] != "bound" || row["problem"] != "worst for constant steps" || row["schedule"] != "constant" ||
			row["bound"] != "zinkevich" || row["quantity"] != "average-regret" {
			continue
		}
		found++
		want := D * G / math.Sqrt(number(t, row["horizon"]))
		for _, column := range []string{"final_mean", "final_bound"} {
			if got := number(t, row[column]); math.Abs(got-want) > 1e-12*want {
				t.Errorf("T = %s: %s is %.17g, want DG/sqrt T = %.17g", row["horizon"], column, got, want)
			}
		}
	}
	if found != 6 {
		t.Errorf("%d horizons in the table, want 6", found)
	}
}

// Divergence is recorded, drawn and counted, never dropped.
func TestDivergenceIsKept(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, "diverges.yaml")
	text := `
horizon: 2000
seeds: 3
problems: [{name: p, kind: squared, data: {synthetic: {rows: 50, dim: 4, noise: 1}}}]
schedules: [{name: large, kind: constant, step: 30/L}]
averages: [uniform]
figures: [{quantity: average-loss, against: t}]
`
	if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	if status, output := regret(t, "run", "--results", dir, file); status != 0 {
		t.Fatalf("status %d\n%s", status, output)
	}
	last := map[string]string{}
	for _, row := range readTable(t, filepath.Join(dir, "diverges", "curves.csv")) {
		if row["quantity"] == "average-loss" && row["t"] == "2000" {
			last = row
		}
	}
	if last["count"] != "3" || last["mean"] != "+Inf" || last["max"] != "+Inf" {
		t.Errorf("at T the table holds %v, want three repetitions with mean +Inf", last)
	}
	svg, err := os.ReadFile(filepath.Join(dir, "diverges", "figures", "average-loss-against-t-p.svg"))
	if err != nil || !bytes.Contains(svg, []byte("diverged at")) {
		t.Errorf("the figure does not say that the runs diverged (error %v)", err)
	}
}

func readTable(t *testing.T, path string) []map[string]string {
	t.Helper()
	file, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	rows, err := csv.NewReader(file).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var table []map[string]string
	for _, row := range rows[1:] {
		named := map[string]string{}
		for i, cell := range row {
			named[rows[0][i]] = cell
		}
		table = append(table, named)
	}
	return table
}

func number(t *testing.T, text string) float64 {
	t.Helper()
	x, err := strconv.ParseFloat(text, 64)
	if err != nil {
		t.Fatal(err)
	}
	return x
}

// No bound is violated on the test functions of the field, and Nesterov's resist as
// long as he says.
func TestTestFunctions(t *testing.T) {
	for _, file := range []string{"test-functions.yaml", "test-functions-smooth.yaml"} {
		if status, output := regret(t, "run", "--quiet", "--results", t.TempDir(), filepath.Join("..", "configs", file)); status != 0 {
			t.Errorf("%s: status %d\n%s", file, status, output)
		}
	}
}
