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
	write := func(name string, age time.Duration) string {
		path := filepath.Join(s.runs, "01", name)
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
	old := write("."+testKey+".csv123", 2*abandoned)
	young := write("."+testKey+".csv456", 0) // another process may be writing it
	foreign := write("notes.csv", 2*abandoned)
	again, err := Open(filepath.Dir(s.runs))
	if err != nil {
		t.Fatal(err)
	}
	if exists(old) || !exists(young) || !exists(foreign) {
		t.Errorf("after Open: old %v, young %v, foreign %v", exists(old), exists(young), exists(foreign))
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
