package dataset

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"

	"regret/problems/linear"
)

// LIBSVM is a file in LIBSVM text format, see ReadLIBSVM.
type LIBSVM struct {
	File string `param:"file" doc:"file in LIBSVM text format, indices from 1" path:"true"`
}

// Validate asks for a file name.
func (s LIBSVM) Validate() error {
	if s.File == "" {
		return errors.New("file must not be empty")
	}
	return nil
}

// Load reads the file. Both tasks get the first column as it is.
func (s LIBSVM) Load(Task) (*Data, error) {
	if err := s.Validate(); err != nil {
		return nil, err
	}
	if info, err := os.Stat(s.File); err == nil && !info.Mode().IsRegular() {
		return nil, fmt.Errorf("%s is not a regular file", s.File) // opening a pipe would wait for ever
	}
	file, err := os.Open(s.File)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	return ReadLIBSVM(file, s.File)
}

// maxLine bounds a line of LIBSVM text, in bytes.
const maxLine = 64 << 20

// ReadLIBSVM reads LIBSVM text, one example a line:
//
//	label index:value index:value ...   # comment
//
// Indices count from 1 and increase along the line; features that are not
// listed are 0, and the largest index is the number of features. Numbers are
// finite decimals. Blank lines and comments are skipped, lines may end in LF
// or CRLF and have at most 64 MiB, and the dense table at most 2^27 numbers.
// Errors in the text read "name:line: message". Memory beyond the result is
// one line and the features that are listed.
func ReadLIBSVM(r io.Reader, name string) (*Data, error) {
	scanner := bufio.NewScanner(r)
	scanner.Buffer(make([]byte, 0, 64<<10), maxLine)
	var examples examples
	line := 0
	for scanner.Scan() {
		line++
		text, _, _ := bytes.Cut(scanner.Bytes(), []byte{'#'})
		if err := examples.add(text); err != nil {
			return nil, fmt.Errorf("%s:%d: %w", name, line, err)
		}
	}
	if errors.Is(scanner.Err(), bufio.ErrTooLong) {
		return nil, fmt.Errorf("%s:%d: line is longer than %d MiB", name, line+1, maxLine>>20)
	}
	if scanner.Err() != nil {
		return nil, fmt.Errorf("%s: %w", name, scanner.Err())
	}
	switch {
	case len(examples.labels) == 0:
		return nil, fmt.Errorf("%s: no examples", name)
	case examples.dim == 0:
		return nil, fmt.Errorf("%s: no features in any of the %d examples", name, len(examples.labels))
	}
	return &Data{Name: name, Rows: examples.dense(), Y: slices.Clip(examples.labels)}, nil
}

// examples are the lines read so far. Features of all examples lie end to
// end: those of example i end at ends[i].
type examples struct {
	labels   []float64
	ends     []int
	features []feature
	dim      int // largest index
}

type feature struct {
	index int // from 1
	value float64
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
	last := 0
	for token, rest = nextToken(rest); len(token) > 0; token, rest = nextToken(rest) {
		f, err := parseFeature(token)
		if err != nil {
			return err
		}
		if f.index <= last {
			return orderError(f.index, last)
		}
		last = f.index
		e.features = append(e.features, f)
	}
	e.labels = append(e.labels, label)
	e.ends = append(e.ends, len(e.features))
	e.dim = max(e.dim, last)
	return checkCells(len(e.labels), e.dim)
}

func orderError(index, last int) error {
	if index == last {
		return fmt.Errorf("index %d appears twice", index)
	}
	return fmt.Errorf("index %d follows index %d: indices must increase along a line", index, last)
}

func (e *examples) dense() *linear.Dense {
	rows := &linear.Dense{N: len(e.labels), D: e.dim, Data: make([]float64, len(e.labels)*e.dim)}
	start := 0
	for i, end := range e.ends {
		row := rows.Row(i)
		for _, f := range e.features[start:end] {
			row[f.index-1] = f.value
		}
		start = end
	}
	return rows
}
