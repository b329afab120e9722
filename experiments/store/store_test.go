package store

import (
	"errors"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
)

var testKey = strings.Repeat("0123456789abcdef", 4)

func testRecord() *Record {
	return &Record{
		Key:     testKey,
		Columns: []string{"t", "step", `value:a, "b"`},
		Rows: [][]float64{
			{1, 0.1, math.NaN()},
			{1e6, 1.0 / 3, math.Inf(1)},
			{1e7, math.SmallestNonzeroFloat64, math.Copysign(0, -1)},
		},
		DivergedAt: 7,
		Provenance: Provenance{Regret: "1.0", Go: "go1.26", CPU: "some", Command: "regret\nrun"},
	}
}

func open(t *testing.T) *Store {
	t.Helper()
	s, err := Open(filepath.Join(t.TempDir(), "some", "name"))
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func save(t *testing.T, s *Store, r *Record) {
	t.Helper()
	if err := s.Save(r); err != nil {
		t.Fatal(err)
	}
}

func TestSaveLoad(t *testing.T) {
	s := open(t)
	if _, ok, err := s.Load(testKey); ok || err != nil {
		t.Fatalf("an empty store has a record: %v, %v", ok, err)
	}
	want := testRecord()
	for range 2 { // writing twice is harmless
		save(t, s, want)
		got, ok, err := s.Load(testKey)
		if !ok || err != nil {
			t.Fatalf("saved record: %v, %v", ok, err)
		}
		if d := cmp.Diff(want, got, cmpopts.EquateNaNs()); d != "" {
			t.Error(d)
		}
		if !math.Signbit(got.Rows[2][2]) {
			t.Error("the sign of zero is lost")
		}
	}
}

func TestLayoutOnDisk(t *testing.T) {
	s := open(t)
	save(t, s, testRecord())
	path := filepath.Join(s.runs, "01", testKey+".csv")
	content, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(string(content), "\n")
	if !strings.HasPrefix(lines[0], `# {"key":"0123`) {
		t.Errorf("first line %s", lines[0])
	}
	want := []string{
		`t,step,"value:a, ""b"""`,
		"1,0.1,NaN",
		"1000000,0.3333333333333333,+Inf",
		"10000000,5e-324,-0",
		"",
	}
	if d := cmp.Diff(want, lines[1:]); d != "" {
		t.Error(d)
	}
	folder, err := os.ReadDir(filepath.Dir(path))
	if err != nil || len(folder) != 1 {
		t.Errorf("%d files beside the record, %v", len(folder), err)
	}
}

func TestRecordUnderAnotherName(t *testing.T) {
	s := open(t)
	save(t, s, testRecord())
	other := "01" + strings.Repeat("f", 62)
	if err := os.Rename(s.path(testKey), s.path(other)); err != nil {
		t.Fatal(err)
	}
	if _, ok, err := s.Load(other); ok || !errors.Is(err, ErrDamaged) {
		t.Errorf("%v, %v", ok, err)
	}
}

func TestKeyPanics(t *testing.T) {
	s := open(t)
	for _, key := range []string{"", "ab", "../../etc/passwd", "ABCDEF"} {
		func() {
			defer func() {
				if recover() == nil {
					t.Errorf("no panic for key %q", key)
				}
			}()
			s.Load(key)
		}()
	}
}

func TestColumn(t *testing.T) {
	r := testRecord()
	if r.Column("step") != 1 || r.Column("loss") != -1 {
		t.Errorf("columns %d, %d", r.Column("step"), r.Column("loss"))
	}
}

func TestProvenance(t *testing.T) {
	p := NewProvenance("1.2", "regret run")
	if p.Regret != "1.2" || p.Command != "regret run" || !strings.HasPrefix(p.Go, "go") || p.CPU == "" {
		t.Errorf("%+v", p)
	}
}
