package dataset

import (
	"crypto/sha256"
	"fmt"
	"math"
	"runtime"
	"slices"
	"testing"

	"regret/problems/linear"
)

// The numbers of recorded runs rest on these bits, which were computed when
// all rows were dense: of the standardized set with an intercept, and of all
// four ways that there were.
func TestPreparedGolden(t *testing.T) {
	if runtime.GOARCH != "amd64" {
		t.Skip("other architectures may fuse multiplication and addition")
	}
	for name, want := range map[string][2]string{
		"heart":         {"12af3b9dbe63d4f9", "68782ce436df24c8"},
		"breast-cancer": {"9021f8102b6ad59f", "e0c7adda05f0de1d"},
		"ionosphere":    {"a06505ddb72c59f3", "7da05893de7d717d"},
		"spambase":      {"687a15e28542bebc", "6ef83c22db6a0d35"},
		"mushrooms":     {"75b11911e0e3fff8", "b4f1dd86c769ca97"},
		"diabetes":      {"c7b3fd49fa1e6ef2", "753f437af67c8be0"},
		"concrete":      {"a4e8953451287143", "b2a2b4e659a0d543"},
		"digits":        {"06b71717e884457b", "d292bffe223954e4"},
		"wine":          {"b745bebd27f9dfda", "e1fa1b5fdd5b1cef"},
		"iris":          {"0c161c66234c9637", "c34861aafadd4f26"},
	} {
		data := load(t, name)
		hash := sha256.New()
		for _, p := range []Preprocessing{None, Standardize, Scale, UnitRows} {
			prepared, _ := apply(t, p, linear.Densify(data.Rows))
			digest := (&Data{Rows: WithIntercept(prepared), Y: data.Y}).Digest()
			fmt.Fprintln(hash, digest)
			if p == Standardize && digest[:16] != want[0] {
				t.Errorf("%s, standardized: %s, want %s", name, digest[:16], want[0])
			}
		}
		if got := fmt.Sprintf("%x", hash.Sum(nil))[:16]; got != want[1] {
			t.Errorf("%s: %s, want %s", name, got, want[1])
		}
	}
}

// Sparse rows are prepared as the dense rows that they stand for, and stay
// sparse but for standardize.
func TestSparseRowsArePreparedAsDenseOnes(t *testing.T) {
	for _, name := range []string{"mushrooms", "spambase"} {
		sparse := load(t, name).Rows.(*linear.Sparse)
		dense := linear.Densify(sparse)
		before := slices.Clone(sparse.Values)
		for _, p := range []Preprocessing{None, Standardize, Scale, UnitRows} {
			want, wantDropped := apply(t, p, dense)
			got, dropped, err := p.Apply(sparse)
			if err != nil || !slices.Equal(dropped, wantDropped) {
				t.Fatalf("%s, %s: dropped %v, error %v", name, p, dropped, err)
			}
			if _, isSparse := got.(*linear.Sparse); isSparse == (p == Standardize) {
				t.Errorf("%s, %s: rows are %T", name, p, got)
			}
			tolerance := 0.0
			if p == UnitRows {
				tolerance = 20 * 0x1p-53 // norms are summed in another order, of at most 57/8 + 3 roundings
			}
			wantData := linear.Densify(WithIntercept(want)).Data
			for k, v := range linear.Densify(WithIntercept(got)).Data {
				if math.Abs(v-wantData[k]) > tolerance {
					t.Fatalf("%s, %s: number %d is %v, want %v", name, p, k, v, wantData[k])
				}
			}
		}
		if !slices.Equal(before, sparse.Values) {
			t.Errorf("%s: the argument changed", name)
		}
	}
}

func TestSparseIntercept(t *testing.T) {
	m := &linear.Sparse{N: 3, D: 4, Starts: []int{0, 1, 1, 2}, Columns: []int32{3, 0}, Values: []float64{7, 8}}
	out := WithIntercept(m).(*linear.Sparse)
	want := []float64{0, 0, 0, 7, 1, 0, 0, 0, 0, 1, 8, 0, 0, 0, 1}
	if !slices.Equal(linear.Densify(out).Data, want) || len(out.Values) != 5 {
		t.Errorf("%+v", out)
	}
}

func ExamplePreprocessing_tfidf() {
	// Two texts hold word 1, one holds word 2 three times.
	counts := &linear.Dense{N: 3, D: 2, Data: []float64{1, 0, 1, 3, 0, 0}}
	weights, _, err := TFIDF.Apply(counts)
	fmt.Printf("%.4f, error %v\n", linear.Densify(weights).Data, err)
	// Output: [1.0000 0.0000 0.1732 0.9849 0.0000 0.0000], error <nil>
}

// Weights of rows computed by another program (Python's math, with fsum) from
// the definition, and sums over all rows.
func TestTFIDFOfRealTexts(t *testing.T) {
	m := load(t, "sotu").Rows
	if m.Len() != 11281 || m.Dim() != 13022 || len(m.(*linear.Sparse).Values) != 844798 {
		t.Fatalf("%d x %d", m.Len(), m.Dim())
	}
	prepared, _, err := TFIDF.Apply(m)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		row, entry, index int
		want              float64
	}{
		{0, 0, 269, 0.12818357211802972}, {0, 2, 333, 0.1178997232770345}, {0, 118, 13001, 0.06088371016796315},
		{5000, 2, 563, 0.00211046967386446}, {11280, 39, 12983, 0.0684809654565153},
	} {
		columns, values := prepared.Entries(c.row)
		if int(columns[c.entry])+1 != c.index || math.Abs(values[c.entry]-c.want) > 1e-14 {
			t.Errorf("row %d: index %d has %.17g, want %d with %.17g", c.row, columns[c.entry]+1, values[c.entry], c.index, c.want)
		}
	}
	var sum, cubes linear.Sum
	for i := range prepared.Len() {
		_, values := prepared.Entries(i)
		for _, v := range values {
			sum.Add(v)
			cubes.Add(v * v * v)
		}
		if square := prepared.SquaredNorm(i); math.Abs(square-1) > 2e-15 {
			t.Fatalf("row %d has the squared norm %.17g", i, square)
		}
	}
	if math.Abs(sum.Value()-84067.66947192827) > 1e-8 || math.Abs(cubes.Value()-1851.8972123428434) > 1e-9 {
		t.Errorf("sums %.17g and %.17g", sum.Value(), cubes.Value())
	}
}

func TestTFIDFWantsCounts(t *testing.T) {
	for _, bad := range []float64{-1, 0.5, -0.5} {
		m := &linear.Sparse{N: 2, D: 3, Starts: []int{0, 0, 2}, Columns: []int32{0, 2}, Values: []float64{1, bad}}
		want := fmt.Sprintf("row 2, feature 3: %v is no count, which tfidf needs", bad)
		if _, _, err := TFIDF.Apply(m); err == nil || err.Error() != want {
			t.Errorf("error %v, want %s", err, want)
		}
	}
}

// Word counts cannot be standardized: that would be a table of a gigabyte.
func TestStandardizeRefusesToFillIn(t *testing.T) {
	_, _, err := Standardize.Apply(load(t, "sotu").Rows)
	want := "11281 rows of 13022 features are more than the 134217728 numbers that a dense table may hold: " +
		"standardize fills in the zeros; take preprocess: scale, rows or tfidf"
	if err == nil || err.Error() != want {
		t.Errorf("error %v, want %s", err, want)
	}
}
