package schedule

import (
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// Files without an end, or larger than any table of steps, are refused before
// they are read.
func TestFilesThatAreNoTables(t *testing.T) {
	folder := t.TempDir()
	pipe, large := filepath.Join(folder, "pipe"), filepath.Join(folder, "large.csv")
	if err := syscall.Mkfifo(pipe, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(large, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Truncate(large, maxTable+1); err != nil {
		t.Fatal(err)
	}
	for path, want := range map[string]string{
		pipe: "pipe is not a regular file", os.DevNull: "null is not a regular file", folder: "is not a regular file",
		large: "large.csv is larger than 256 MiB",
	} {
		_, table := Table{File: path}.Load()
		_, refined := Refined{Alpha: 1, Pilot: path}.Load()
		for _, err := range []error{table, refined} {
			if err == nil || !strings.HasSuffix(err.Error(), want) {
				t.Errorf("%s: error %v, want %q", path, err, want)
			}
		}
	}
}

func TestTooManySteps(t *testing.T) {
	const text = "3\n2\n1\n"
	if steps, err := readColumn(strings.NewReader(text), "steps.csv", "", 3); len(steps) != 3 || err != nil {
		t.Errorf("%v, %v", steps, err)
	}
	if _, err := readColumn(strings.NewReader(text), "steps.csv", "", 2); err == nil || err.Error() != "steps.csv:3: more than 2 steps" {
		t.Errorf("error %v", err)
	}
	if err := new(pilot).add("1e9", "1", "1", "0"); err == nil || err.Error() != "more than 100000000 points" {
		t.Errorf("a pilot run of 1e9 points: %v", err)
	}
}
