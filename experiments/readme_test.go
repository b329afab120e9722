package main

import (
	"bytes"
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"regret/experiments/cli"
)

// TestReadme runs what the README tells its reader to: every indented command
// and every command in running text. Make targets are only looked up, since
// they run the tests and the whole gallery.
func TestReadme(t *testing.T) {
	readme, err := os.ReadFile(filepath.Join("..", "README.md"))
	if err != nil {
		t.Fatal(err)
	}
	root, err := filepath.Abs("..")
	if err != nil {
		t.Fatal(err)
	}
	t.Chdir(t.TempDir())
	for _, name := range []string{"configs", "Makefile"} {
		if err := os.Symlink(filepath.Join(root, name), name); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.WriteFile("mine.yaml", yamlBlock(t, string(readme)), 0o644); err != nil {
		t.Fatal(err)
	}
	commands := commandsOf(string(readme))
	if len(commands) < 8 {
		t.Fatalf("the README has %d commands only: %q", len(commands), commands)
	}
	for _, command := range commands {
		t.Run(command, func(t *testing.T) { runCommand(t, command) })
	}
}

func yamlBlock(t *testing.T, readme string) []byte {
	block := regexp.MustCompile("(?s)```yaml\n(.*?)```").FindStringSubmatch(readme)
	if block == nil {
		t.Fatal("the README shows no YAML")
	}
	return []byte(block[1])
}

// commandsOf finds `make ...` and `bin/regret ...`, in backquotes or indented,
// without a trailing comment.
func commandsOf(readme string) []string {
	var commands []string
	for _, match := range regexp.MustCompile("(?m)(?:^    |`)((?:make|bin/regret) [^`#\n]+)").FindAllStringSubmatch(readme, -1) {
		if command := strings.TrimSpace(match[1]); !strings.Contains(command, "NAME") {
			commands = append(commands, command)
		}
	}
	return commands
}

func runCommand(t *testing.T, command string) {
	words := strings.Fields(strings.ReplaceAll(command, "'", ""))
	if words[0] == "make" {
		if out, err := exec.Command("make", "-n", words[1]).CombinedOutput(); err != nil {
			t.Errorf("%v\n%s", err, out)
		}
		return
	}
	var stdout, stderr bytes.Buffer
	if status := cli.Main(context.Background(), words[1:], &stdout, &stderr); status != 0 {
		t.Errorf("status %d\n%s%s", status, stdout.String(), stderr.String())
	}
	if stdout.Len() == 0 {
		t.Error("it prints nothing")
	}
}
