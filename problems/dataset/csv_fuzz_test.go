package dataset

import (
	"bytes"
	"fmt"
	"strings"
	"testing"
)

// csvText writes a table of n rows with d decimals each.
func csvText(n, d int) []byte {
	var text bytes.Buffer
	for j := range d {
		fmt.Fprintf(&text, "x%d,", j)
	}
	text.WriteString("y\n")
	for i := range n {
		for j := range d {
			fmt.Fprintf(&text, "%d.%03d,", j, (i*7919+j)%1000)
		}
		fmt.Fprintln(&text, i%2)
	}
	return text.Bytes()
}

func BenchmarkReadCSV(b *testing.B) {
	text := csvText(10_000, 20)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		if _, err := (CSV{Target: "y"}).Read(bytes.NewReader(text), "f", TwoClass); err != nil {
			b.Fatal(err)
		}
	}
}

// Whatever the text, the reader returns data or an error that names the file.
// What it returns is finite, has a row for every record, and is what the fields
// say when they are parsed by other means.
func FuzzReadCSV(f *testing.F) {
	for _, text := range []string{
		"", "y", "y,a\n1,2\n", "y,a\nham,2\nspam,3\n", "a,y\r\n1,2\r\n", "y,a\n1\n", "y,a\n\"1\",\"2\n\"\n", "y,\n1,2\n",
		"y,y\n1,2\n", "1,2\n1,2\n", "\xef\xbb\xbfy,a\n-0,-0\n", "y;a\n1;2\n", "y,a\n1,nan\n", "y,a\n1, 1e308 \n", "y,a\n1,0x1p3\n", "y,a\n1,1_0\n",
	} {
		f.Add([]byte(text), 0)
		f.Add(packed(f, text), 1)
	}
	f.Fuzz(func(t *testing.T, text []byte, choice int) {
		tables := []CSV{{Target: "y"}, {Target: "1"}, {Target: "2", Delimiter: "tab"}, {Target: "y", Delimiter: "semicolon", Ignore: []string{"a"}}}
		tasks := []Task{Regression, TwoClass, RowsOnly}
		table, task := tables[uint(choice)%4], tasks[uint(choice)/4%3]
		data, err := table.Read(bytes.NewReader(text), "name", task)
		if err != nil {
			if !strings.HasPrefix(err.Error(), "name:") {
				t.Fatalf("error without place: %v", err)
			}
			return
		}
		if err := sameAsFields(table, task, text, data); err != nil {
			t.Fatal(err)
		}
	})
}
