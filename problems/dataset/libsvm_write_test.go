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

// Whatever the text, the reader returns data or an error that names the file;
// data are finite, and writing and reading them restores every bit.
func FuzzReadLIBSVM(f *testing.F) {
	for _, text := range []string{
		"", "\n", "#", "+1 1:0.5 3:-2 # c\n-1 2:4\n", "1 1:2\r\n2 1:3", "1\n1 2:0\n", "-0 1:-0\n",
		"1 0:1\n", "1 2:1 2:1\n", "1 2:1 1:1\n", "1 1:nan\n", "1 1:0x1p3\n", "1 1:1_0\n", "inf 1:1\n",
		"1 1:1e999\n", "1 1:4.9e-324\n", "1 99999999999999999999:1\n", "1 134217728:1\n1 1:1\n", "1:1\n", "\xef\xbb\xbf1 1:1\n", "1 1:\x00\n",
		"1.7976931348623157e308 1:0.1 2:0.30000000000000004\n",
	} {
		f.Add([]byte(text))
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		data, err := ReadLIBSVM(bytes.NewReader(text), "name")
		if err != nil {
			if !strings.HasPrefix(err.Error(), "name:") {
				t.Fatalf("error without place: %v", err)
			}
			return
		}
		if len(data.Y) != data.Rows.Len() || len(linear.Densify(data.Rows).Data) != data.Rows.Len()*data.Rows.Dim() {
			t.Fatalf("shape %d x %d with %d targets, %d numbers", data.Rows.Len(), data.Rows.Dim(), len(data.Y), len(linear.Densify(data.Rows).Data))
		}
		if len(linear.Densify(data.Rows).Data) > 1<<20 {
			return // a large index makes a large table; writing it takes too long here
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
