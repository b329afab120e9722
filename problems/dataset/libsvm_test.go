package dataset

import (
	"bytes"
	"errors"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"regret/problems/linear"
	"testing/iotest"
)

func ExampleReadLIBSVM() {
	text := "+1 1:0.5 3:-2   # the second feature is 0\n-1 2:4\n"
	data, err := ReadLIBSVM(strings.NewReader(text), "tiny.svm")
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(data.Rows.Len(), "rows of", data.Rows.Dim(), "features")
	fmt.Println(data.Y, linear.Densify(data.Rows).Row(0), linear.Densify(data.Rows).Row(1))
	// Output:
	// 2 rows of 3 features
	// [1 -1] [0.5 0 -2] [0 4 0]
}

func TestReadLIBSVMForms(t *testing.T) {
	for _, c := range []struct {
		name, text string
		y, x       []float64
	}{
		{"signs and exponents", "+1.5e0 1:+2 2:-3E-2\n-0 2:.5\n", []float64{1.5, math.Copysign(0, -1)}, []float64{2, -0.03, 0, 0.5}},
		{"CRLF", "1 1:2\r\n\r\n2 1:3\r\n", []float64{1, 2}, []float64{2, 3}},
		{"no final newline", "1 1:2\n2 1:3", []float64{1, 2}, []float64{2, 3}},
		{"comments and blank lines", "# head\n\n \t \n1 1:2#x\n2 1:3 # 4:y\n#", []float64{1, 2}, []float64{2, 3}},
		{"blanks", "\t1   1:2\t \n 2\t1:3 \n", []float64{1, 2}, []float64{2, 3}},
		{"row without features", "1\n2 2:3\n", []float64{1, 2}, []float64{0, 0, 0, 3}},
		{"explicit zero", "1 1:0 3:0\n", []float64{1}, []float64{0, 0, 0}},
		{"tiny values", "1 1:5e-324 2:1e-400\n", []float64{1}, []float64{5e-324, 0}},
	} {
		for _, split := range []bool{false, true} {
			var r = bytes.NewReader([]byte(c.text))
			data, err := ReadLIBSVM(r, "f")
			if split {
				r.Reset([]byte(c.text))
				data, err = ReadLIBSVM(iotest.OneByteReader(r), "f")
			}
			if err != nil {
				t.Errorf("%s: %v", c.name, err)
				continue
			}
			if !sameBits(data.Y, c.y) || !sameBits(linear.Densify(data.Rows).Data, c.x) || data.Rows.Len()*data.Rows.Dim() != len(c.x) {
				t.Errorf("%s: got %v %v", c.name, data.Y, data.Rows)
			}
		}
	}
}

func TestReadLIBSVMErrors(t *testing.T) {
	long := strings.Repeat("7", 50)
	for _, c := range []struct{ text, want string }{
		{"", "f: no examples"},
		{"# only a comment\n", "f: no examples"},
		{"1\n2\n", "f: no features in any of the 2 examples"},
		{"1 1:1\n1 0:2\n", `f:2: index 0: indices count from 1; if those of the file count from 0, say indices: from-zero`},
		{"\n\n1 00:2\n", `f:3: index 0: indices count from 1; if those of the file count from 0, say indices: from-zero`},
		{"1 2:1 2:3\n", "f:1: index 2 appears twice"},
		{"1 5:1 3:3\n", "f:1: index 3 follows index 5: indices must increase along a line"},
		{"1 -2:1\n", `f:1: index "-2" is not a whole number from 1 on`},
		{"1 +2:1\n", `f:1: index "+2" is not a whole number from 1 on`},
		{"1 1.5:1\n", `f:1: index "1.5" is not a whole number from 1 on`},
		{"1 qid:3 1:1\n", "f:1: qid marks the queries of a ranking set, which no problem here knows: leave it out"},
		{"1 :3\n", `f:1: index "" is not a whole number from 1 on`},
		{"1 1:\n", `f:1: value "" of index 1 is not a decimal number`},
		{"1 1: 3\n", `f:1: value "" of index 1 is not a decimal number`},
		{"1 7\n", `f:1: feature "7" is not of the form index:value`},
		{"1 1:2:3\n", `f:1: value "2:3" of index 1 is not a decimal number`},
		{"1 1:nan\n", `f:1: value "nan" of index 1 is not a finite number`},
		{"1 1:-Inf\n", `f:1: value "-Inf" of index 1 is not a finite number`},
		{"1 1:0x1p3\n", `f:1: value "0x1p3" of index 1 is not a decimal number`},
		{"1 1:1_000\n", `f:1: value "1_000" of index 1 is not a decimal number`},
		{"1 1:1e\n", `f:1: value "1e" of index 1 is not a decimal number`},
		{"1 1:1e999\n", `f:1: value "1e999" of index 1 is too large for a 64-bit float`},
		{"1 1:1,5\n", `f:1: value "1,5" of index 1 is not a decimal number`},
		{"NaN 1:1\n", `f:1: label "NaN" is not a finite number`},
		{"spam 1:1\n", `f:1: label "spam" is not a decimal number`},
		{"1,2 1:1\n", `f:1: label "1,2" is not a decimal number`},
		{"1:1 2:3\n", `f:1: label "1:1" is not a decimal number (a line starts with its label)`},
		{"1 1:x" + long + "\n", `f:1: value "x` + long[:39] + `"... of index 1 is not a decimal number`},
		{"1 999999999999999999999:1\n", `f:1: index "999999999999999999999" is too large: a set may have 134217728 features`},
		{"1 1:1\n1 134217729:1\n", `f:2: index "134217729" is too large: a set may have 134217728 features`},
	} {
		_, err := ReadLIBSVM(strings.NewReader(c.text), "f")
		if err == nil || err.Error() != c.want {
			t.Errorf("%.40q: error %v, want %s", c.text, err, c.want)
		}
	}
}

