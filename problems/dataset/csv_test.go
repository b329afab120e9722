package dataset

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/iotest"

	"regret/problems/linear"
)

func ExampleCSV_Read() {
	text := "city,rooms,area,price\nUlm,3,70.5,210\nBonn,2,48,199\n"
	table := CSV{Target: "price", Ignore: []string{"city"}}
	data, err := table.Read(strings.NewReader(text), "flats.csv", Regression)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(data.Y, linear.Densify(data.Rows).Data)
	_, err = CSV{Target: "price"}.Read(strings.NewReader(text), "flats.csv", Regression)
	fmt.Println(err)
	// Output:
	// [210 199] [3 70.5 2 48]
	// flats.csv:2: column "city": "Ulm" is not a decimal number; ignore leaves columns out
}

func TestReadCSVForms(t *testing.T) {
	for _, c := range []struct {
		name, text string
		table      CSV
		y, x       []float64
		classes    []string
	}{
		{"target by name", "a,y,b\n1,2,3\n4,5,6\n", CSV{Target: "y"}, []float64{2, 5}, []float64{1, 3, 4, 6}, nil},
		{"target by number", "a,b,y\n1,2,3\n", CSV{Target: "2"}, []float64{2}, []float64{1, 3}, nil},
		{"a name before a number", "2,a,b\n1,5,3\n", CSV{Target: "2"}, []float64{1}, []float64{5, 3}, nil},
		{"ignored columns", ",a,y,b,c\nrow,1,2,3,-\n", CSV{Target: "y", Ignore: []string{"1", "c"}}, []float64{2}, []float64{1, 3}, nil},
		{"blanks, CRLF and blank lines", "a , y\r\n\r\n 1,\t2 \r\n", CSV{Target: "y"}, []float64{2}, []float64{1}, nil},
		{"quotes", "\"a,b\",\"y\"\n\"1\",\"2\"\n", CSV{Target: "y"}, []float64{2}, []float64{1}, nil},
		{"semicolons", "a;y\n1;2\n", CSV{Target: "y", Delimiter: "semicolon"}, []float64{2}, []float64{1}, nil},
		{"tabs", "a\ty\n1\t2\n", CSV{Target: "y", Delimiter: "tab"}, []float64{2}, []float64{1}, nil},
		{"mark", "\xef\xbb\xbfy,a\n1,2", CSV{Target: "y"}, []float64{1}, []float64{2}, nil},
		{"text labels", "y,a\nspam,1\nham,2\nspam,3\n", CSV{Target: "y"}, []float64{1, 0, 1}, []float64{1, 2, 3}, []string{"ham", "spam"}},
		{"all zero", "y,a\n1,0\n", CSV{Target: "y"}, []float64{1}, []float64{0}, nil},
	} {
		task := Regression
		if c.classes != nil {
			task = TwoClass
		}
		for _, stream := range [][]byte{[]byte(c.text), packed(t, c.text)} {
			data, err := c.table.Read(iotest.HalfReader(bytes.NewReader(stream)), "f", task)
			if err != nil {
				t.Errorf("%s: %v", c.name, err)
				continue
			}
			if !slices.Equal(data.Y, c.y) || !slices.Equal(linear.Densify(data.Rows).Data, c.x) || !slices.Equal(data.Classes, c.classes) {
				t.Errorf("%s: got %v %v %q", c.name, data.Y, linear.Densify(data.Rows).Data, data.Classes)
			}
		}
	}
}

