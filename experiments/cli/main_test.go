package cli_test

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"regret/experiments/cli"
	"regret/experiments/config"
)

// A run that is asked to stop says how to go on, and goes on.
func TestInterruptedRunGoesOn(t *testing.T) {
	dir := t.TempDir()
	t.Setenv("XDG_CACHE_HOME", dir)
	file := filepath.Join(dir, "stopped.yaml")
	text := "horizon: 100\nseeds: 2\nproblems: [{kind: absolute, data: iris, domain: {ball: 1}}]\nschedules: [{constant: 0.1}]\n"
	if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	args := []string{"run", file, "--results", filepath.Join(dir, "results")}
	stopped, stop := context.WithCancel(context.Background())
	stop()
	var out, errout bytes.Buffer
	if status := cli.Main(stopped, args, &out, &errout); status != 1 {
		t.Errorf("status %d of an interrupted run, want 1", status)
	}
	if want := "the same command goes on from there"; !strings.Contains(errout.String(), want) {
		t.Errorf("got %q, want it to say %q", errout.String(), want)
	}
	if status := cli.Main(context.Background(), args, &out, &errout); status != 0 {
		t.Errorf("status %d of the same command, want 0: %s", status, errout.String())
	}
}

// Editors read configs/schema.json: `regret schema > configs/schema.json` makes it.
func TestSchemaFileIsFresh(t *testing.T) {
	stored, err := os.ReadFile("../../configs/schema.json")
	if err != nil {
		t.Fatal(err)
	}
	made, err := config.Schema()
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(stored, made) {
		t.Error("configs/schema.json is stale: make build && bin/regret schema > configs/schema.json")
	}
}
