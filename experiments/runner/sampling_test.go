package runner

import (
	"math"
	"slices"
	"strings"
	"testing"

	"regret/optim"
)

func draw(seed uint64, content string, repetition, n, count int) []int32 {
	rows := make([]int32, count)
	newUniformRows(seed, content, repetition, n).Fill(rows, 1)
	return rows
}

func TestUniformRowsDoNotDependOnBlocks(t *testing.T) {
	want := draw(1, "data", 0, 7, 1000)
	u := newUniformRows(1, "data", 0, 7)
	var got []int32
	for _, size := range []int{1, 2, 300, 97, 600} {
		block := make([]int32, size)
		u.Fill(block, len(got)+1)
		got = append(got, block...)
	}
	if !slices.Equal(got, want) {
		t.Error("blocks of other sizes give other rows")
	}
}

func TestUniformRowsAreKeyed(t *testing.T) {
	seen := map[string]bool{}
	for _, rows := range [][]int32{
		draw(1, "data", 0, 100, 20),
		draw(2, "data", 0, 100, 20),
		draw(1, "other", 0, 100, 20),
		draw(1, "data", 1, 100, 20),
	} {
		seen[string(toBytes(rows))] = true
	}
	if len(seen) != 4 {
		t.Errorf("%d streams for 4 keys", len(seen))
	}
}

func toBytes(rows []int32) []byte {
	b := make([]byte, len(rows))
	for i, v := range rows {
		b[i] = byte(v)
	}
	return b
}

// The counts of 7 rows in 70,000 draws: the chi-squared statistic has 6 degrees
// of freedom, and exceeds 27.9 with probability 1e-4.
func TestUniformRowsAreUniform(t *testing.T) {
	const n, draws = 7, 70_000
	var counts [n]float64
	for _, row := range draw(1, "data", 0, n, draws) {
		counts[row]++
	}
	var chi2 float64
	for _, c := range counts {
		chi2 += math.Pow(c-draws/n, 2) / (draws / n)
	}
	if chi2 > 27.9 {
		t.Errorf("chi-squared %v, counts %v", chi2, counts)
	}
}

func TestDeterministicRows(t *testing.T) {
	rows := make([]int32, 3)
	sequentialRows{}.Fill(rows, 5)
	if !slices.Equal(rows, []int32{4, 5, 6}) {
		t.Errorf("steps 5, 6, 7 see rows %v", rows)
	}
	wholeRows{}.Fill(rows, 5)
	if !slices.Equal(rows, []int32{optim.Whole, optim.Whole, optim.Whole}) {
		t.Errorf("full subgradients see rows %v", rows)
	}
}

func TestNewRowsErrors(t *testing.T) {
	for want, c := range map[string]*run{
		"horizon 31 is beyond the sequence of 30 losses": {c: ptr(absolute(sequence, 31, 1))},
		`unknown sampling "shuffled"`:                    {c: ptr(absolute("shuffled", 10, 1))},
	} {
		if _, err := newRows(c); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%v, want %s", err, want)
		}
	}
}

func TestSamplingDoesNotAllocate(t *testing.T) {
	u := newUniformRows(1, "data", 0, 1000)
	rows := make([]int32, 1024)
	if n := testing.AllocsPerRun(10, func() { u.Fill(rows, 1) }); n != 0 {
		t.Errorf("%v allocations a block", n)
	}
}

func ptr[T any](v T) *T { return &v }
