package store

import (
	"os"
	"path/filepath"
	"testing"
	"time"
)

func TestLeftovers(t *testing.T) {
	s := open(t)
	save(t, s, testRecord())
	results := filepath.Dir(s.runs)
	for _, folder := range []string{"figures", "mine"} {
		if err := os.Mkdir(filepath.Join(results, folder), 0o755); err != nil {
			t.Fatal(err)
		}
	}
	write := func(name string, age time.Duration) string {
		path := filepath.Join(results, name)
		if err := os.WriteFile(path, []byte("# {"), 0o600); err != nil {
			t.Fatal(err)
		}
		then := time.Now().Add(-age)
		if err := os.Chtimes(path, then, then); err != nil {
			t.Fatal(err)
		}
		return path
	}
	exists := func(path string) bool {
		_, err := os.Stat(path)
		return err == nil
	}
	gone := []string{
		write("runs/01/."+testKey+".csv123", 2*abandoned),
		write(".report.html7", 2*abandoned),
		write("figures/.regret.svg8412", 2*abandoned),
	}
	kept := []string{
		write("runs/01/."+testKey+".csv456", 0), // another process may be writing it
		write("figures/.regret.pdf3", 0),
		write("runs/01/notes.csv", 2*abandoned),
		write("curves.csv", 2*abandoned),
		write(".hidden", 2*abandoned),
		write(".song.mp3", 2*abandoned),
		write(".notes.md", 2*abandoned),
		write("mine/.report.html7", 2*abandoned),
	}
	again, err := Open(results + "/")
	if err != nil {
		t.Fatal(err)
	}
	for _, path := range gone {
		if exists(path) {
			t.Errorf("%s is still there", path)
		}
	}
	for _, path := range kept {
		if !exists(path) {
			t.Errorf("%s is gone", path)
		}
	}
	if _, ok, err := again.Load(testKey); !ok || err != nil {
		t.Errorf("the record: %v, %v", ok, err)
	}
}

func TestWriteFile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "new", "folder", "curves.csv")
	for _, text := range []string{"first, and long", "second"} {
		if err := WriteFile(path, []byte(text)); err != nil {
			t.Fatal(err)
		}
		got, err := os.ReadFile(path)
		if err != nil || string(got) != text {
			t.Errorf("%q, %v", got, err)
		}
	}
	info, err := os.Stat(path)
	if err != nil || info.Mode().Perm()&0o444 == 0 {
		t.Errorf("mode %v, %v", info.Mode(), err)
	}
	if err := WriteFile(filepath.Join(path, "below.csv"), nil); err == nil {
		t.Error("a file was made below a file")
	}
}
