package dataset

import (
	"fmt"
	"io"
	"math"
	"runtime"
	"slices"
	"strings"
	"testing"

	"regret/problems/linear"
)

// Rows are sparse up to a quarter of entries that are not 0, and where the dense
// table would be too large.
func TestRowsAreSparseUpToAQuarter(t *testing.T) {
	for _, c := range []struct {
		text   string
		sparse bool
	}{
		{"1 1:1 8:0\n", true},
		{"1 1:1 4:2 8:0\n", true},
		{"1 1:1 4:2 7:-0 8:0\n", false}, // -0 is stored
		{"1 1:1 4:2 7:5 8:0\n", false},
		{"1 3:1\n1 4:1\n", true},
		{"1 3:1\n1 3:1\n", false},
		{"1 1:1\n1 134217728:1\n", true},
	} {
		data, err := ReadLIBSVM(strings.NewReader(c.text), "f")
		if err != nil {
			t.Fatal(err)
		}
		if _, sparse := data.Rows.(*linear.Sparse); sparse != c.sparse {
			t.Errorf("%q: rows are %T", c.text, data.Rows)
		}
	}
	full := table{ends: make([]int, maxCells/64), dim: 64, filled: maxCells}
	if full.isSparse() {
		t.Error("a full table of as many numbers as may be dense must be dense")
	}
	if full.dim++; !full.isSparse() {
		t.Error("a full table of more must be sparse")
	}
}

func TestEmbeddedRowsByDensity(t *testing.T) {
	for _, name := range EmbeddedNames() {
		_, sparse := load(t, name).Rows.(*linear.Sparse)
		if want := slices.Contains([]string{"spambase", "mushrooms", "sotu"}, name); sparse != want {
			t.Errorf("%s: sparse %v, want %v", name, sparse, want)
		}
	}
}

// Both forms hold what the lines say, across the ends of blocks and with rows
// without entries before, between and behind the others.
func TestTableKeepsEveryEntry(t *testing.T) {
	for _, dim := range []int{2, 400} {
		var rows table
		const n = 100_000
		for i := range n {
			if i%3 == 1 {
				rows.add(0, float64(i))
				rows.add(1+i%(dim-1), -float64(i))
			}
			if err := rows.endRow(); err != nil {
				t.Fatal(err)
			}
		}
		m := rows.matrix()
		x := make([]float64, m.Dim())
		for i := range n {
			clear(x)
			m.AddScaled(x, 1, i)
			for j, v := range x {
				want := 0.0
				switch {
				case i%3 != 1:
				case j == 0:
					want = float64(i)
				case j == 1+i%(dim-1):
					want = -float64(i)
				}
				if v != want {
					t.Fatalf("%T: row %d, column %d: %g, want %g", m, i, j, v, want)
				}
			}
		}
	}
}

// A reader that makes lines without end, and looks at the memory in use.
type lineSource struct {
	line    string
	repeats int
	text    string
	reads   int
	peak    uint64
}

func (s *lineSource) Read(p []byte) (int, error) {
	if s.text == "" {
		if s.repeats == 0 {
			return 0, io.EOF
		}
		n := min(s.repeats, 1000)
		s.repeats -= n
		s.text = strings.Repeat(s.line, n)
	}
	if s.reads++; s.reads%100 == 0 {
		s.peak = max(s.peak, inUse())
	}
	n := copy(p, s.text)
	s.text = s.text[n:]
	return n, nil
}

func inUse() uint64 {
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return m.HeapAlloc
}

// What is held while reading is the data and little more, however long the text.
func TestReadingHoldsTheDataAlone(t *testing.T) {
	line := "1.000000000000000000000 " + fmt.Sprint(" 1:1.000000000000000000000000 30:2.50000000000000000000000 # ", strings.Repeat("words ", 50), "\n")
	const n = 100_000
	source := &lineSource{line: line, repeats: n}
	before := inUse()
	data, err := ReadLIBSVM(source, "f")
	if err != nil || data.Rows.Len() != n {
		t.Fatal(err)
	}
	result := float64(n*(8+8) + 2*n*12)
	const buffers = 2 << 20
	if held := float64(source.peak) - float64(before); held > 2*result+buffers {
		t.Errorf("%.1f MB held while %.1f MB of data were read from %.1f MB", held/1e6, result/1e6, float64(n*len(line))/1e6)
	}
	runtime.KeepAlive(data)
}

// Text that means nothing takes no memory.
func TestReadingHoldsNoComments(t *testing.T) {
	source := &lineSource{line: "# " + strings.Repeat("nothing ", 20) + "\n\n", repeats: 300_000}
	before := inUse()
	if _, err := ReadLIBSVM(source, "f"); err == nil || err.Error() != "f: no examples" {
		t.Errorf("error %v", err)
	}
	if held := int64(source.peak) - int64(before); held > 2<<20 {
		t.Errorf("%d bytes held", held)
	}
}

// Rows and entries are counted, so that packed text cannot fill the memory.
func TestTableRefusesTooMuch(t *testing.T) {
	want := fmt.Sprintf("more than %d rows and features that are not 0", maxCells)
	full := table{filled: maxCells - 1}
	if err := full.endRow(); err != nil {
		t.Errorf("error %v", err)
	}
	if err := full.endRow(); err == nil || err.Error() != want {
		t.Errorf("error %v, want %s", err, want)
	}
}

func TestNegativeZeroIsKept(t *testing.T) {
	data, err := ReadLIBSVM(strings.NewReader("1 9:-0\n"), "f")
	if err != nil {
		t.Fatal(err)
	}
	if _, values := data.Rows.Entries(0); len(values) != 1 || !math.Signbit(values[0]) {
		t.Errorf("values %v", values)
	}
}