func TestReadLIBSVMFromZero(t *testing.T) {
	fromZero := LIBSVM{Indices: "from-zero"}
	data, err := fromZero.Read(strings.NewReader("1 0:5 2:7\n2 1:3 2:4\n"), "f")
	if err != nil || !slices.Equal(linear.Densify(data.Rows).Data, []float64{5, 0, 7, 0, 3, 4}) {
		t.Errorf("%v, error %v", data, err)
	}
	shifted, err := ReadLIBSVM(strings.NewReader("1 1:5 3:7\n2 2:3 3:4\n"), "f")
	if err != nil || shifted.Digest() != data.Digest() {
		t.Errorf("counting from one gives other data: %v", err)
	}
	for text, want := range map[string]string{
		"1 0:1 0:2\n":       "f:1: index 0 appears twice",
		"1 1:1 0:2\n":       "f:1: index 0 follows index 1: indices must increase along a line",
		"1 -1:1\n":          `f:1: index "-1" is not a whole number from 0 on`,
		"1 134217728:1\n":   `f:1: index "134217728" is too large: a set may have 134217728 features`,
		"1 :1\n":            `f:1: index "" is not a whole number from 0 on`,
		"1 1_0:1\n":         `f:1: index "1_0" is not a whole number from 0 on`,
		"1 0x1:1 qid:1:3\n": `f:1: index "0x1" is not a whole number from 0 on`,
	} {
		if _, err := fromZero.Read(strings.NewReader(text), "f"); err == nil || err.Error() != want {
			t.Errorf("%q: error %v, want %s", text, err, want)
		}
	}
	want := `indices: "auto" is not one of from-one, from-zero`
	if _, err := (LIBSVM{File: "f", Indices: "auto"}).Read(strings.NewReader(""), "f"); err == nil || err.Error() != want {
		t.Errorf("error %v", err)
	}
	if err := (LIBSVM{File: "f", Indices: "auto"}).Validate(); err == nil || err.Error() != want {
		t.Errorf("error %v", err)
	}
}

func TestReadLIBSVMRefusesEndlessLines(t *testing.T) {
	_, err := ReadLIBSVM(&endless{head: "1 1:1\n1 "}, "f")
	if want := "f:2: line is longer than 64 MiB"; err == nil || err.Error() != want {
		t.Errorf("error %v, want %s", err, want)
	}
}

// endless is text that never breaks the line after its head.
type endless struct{ head string }

func (e *endless) Read(p []byte) (int, error) {
	n := copy(p, e.head)
	e.head = e.head[n:]
	for i := n; i < len(p); i++ {
		p[i] = ' '
	}
	return len(p), nil
}

func TestReadLIBSVMLongLine(t *testing.T) {
	text := []byte("1")
	for j := range 200_000 {
		text = fmt.Appendf(text, " %d:%d", j+1, j)
	}
	data, err := ReadLIBSVM(bytes.NewReader(text), "f")
	if err != nil || data.Rows.Dim() != 200_000 || linear.Densify(data.Rows).Data[199_999] != 199_999 {
		t.Errorf("%d bytes: %v", len(text), err)
	}
}

func TestReadLIBSVMReportsTheReader(t *testing.T) {
	broken := errors.New("broken disk")
	_, err := ReadLIBSVM(iotest.ErrReader(broken), "f")
	if !errors.Is(err, broken) || err.Error() != "f:1: broken disk" {
		t.Errorf("error %v", err)
	}
}

func TestLIBSVMSource(t *testing.T) {
	file := filepath.Join(t.TempDir(), "tiny.svm")
	if err := os.WriteFile(file, []byte("1 1:2\n2 x\n"), 0o666); err != nil {
		t.Fatal(err)
	}
	_, err := LIBSVM{File: file}.Load(TwoClass)
	if want := file + `:2: feature "x" is not of the form index:value`; err == nil || err.Error() != want {
		t.Errorf("error %v, want %s", err, want)
	}
	if _, err := (LIBSVM{File: file + "?"}).Load(Regression); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("error %v", err)
	}
	if _, err := (LIBSVM{}).Load(Regression); err == nil || err.Error() != "file must not be empty" {
		t.Errorf("error %v", err)
	}
}

func sameBits(a, b []float64) bool {
	return slices.EqualFunc(a, b, func(x, y float64) bool {
		return math.Float64bits(x) == math.Float64bits(y)
	})
}

func BenchmarkReadLIBSVM(b *testing.B) {
	for _, name := range []string{"breast-cancer", "mushrooms", "sotu"} {
		info, _ := Info(name)
		text, err := files.ReadFile("data/" + info.File)
		if err != nil {
			b.Fatal(err)
		}
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			for b.Loop() {
				if _, err := ReadLIBSVM(bytes.NewReader(text), name); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// A pipe or device may have no end, and opening it may wait for ever.
func TestLIBSVMWantsARegularFile(t *testing.T) {
	for _, path := range []string{os.DevNull, t.TempDir()} {
		if _, err := (LIBSVM{File: path}).Load(TwoClass); err == nil || err.Error() != path+" is not a regular file" {
			t.Errorf("%s: error %v", path, err)
		}
	}
}
