package runner

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"regret/optim"
)

func draw(seed uint64, content, kind string, repetition, n, count int) []int32 {
	random := rand.New(newSource(seed, content, kind, repetition))
	rows := make([]int32, count)
	for i := range rows {
		rows[i] = int32(random.Uint32N(uint32(n)))
	}
	return rows
}

func TestStreamsAreKeyed(t *testing.T) {
	seen := map[string]bool{}
	for _, rows := range [][]int32{
		draw(1, "data", "iid", 0, 100, 20),
		draw(2, "data", "iid", 0, 100, 20),
		draw(1, "other", "iid", 0, 100, 20),
		draw(1, "data", "shuffle", 0, 100, 20),
		draw(1, "data", "iid", 1, 100, 20),
	} {
		seen[string(toBytes(rows))] = true
	}
	if len(seen) != 5 {
		t.Errorf("%d streams for 5 keys", len(seen))
	}
}

func toBytes(rows []int32) []byte {
	b := make([]byte, len(rows))
	for i, v := range rows {
		b[i] = byte(v)
	}
	return b
}

func TestSequentialRows(t *testing.T) {
	rows := make([]int32, 3)
	sequentialRows{}.Fill(rows, 5)
	if !slices.Equal(rows, []int32{4, 5, 6}) {
		t.Errorf("steps 5, 6, 7 see rows %v", rows)
	}
}

// The runner's loop and the samplings mean the same by F in place of a row.
func TestWholeIsWhole(t *testing.T) {
	c := absolute(full, 10, 1)
	rows := make([]int32, 3)
	c.Sampling.Law.Draws(nil).Fill(rows, 5)
	if !slices.Equal(rows, []int32{optim.Whole, optim.Whole, optim.Whole}) {
		t.Errorf("full subgradients see rows %v", rows)
	}
}

func TestNewRowsErrors(t *testing.T) {
	_, err := newRows(&run{c: ptr(absolute(sequence, 31, 1))})
	if want := "horizon 31 is beyond the sequence of 30 losses"; err == nil || !strings.Contains(err.Error(), want) {
		t.Errorf("%v, want %s", err, want)
	}
}

func ptr[T any](v T) *T { return &v }
