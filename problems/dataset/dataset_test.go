package dataset

import (
	"testing"

	"regret/problems/linear"
)

// tiny is data with the given targets and rows of d features.
func tiny(y []float64, d int, x ...float64) *Data {
	return &Data{Name: "tiny", Rows: &linear.Dense{N: len(y), D: d, Data: x}, Y: y}
}

// The value was computed with Python's struct and hashlib: n and d as 64-bit
// integers, then features and targets as 64-bit floats, all little-endian.
func TestDigest(t *testing.T) {
	data := tiny([]float64{1, 2}, 2, 1, 2, 3, 4)
	if got, want := data.Digest(), "e5580b988cab466ec8eb41253a415372e39d65e769cc1e82c602f9d826604e67"; got != want {
		t.Errorf("digest %s, want %s", got, want)
	}
	data.Name = "another name"
	if data.Digest() != tiny([]float64{1, 2}, 2, 1, 2, 3, 4).Digest() {
		t.Error("the name changes the digest")
	}
}

func TestDigestTellsDataApart(t *testing.T) {
	seen := map[string]string{}
	for name, data := range map[string]*Data{
		"base":      tiny([]float64{1, 2}, 2, 1, 2, 3, 4),
		"feature":   tiny([]float64{1, 2}, 2, 1, 2, 3, 4.000000000000001),
		"target":    tiny([]float64{1, -2}, 2, 1, 2, 3, 4),
		"transpose": tiny([]float64{1, 2}, 2, 1, 3, 2, 4),
		"one row":   tiny([]float64{2}, 5, 1, 2, 3, 4, 1), // the numbers of base in the same order
	} {
		digest := data.Digest()
		if other, ok := seen[digest]; ok {
			t.Errorf("%s has the digest of %s", name, other)
		}
		seen[digest] = name
	}
}

func TestTaskString(t *testing.T) {
	if Regression.String() != "regression" || TwoClass.String() != "two-class" || RowsOnly.String() != "rows only" || Task(7).String() != "Task(7)" {
		t.Error("names of tasks")
	}
}