func TestReadCSVErrors(t *testing.T) {
	plain := CSV{Target: "y"}
	many := strings.Repeat("a,", 3) + "y\n"
	for _, c := range []struct {
		text  string
		table CSV
		task  Task
		want  string
	}{
		{"", plain, Regression, "f: no header line"},
		{"y,a\n", plain, Regression, "f: no rows below the header"},
		{"a,b\n1,2\n", plain, Regression, `f:1: target: no column "y"; there are "a", "b"`},
		{"a,b\n1,2\n", CSV{Target: "3"}, Regression, `f:1: target: no column "3"; there are "a", "b"`},
		{"a,b\n1,2\n", CSV{Target: "a", Ignore: []string{"c"}}, Regression, `f:1: ignore: no column "c"; there are "a", "b"`},
		{"a,b\n1,2\n", CSV{Target: "a", Ignore: []string{"1"}}, Regression, `f:1: ignore: "1" is the target`},
		{"a,b\n1,2\n", CSV{Target: "a", Ignore: []string{"b"}}, Regression, "f:1: no column is left for the features"},
		{"1,2\n3,4\n", CSV{Target: "1"}, Regression, "f:1: the first line must name the columns, and not by numbers alone"},
		{",\n3,4\n", CSV{Target: "1"}, Regression, "f:1: the first line must name the columns, and not by numbers alone"},
		{many, plain, Regression, `f:1: two columns are named "a"`},
		{"y,a\n1,2\n1\n", plain, Regression, "f:3: the record has length 1, the header 2"},
		{"y,a\n1,2,3\n", plain, Regression, "f:2: the record has length 3, the header 2"},
		{"y,a\n1,\n", plain, Regression, `f:2: column "a": no value: fill it in, or leave the row or the column out`},
		{"y,\n1,x\n", plain, Regression, `f:2: column 2: "x" is not a decimal number; ignore leaves columns out`},
		{"y,a\n1,NA\n", plain, Regression, `f:2: column "a": "NA" is not a decimal number; ignore leaves columns out`},
		{"y,a\n1,nan\n", plain, Regression, `f:2: column "a": "nan" is not a finite number; ignore leaves columns out`},
		{"y,a\n1,1e999\n", plain, Regression, `f:2: column "a": "1e999" is too large for a 64-bit float; ignore leaves columns out`},
		{"y,a\n1,0x1\n", plain, Regression, `f:2: column "a": "0x1" is not a decimal number; ignore leaves columns out`},
		{"y;a\n1;2,5\n", CSV{Target: "y", Delimiter: "semicolon"}, Regression, `f:2: column "a": "2,5" is not a decimal number; ignore leaves columns out`},
		{"y,a\n\n\nspam,2\n", plain, Regression, `f:4: column "y": target "spam" is not a decimal number`},
		{"y,a\n,2\n", plain, TwoClass, `f:2: column "y": no value: fill it in, or leave the row out`},
		{"y,a\n1,2\nNA,2\n", plain, TwoClass, `f:3: column "y": label "NA": labels must be all numbers or all text, and the first one is "1"`},
		{"y,a\nham,2\n1,2\n", plain, TwoClass, `f:3: column "y": label "1": labels must be all numbers or all text, and the first one is "ham"`},
		{"y,a\nnan,2\n", plain, TwoClass, `f:2: column "y": target "nan" is not a finite number`},
		{"y,a\n" + strings.Repeat("x", 201) + ",2\n", plain, TwoClass, `f:2: column "y": label "` + strings.Repeat("x", 40) + `"... is longer than 200 bytes`},
		{"y,a\n1,\"2\n", plain, Regression, `f:2: extraneous or missing " in quoted-field`},
		{"y,a\n1,2\"\n", plain, Regression, `f:2: bare " in non-quoted-field`},
		{"y,a\n1,2\n", CSV{Target: "y", Delimiter: "pipe"}, Regression, `delimiter: "pipe" is not one of comma, semicolon, tab`},
	} {
		_, err := c.table.Read(strings.NewReader(c.text), "f", c.task)
		if err == nil || err.Error() != c.want {
			t.Errorf("%q: error %v, want %s", c.text, err, c.want)
		}
	}
}

