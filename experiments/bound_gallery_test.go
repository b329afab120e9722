package main

import (
	"bytes"
	"math"
	"os"
	"path/filepath"
	"strconv"
	"testing"
)

// theoryTable runs a file of the gallery that makes no run, and returns the values of
// one bound by schedule and horizon: at the best scale, or for the steps as given.
func theoryTable(t *testing.T, name string) (dir string, value func(bound, schedule string, T int, best bool) float64) {
	t.Helper()
	results := t.TempDir()
	if status, output := regret(t, "run", "--quiet", "--results", results, filepath.Join("..", "configs", name+".yaml")); status != 0 || output != "" {
		t.Fatalf("status %d\n%s", status, output)
	}
	dir = filepath.Join(results, name)
	rows := readTable(t, filepath.Join(dir, "bounds.csv"))
	return dir, func(bound, schedule string, T int, best bool) float64 {
		for _, row := range rows {
			if row["bound"] == bound && row["schedule"] == schedule && row["t"] == strconv.Itoa(T) && (row["steps"] == "best") == best {
				return number(t, row["value"])
			}
		}
		t.Fatalf("no row of %s for %s, T = %d", bound, schedule, T)
		return 0
	}
}

// The table of tuned constants: sqrt T times the exact worst case of the last
// iterate at the best scale, over RG, to four digits.
func TestWorstLastTable(t *testing.T) {
	_, value := theoryTable(t, "worst-last")
	for schedule, want := range map[string][4]float64{
		"constant":        {1.1751, 1.4123, 1.6077, 1.7786},
		"t^(−1/2)":        {1.0767, 1.2258, 1.3737, 1.5153},
		"linear decay":    {1.0000, 1.0000, 1.0000, 1.0000},
		"cosine":          {1.0343, 1.0308, 1.0302, 1.0301},
		"WSD 20% linear":  {1.0865, 1.0801, 1.0798, 1.0798},
		"WSD 20% 1-sqrt":  {1.0966, 1.0641, 1.0630, 1.0630},
		"halved with T−t": {1.0185, 1.0201, 1.0198, 1.0197},
		"(1−t/T)²":        {1.0647, 1.0613, 1.0607, 1.0607},
	} {
		for i, T := range []int{10, 100, 1000, 10000} {
			if got := math.Sqrt(float64(T)) * value("last-exact", schedule, T, true); math.Abs(got-want[i]) > 1e-4 {
				t.Errorf("%s, T = %d: %.6f, want %.4f", schedule, T, got, want[i])
			}
		}
	}
}

// Zinkevich's bound is vacuous where the last step is 0 and the exact one is not;
// sums for linear decay to 1/T at T = 100, and 1/sqrt t at its best scale.
func TestVacuousBesideExact(t *testing.T) {
	dir, value := theoryTable(t, "vacuous")
	near := func(got, want, tolerance float64) {
		t.Helper()
		if !(math.Abs(got-want) <= tolerance) {
			t.Errorf("%.6f, want %g", got, want)
		}
	}
	near(100*value("regret-exact", "linear decay to 1/T", 100, false), 23.358, 5e-4)
	near(100*value("zinkevich", "linear decay to 1/T", 100, false), 502.5, 0.05)
	near(100*value("regret-exact", "t^(−1/2)", 100, false), 14.143495280700, 1e-10)
	for i, T := range []int{10, 100, 1000, 10000} {
		near(math.Sqrt(float64(T))*value("regret-exact", "t^(−1/2)", T, true), []float64{1.1885, 1.3336, 1.3878, 1.4058}[i], 1e-4)
		near(math.Sqrt(float64(T))*value("zinkevich", "constant", T, true), 1, 1e-12)
		for _, schedule := range []string{"linear decay", "cosine", "WSD 20% linear", "WSD 20% 1-sqrt"} {
			for _, best := range []bool{false, true} {
				exact, vacuous := value("regret-exact", schedule, T, best), value("zinkevich", schedule, T, best)
				if math.IsInf(exact, 0) || !math.IsInf(vacuous, 1) {
					t.Errorf("%s, T = %d: exact %g and Zinkevich's %g, want a number and +Inf", schedule, T, exact, vacuous)
				}
			}
		}
	}
	says(t, filepath.Join(dir, "figures", "regret-exact-zinkevich-given-against-horizon.svg"),
		"▲ infinite, so vacuous: zinkevich of linear decay, cosine, WSD 20% linear, WSD 20% 1-sqrt (7 of 7 points)")
	says(t, filepath.Join(dir, "notes.md"), "= infinite | vacuous |", "@zinkevich2003online", "D = 1, G = 1")
}

func says(t *testing.T, file string, texts ...string) {
	t.Helper()
	content, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	for _, text := range texts {
		if !bytes.Contains(content, []byte(text)) {
			t.Errorf("%s does not say %q", filepath.Base(file), text)
		}
	}
}
