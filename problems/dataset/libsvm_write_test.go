package dataset

import (
	"bytes"
	"math"
	"strings"
	"testing"

	"regret/problems/linear"
)

func TestWriteLIBSVMRefusesNonFinite(t *testing.T) {
	data := tiny([]float64{1, 2}, 2, 0, 1, 2, math.NaN())
	if err := WriteLIBSVM(new(bytes.Buffer), data); err == nil || err.Error() != "row 2, feature 2: NaN is not finite" {
		t.Errorf("error %v", err)
	}
	data = tiny([]float64{1, math.Inf(1)}, 1, 0, 1)
	if err := WriteLIBSVM(new(bytes.Buffer), data); err == nil || err.Error() != "label of row 2: +Inf is not finite" {
		t.Errorf("error %v", err)
	}
}

func TestWriteLIBSVMKeepsTheLastColumn(t *testing.T) {
	var text bytes.Buffer
	data := tiny([]float64{1, -1}, 3, 0, 2, 0, math.Copysign(0, -1), 0, 0)
	if err := WriteLIBSVM(&text, data); err != nil {
		t.Fatal(err)
	}
	if want := "1 2:2 3:0\n-1 1:-0\n"; text.String() != want {
		t.Errorf("wrote %q, want %q", text.String(), want)
	}
}

// Real sets, dense and sparse, come back bit by bit.
func TestWriteLIBSVMKeepsRealData(t *testing.T) {
	for _, name := range []string{"ionosphere", "spambase", "mushrooms", "sotu"} {
		data := load(t, name)
		rows, _, err := UnitRows.Apply(data.Rows) // seventeen digits each
		if err != nil {
			t.Fatal(err)
		}
		data.Rows = rows
		var text bytes.Buffer
		if err := WriteLIBSVM(&text, data); err != nil {
			t.Fatal(err)
		}
		if again, err := ReadLIBSVM(&text, name); err != nil || again.Digest() != data.Digest() {
			t.Errorf("%s: other data, error %v", name, err)
		}
	}
}

func TestWriteLIBSVMSparse(t *testing.T) {
	rows := &linear.Sparse{N: 3, D: 5, Starts: []int{0, 2, 2, 3}, Columns: []int32{0, 1, 4}, Values: []float64{0, -2, 0.1}}
	var text bytes.Buffer
	if err := WriteLIBSVM(&text, &Data{Rows: rows, Y: []float64{1, 2, 3}}); err != nil {
		t.Fatal(err)
	}
	if want := "1 2:-2 5:0\n2\n3 5:0.1\n"; text.String() != want {
		t.Errorf("wrote %q, want %q", text.String(), want)
	}
}

// Whatever the text, plain or packed, the reader returns data or an error that
// names the file; every line that it takes is one that a second reader takes
// and reads alike; and writing the data and reading them restores every bit.
func FuzzReadLIBSVM(f *testing.F) {
	for _, text := range []string{
		"", "\n", "#", "+1 1:0.5 3:-2 # c\n-1 2:4\n", "1 1:2\r\n2 1:3", "1\n1 2:0\n", "-0 1:-0\n", "1 0:1 1:3\n", "1 1:1 20:3\n2\n",
		"1 0:1\n", "1 2:1 2:1\n", "1 2:1 1:1\n", "1 1:nan\n", "1 1:0x1p3\n", "1 1:1_0\n", "inf 1:1\n", "1 qid:3 1:1\n",
		"1 1:1e999\n", "1 1:4.9e-324\n", "1 99999999999999999999:1\n", "1 134217728:1\n1 1:1\n", "1:1\n", "\xef\xbb\xbf1 1:1\n", "1 1:\x00\n",
		"1.7976931348623157e308 1:0.1 2:0.30000000000000004\n",
	} {
		for _, zero := range []bool{false, true} {
			f.Add([]byte(text), zero)
			f.Add(packed(f, text), zero)
		}
	}
	f.Fuzz(func(t *testing.T, text []byte, zero bool) {
		source := LIBSVM{Indices: "from-one"}
		if zero {
			source.Indices = "from-zero"
		}
		data, err := source.Read(bytes.NewReader(text), "name")
		if err != nil {
			if !strings.HasPrefix(err.Error(), "name:") {
				t.Fatalf("error without place: %v", err)
			}
			return
		}
		if err := sameAsLines(source, text, data); err != nil {
			t.Fatal(err)
		}
		var written bytes.Buffer
		if err := WriteLIBSVM(&written, data); err != nil {
			t.Fatalf("read what cannot be written: %v", err)
		}
		again, err := ReadLIBSVM(&written, "name")
		if err != nil {
			t.Fatalf("wrote what cannot be read: %v", err)
		}
		if data.Digest() != again.Digest() {
			t.Fatal("writing and reading changed the data")
		}
	})
}