func TestReadCSVReportsTheReader(t *testing.T) {
	broken := errors.New("broken disk")
	for text, want := range map[string]string{
		"":                   "f:1: broken disk",
		"y,a\n1,2\n":         "f:3: broken disk",
		"y,a\n1,2\n3,\"open": "f:3: broken disk",
		"y,a\n1,2\n3,b\"":    "f:3: broken disk", // not the quote in what is cut off
	} {
		r := iotest.DataErrReader(&failing{strings.NewReader(text), broken})
		_, err := CSV{Target: "y"}.Read(r, "f", Regression)
		if !errors.Is(err, broken) || err.Error() != want {
			t.Errorf("%q: error %v, want %s", text, err, want)
		}
	}
}

// failing ends with an error in place of io.EOF.
type failing struct {
	text *strings.Reader
	err  error
}

func (f *failing) Read(p []byte) (int, error) {
	if f.text.Len() == 0 {
		return 0, f.err
	}
	return f.text.Read(p)
}

func TestCSVRefusesManyClasses(t *testing.T) {
	var text strings.Builder
	text.WriteString("y,a\n")
	for i := range maxClasses + 1 {
		fmt.Fprintf(&text, "c%d,1\n", i)
	}
	_, err := CSV{Target: "y"}.Read(strings.NewReader(text.String()), "f", TwoClass)
	if want := `f:65538: column "y": label "c65536": more than 65536 labels`; err == nil || err.Error() != want {
		t.Errorf("error %v, want %s", err, want)
	}
}

// A task without targets reads none, and needs no column for them.
func TestCSVWithoutTargets(t *testing.T) {
	for target, want := range map[string][]float64{"": {1, 2, 3, 4}, "b": {1, 3}} {
		text := "a,b\n1,2\n3,4\n"
		if target != "" {
			text = "a,b\n1,x\n3,\n"
		}
		data, err := CSV{Target: target}.Read(strings.NewReader(text), "f", RowsOnly)
		if err != nil || !slices.Equal(linear.Densify(data.Rows).Data, want) || !slices.Equal(data.Y, []float64{0, 0}) {
			t.Errorf("target %q: %v, error %v", target, data, err)
		}
	}
}

func TestCSVSource(t *testing.T) {
	file := filepath.Join(t.TempDir(), "tiny.csv")
	if err := os.WriteFile(file, packed(t, "y,a\n1,2\n2,x\n"), 0o666); err != nil {
		t.Fatal(err)
	}
	_, err := CSV{File: file, Target: "y"}.Load(RowsOnly)
	if want := file + `:3: column "a": "x" is not a decimal number; ignore leaves columns out`; err == nil || err.Error() != want {
		t.Errorf("error %v, want %s", err, want)
	}
	for _, c := range []struct {
		source CSV
		want   string
	}{
		{CSV{Target: "y"}, "file must not be empty"},
		{CSV{File: file}, file + `:1: target must name a column; there are "y", "a"`},
		{CSV{File: file, Target: "y", Delimiter: "|"}, `delimiter: "|" is not one of comma, semicolon, tab`},
		{CSV{File: os.DevNull, Target: "y"}, os.DevNull + " is not a regular file"},
	} {
		if _, err := c.source.Load(Regression); err == nil || err.Error() != c.want {
			t.Errorf("error %v, want %s", err, c.want)
		}
	}
}

// An embedded set written as CSV comes back bit by bit.
func TestCSVHoldsEveryBit(t *testing.T) {
	want := load(t, "concrete")
	var text bytes.Buffer
	for j := range want.Rows.Dim() {
		fmt.Fprintf(&text, "x%d,", j)
	}
	text.WriteString("y\n")
	for i, y := range want.Y {
		for _, v := range linear.Densify(want.Rows).Row(i) {
			text.Write(append(appendNumber(nil, v), ','))
		}
		text.Write(append(appendNumber(nil, y), '\n'))
	}
	got, err := CSV{Target: "y"}.Read(&text, "f", Regression)
	if err != nil || got.Digest() != want.Digest() {
		t.Errorf("other data, error %v", err)
	}
}
