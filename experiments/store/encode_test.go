package store

import (
	"errors"
	"fmt"
	"math"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"
)

func TestEveryFloatSurvives(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		bits := rapid.SliceOfN(rapid.Uint64(), 1, 8).Draw(t, "bits")
		r := &Record{Key: testKey, Columns: make([]string, len(bits)), Rows: [][]float64{make([]float64, len(bits))}}
		for j, b := range bits {
			r.Columns[j] = fmt.Sprint("c", j)
			r.Rows[0][j] = math.Float64frombits(b)
		}
		content, err := encode(r)
		if err != nil {
			t.Fatal(err)
		}
		got, err := decode(content)
		if err != nil {
			t.Fatal(err)
		}
		for j, want := range r.Rows[0] {
			v := got.Rows[0][j]
			if math.Float64bits(v) != math.Float64bits(want) && !(math.IsNaN(v) && math.IsNaN(want)) {
				t.Errorf("%x became %x", want, v)
			}
		}
	})
}

// A file that was cut or has a flipped bit is refused, unless it still says the
// same: nothing vouches for the provenance, and JSON's names know no case.
func TestDamageIsNoticed(t *testing.T) {
	s := open(t)
	r := testRecord()
	save(t, s, r)
	path := s.path(testKey)
	whole, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	accepted := func(content []byte) bool {
		if err := os.WriteFile(path, content, 0o644); err != nil {
			t.Fatal(err)
		}
		got, ok, err := s.Load(testKey)
		if ok {
			got.Provenance = r.Provenance
			if d := cmp.Diff(r, got, cmpopts.EquateNaNs()); d != "" {
				t.Errorf("a changed record is trusted: %s", d)
			}
		} else if got != nil || !errors.Is(err, ErrDamaged) {
			t.Errorf("%v, %v", got, err)
		}
		return ok
	}
	for n := range whole {
		if accepted(whole[:n]) {
			t.Errorf("the first %d bytes are trusted", n)
		}
	}
	if accepted(append(whole[:len(whole):len(whole)], '\n')) {
		t.Error("a longer file is trusted")
	}
	head := strings.Index(string(whole), "\n")
	for i := range whole {
		for _, bit := range []byte{1, 1 << 5} {
			content := append([]byte(nil), whole...)
			content[i] ^= bit
			if accepted(content) && i > head {
				t.Errorf("byte %d of the table is changed by %#x and trusted", i, bit)
			}
		}
	}
	save(t, s, r)
	if _, ok, err := s.Load(testKey); !ok || err != nil {
		t.Errorf("a record saved over a damaged one: %v, %v", ok, err)
	}
}
