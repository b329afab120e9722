package schedule_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"regret/optim/schedule"
)

func TestTableFile(t *testing.T) {
	tests := []struct {
		name, text, column string
		want               []float64
		problem            string
	}{
		{"one column", "3\n1\n4e-1\n", "", []float64{3, 1, 0.4}, ""},
		{"header", "eta\n3\n1\n", "", []float64{3, 1}, ""},
		{"byte order mark, carriage returns, no last newline", "\ufeffeta\r\n3\r\n1", "eta", []float64{3, 1}, ""},
		{"byte order mark before a number", "\ufeff3\n1\n", "", []float64{3, 1}, ""},
		{"comments and empty lines", "# steps\n3\n\n# more\n1\n", "", []float64{3, 1}, ""},
		{"named column", "t, eta\n1, 3\n2, 0\n", "eta", []float64{3, 0}, ""},
		{"numbered column", "t,eta\n1,3\n2,1\n", "2", []float64{3, 1}, ""},
		{"numbered column, no header", "2,3\n4,1\n", "2", []float64{3, 1}, ""},
		{"quoted", "\"eta\"\n\"3\"\n", "eta", []float64{3}, ""},
		{"which column", "t,eta\n1,3\n", "", nil, "steps.csv:1: file has 2 columns: name one with column"},
		{"no such name", "t,eta\n1,3\n", "step", nil, `steps.csv:1: no column "step": the first line is t,eta`},
		{"no such number", "t,eta\n1,3\n", "3", nil, "steps.csv:1: no column 3: file has 2"},
		{"zeroth column", "t,eta\n1,3\n", "0", nil, "steps.csv:1: no column 0"},
		{"not a number", "# steps\n3\n\nthree\n", "", nil, `steps.csv:4: "three" is not a number`},
		{"negative", "3\n-1\n", "", nil, "steps.csv:2: step must be in [0, inf), got -1"},
		{"NaN", "NaN\n", "", nil, "steps.csv:1: step must be in [0, inf), got NaN"},
		{"too large", "1e400\n", "", nil, `steps.csv:1: "1e400" is not a number`},
		{"ragged", "1,3\n2\n", "2", nil, "steps.csv:2: wrong number of fields"},
		{"bare quote", "1\n2\"\n", "", nil, "steps.csv:2: bare \""},
		{"empty", "", "", nil, "steps.csv: no steps"},
		{"header alone", "eta\n", "", nil, "steps.csv: no steps"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			file := filepath.Join(t.TempDir(), "steps.csv")
			if err := os.WriteFile(file, []byte(test.text), 0o600); err != nil {
				t.Fatal(err)
			}
			table, err := schedule.Table{File: file, Column: test.column}.Load()
			wantError(t, err, test.problem)
			if err == nil && !slices.Equal(table.Steps, test.want) {
				t.Errorf("got %v, want %v", table.Steps, test.want)
			}
			if err == nil && schedule.Check(table, len(test.want)) != nil {
				t.Errorf("a loaded table is refused: %v", schedule.Check(table, len(test.want)))
			}
		})
	}
}

func TestTableWithoutFile(t *testing.T) {
	table, err := schedule.Table{Steps: []float64{2, 1}}.Load()
	if err != nil || !slices.Equal(table.Steps, []float64{2, 1}) {
		t.Errorf("got %v, %v", table, err)
	}
	_, err = schedule.Table{File: filepath.Join(t.TempDir(), "missing.csv")}.Load()
	wantError(t, err, "missing.csv")
	_, err = schedule.Table{Steps: []float64{-2}}.Load()
	wantError(t, err, "steps must be in [0, inf)")
}

func TestTableThatIsNotLoaded(t *testing.T) {
	table := schedule.Table{File: "steps.csv"}
	wantError(t, schedule.Check(table, 1), "table has 0 steps")
	defer func() {
		if problem, _ := recover().(string); !strings.HasPrefix(problem, "schedule: eta_1") {
			t.Errorf("Fill panics with %q", problem)
		}
	}()
	table.Fill(make([]float64, 1), 1, 1)
}
