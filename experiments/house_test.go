package main

import (
	"os/exec"
	"strings"
	"testing"
)

// Imports run down only: experiments stands on optim and problems, which do not
// know each other and stand on problems/linear.
func TestImportsRunDown(t *testing.T) {
	out, err := exec.Command("go", "list", "-f", `{{.ImportPath}}{{range .Deps}} {{.}}{{end}}`, "regret/...").Output()
	if err != nil {
		t.Fatal(err)
	}
	packages := 0
	for line := range strings.Lines(string(out)) {
		fields := strings.Fields(line)
		packages++
		for _, dep := range fields[1:] {
			if strings.HasPrefix(dep, "regret/") && !allowed(fields[0], dep) {
				t.Errorf("%s must not depend on %s", fields[0], dep)
			}
		}
	}
	if packages < 10 {
		t.Fatalf("go list found %d packages only", packages)
	}
}

func allowed(from, dep string) bool {
	const floor = "regret/problems/linear"
	switch {
	case within(from, "regret/experiments"):
		return true
	case within(from, floor):
		return within(dep, floor)
	case within(from, "regret/problems"):
		return within(dep, "regret/problems")
	case within(from, "regret/optim"):
		return within(dep, "regret/optim") || dep == floor
	}
	return false
}

func within(path, parent string) bool {
	return path == parent || strings.HasPrefix(path, parent+"/")
}
