package config

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

func TestTooLarge(t *testing.T) {
	const start = "title: x\nproblems: [{kind: hinge, data: heart}]\nschedules: [{constant: 1}]\n#"
	path := filepath.Join(t.TempDir(), "large.yaml")
	for _, c := range []struct {
		size int
		ok   bool
	}{{maxBytes, true}, {maxBytes + 1, false}} {
		text := start + strings.Repeat("x", c.size-len(start))
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
		_, err := Load(context.Background(), path, Options{})
		if (err == nil) != c.ok {
			t.Errorf("%d bytes: %v", c.size, err)
		}
		if err != nil && err.Error() != path+": the file is larger than 1 MiB" {
			t.Errorf("%d bytes: %v", c.size, err)
		}
	}
}

func TestNoFile(t *testing.T) {
	_, err := Load(context.Background(), filepath.Join(t.TempDir(), "nothing.yaml"), Options{})
	if !errors.Is(err, os.ErrNotExist) {
		t.Errorf("error %v, want one that wraps os.ErrNotExist", err)
	}
}

// TestManyDiagnostics: a hopeless file is reported on a few pages.
func TestManyDiagnostics(t *testing.T) {
	var text strings.Builder
	text.WriteString("problems: [{kind: hinge, data: heart}]\nschedules:\n")
	for range 120 {
		text.WriteString("  - {kind: nonsense}\n")
	}
	_, err := parse(context.Background(), "many.yaml", []byte(text.String()), Options{})
	var diags Diagnostics
	if !errors.As(err, &diags) || len(diags) != maxDiagnostics {
		t.Fatalf("%d diagnostics, want %d: %v", len(diags), maxDiagnostics, err)
	}
	if lines := strings.Split(err.Error(), "\n"); lines[len(lines)-1] != "... too many errors" {
		t.Errorf("last line %q", lines[len(lines)-1])
	}
}

// TestHostileFilesAreCheap: texts of a mebibyte that tempt to quadratic work end
// within the time of a test.
func TestHostileFilesAreCheap(t *testing.T) {
	const start = "problems: [{kind: hinge, data: heart}]\n"
	fill := func(before, unit, after string) string {
		return before + strings.Repeat(unit, (maxBytes-len(before)-len(after))/len(unit)) + after
	}
	for name, text := range map[string]string{
		"lists":            fill("", "[", ""),
		"mappings":         fill("", "{", ""),
		"sequences":        fill("", "- ", ""),
		"one long line":    fill(start+"schedules: [{kind: inverse-sqrt, alpha: [", "zz,", "]}]"),
		"open parentheses": fill(start+"schedules: [", "(,", "]"),
		"unknown words":    fill(start+"schedules: [", "xx, ", "]"),
		"empty lines":      fill("", "\n", ""),
	} {
		var diags Diagnostics
		if _, err := parse(context.Background(), "hostile.yaml", []byte(text), Options{}); !errors.As(err, &diags) {
			t.Errorf("%s: error %v, want diagnostics", name, err)
		}
	}
}

// TestByteOrderMark: editors write it, and lines and columns do not count it.
func TestByteOrderMark(t *testing.T) {
	text := "\ufeffproblems: [{kind: hinge, data: haert}]\r\nschedules: [{constant: 1}]\r\n"
	_, err := parse(context.Background(), "bom.yaml", []byte(text), Options{})
	want := `bom.yaml:1:32: unknown data set "haert"; did you mean "heart"?
    1 | problems: [{kind: hinge, data: haert}]
      |                                ^`
	if err == nil || err.Error() != want {
		t.Errorf("got\n%v\nwant\n%s", err, want)
	}
}

// TestWindow: the caret stands under its column in long lines too.
func TestWindow(t *testing.T) {
	long := []rune(strings.Repeat("abcdefghij", 40))
	for col := 1; col <= len(long); col++ {
		shown, caret := window(string(long), col)
		runes := []rune(shown)
		if len(runes) > 112 || runes[caret-1] != long[col-1] {
			t.Fatalf("column %d (%c): caret %d in %q", col, long[col-1], caret, shown)
		}
	}
	if shown, caret := window("a\tb\x00c", 5); shown != "a b\ufffdc" || caret != 5 {
		t.Errorf("got %q, %d", shown, caret)
	}
}

// TestNotAFile: opening a pipe would wait for a writer, and a device may never end.
func TestNotAFile(t *testing.T) {
	pipe := filepath.Join(t.TempDir(), "pipe.yaml")
	if err := syscall.Mkfifo(pipe, 0o600); err != nil {
		t.Fatal(err)
	}
	for _, path := range []string{pipe, os.DevNull, t.TempDir()} {
		if _, err := Load(context.Background(), path, Options{}); err == nil || err.Error() != path+" is not a regular file" {
			t.Errorf("%s: error %v", path, err)
		}
	}
}

// TestFileNames: results lie in a folder of the file's name, which must not be the
// folder of all results or the one above it.
func TestFileNames(t *testing.T) {
	const text = "problems: [{kind: hinge, data: heart}]\nschedules: [{constant: 1}]\n"
	for name, ok := range map[string]bool{
		".yaml": false, "..yaml": false, "...yaml": false, "../.yaml": false, "a\nb.yaml": false,
		"....yaml": true, ".a.yaml": true, "a..yaml": true,
	} {
		_, err := parse(context.Background(), name, []byte(text), Options{})
		if (err == nil) != ok {
			t.Errorf("%q: error %v", name, err)
		}
		if err != nil && !strings.HasPrefix(err.Error(), name+": the file's name") {
			t.Errorf("%q: error %v", name, err)
		}
	}
}

// TestTitleLength: titles are counted in characters, not in bytes.
func TestTitleLength(t *testing.T) {
	for runes, ok := range map[int]bool{200: true, 201: false} {
		text := "title: " + strings.Repeat("é", runes) + "\nproblems: [{kind: hinge, data: heart}]\nschedules: [{constant: 1}]\n"
		if _, err := parse(context.Background(), "title.yaml", []byte(text), Options{}); (err == nil) != ok {
			t.Errorf("%d runes: error %v", runes, err)
		}
	}
}
