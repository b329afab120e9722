package dataset

import (
	"bytes"
	"fmt"
	"io"
	"slices"
)

// LIBSVM is a file in LIBSVM text format, see Read.
type LIBSVM struct {
	File    string `param:"file" doc:"file in LIBSVM text format, plain or gzip" path:"true"`
	Indices string `param:"indices" enum:"from-one|from-zero" default:"from-one" doc:"index of the first feature"`
}

// Validate asks for a file name and known indices. In structs built in Go
// empty Indices count from one.
func (s LIBSVM) Validate() error {
	if s.File == "" {
		return errNoFile
	}
	return s.validateIndices()
}

func (s LIBSVM) validateIndices() error {
	switch s.Indices {
	case "", "from-one", "from-zero":
		return nil
	}
	return fmt.Errorf("indices: %q is not one of from-one, from-zero", s.Indices)
}

// Load reads the file. All tasks get the first column as it is.
func (s LIBSVM) Load(Task) (*Data, error) {
	return readFile(s.File, s.Read)
}

// ReadLIBSVM reads LIBSVM text with indices from 1, see LIBSVM.Read.
func ReadLIBSVM(r io.Reader, name string) (*Data, error) {
	return LIBSVM{}.Read(r, name)
}

// Read reads LIBSVM text, plain or packed by gzip, one example a line:
//
//	label index:value index:value ...   # comment
//
// Indices count from 1, or from 0 where Indices says so, and increase along
// the line; features that are not listed are 0, and the largest index is the
// last feature. Numbers are finite decimals. Blank lines and comments are
// skipped, and lines may end in LF or CRLF. The rows are *linear.Sparse if at
// most a quarter of their numbers are not 0, else *linear.Dense. Errors in the
// text read "name:line: message".
//
// Memory is that of the features that are not 0, 12 bytes each and the slack of
// a growing slice, the dense table if there is one, and one line, of at most
// 64 MiB. Rows and such features are at most 2^27 together, and so is an
// index: packed text that unpacks to more is refused.
func (s LIBSVM) Read(r io.Reader, name string) (*Data, error) {
	if err := s.validateIndices(); err != nil {
		return nil, err
	}
	text, err := newLines(r, name)
	if err != nil {
		return nil, err
	}
	e := examples{first: 1}
	if s.Indices == "from-zero" {
		e.first = 0
	}
	for {
		line, err := text.next()
		if err == io.EOF {
			break
		}
		if err != nil {
			return nil, err
		}
		if comment := bytes.IndexByte(line, '#'); comment >= 0 {
			line = line[:comment]
		}
		if err := e.add(line); err != nil {
			return nil, text.locate(err)
		}
	}
	switch {
	case len(e.labels) == 0:
		return nil, fmt.Errorf("%s: no examples", name)
	case e.rows.dim == 0:
		return nil, fmt.Errorf("%s: no features in any of the %d examples", name, len(e.labels))
	}
	return &Data{Name: name, Rows: e.rows.matrix(), Y: slices.Clip(e.labels)}, nil
}

// examples are the lines read so far.
type examples struct {
	first  int // index of the first feature
	labels []float64
	rows   table
}

// add appends the example that a line without its comment holds, if any.
func (e *examples) add(line []byte) error {
	token, rest := nextToken(line)
	if len(token) == 0 {
		return nil
	}
	label, err := parseLabel(token)
	if err != nil {
		return err
	}
	last := -1
	for token, rest = nextToken(rest); len(token) > 0; token, rest = nextToken(rest) {
		index, value, err := e.feature(token)
		if err != nil {
			return err
		}
		if index <= last {
			return orderError(index, last)
		}
		last = index
		e.rows.add(index-e.first, value)
	}
	e.labels = append(e.labels, label)
	return e.rows.endRow()
}

func orderError(index, last int) error {
	if index == last {
		return fmt.Errorf("index %d appears twice", index)
	}
	return fmt.Errorf("index %d follows index %d: indices must increase along a line", index, last)
}
