package config

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"testing"
)

// FuzzLoad: no text makes the decoder panic, every complaint is a located
// diagnostic, and what is accepted stays accepted in its resolved form.
func FuzzLoad(f *testing.F) {
	for _, pattern := range []string{"good/*.yaml", "bad/*.yaml"} {
		files, err := filepath.Glob(filepath.Join("testdata", pattern))
		if err != nil || len(files) == 0 {
			f.Fatal(files, err)
		}
		for _, file := range files {
			text, err := os.ReadFile(file)
			if err != nil {
				f.Fatal(err)
			}
			f.Add(text)
		}
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		plan, err := parse(context.Background(), "fuzz.yaml", text, Options{})
		if err != nil {
			checkDiagnostics(t, text, err)
			return
		}
		again, err := parse(context.Background(), "fuzz.yaml", plan.Resolved, Options{})
		if err != nil {
			t.Fatalf("the resolved form is refused:\n%s\n%v", plan.Resolved, err)
		}
		if string(again.Resolved) != string(plan.Resolved) {
			t.Fatalf("the resolved form changes:\n%s\n%s", plan.Resolved, again.Resolved)
		}
	})
}

func checkDiagnostics(t *testing.T, text []byte, err error) {
	var diags Diagnostics
	if !errors.As(err, &diags) || len(diags) == 0 {
		t.Fatalf("error %v, want diagnostics", err)
	}
	if diags.Error() == "" {
		t.Fatal("empty report")
	}
	lines := len(lineBreak.Split(string(text), -1))
	for _, d := range diags {
		if d.Line < 0 || d.Line > lines || d.Message == "" {
			t.Errorf("%d lines, diagnostic %+v", lines, d)
		}
	}
}
