package dataset

import (
	"bufio"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"strings"
)

// CSV is a table of comma-separated values whose first line names the columns,
// see Read.
type CSV struct {
	File      string   `param:"file" doc:"CSV file, plain or gzip, whose first line names the columns" path:"true"`
	Target    string   `param:"target" default:"\"\"" doc:"column of the targets or labels: its name, or its number from 1; needed by all problems that have targets"`
	Ignore    []string `param:"ignore" default:"[]" doc:"columns to leave out, by name or number"`
	Delimiter string   `param:"delimiter" enum:"comma|semicolon|tab" default:"comma" doc:"what stands between the columns"`
}

// Validate asks for a file and a known delimiter. In structs built in Go an
// empty Delimiter is the comma.
func (s CSV) Validate() error {
	if s.File == "" {
		return errNoFile
	}
	_, err := s.comma()
	return err
}

func (s CSV) comma() (rune, error) {
	switch s.Delimiter {
	case "", "comma":
		return ',', nil
	case "semicolon":
		return ';', nil
	case "tab":
		return '\t', nil
	}
	return 0, fmt.Errorf("delimiter: %q is not one of comma, semicolon, tab", s.Delimiter)
}

// Load reads the file.
func (s CSV) Load(task Task) (*Data, error) {
	if err := s.Validate(); err != nil {
		return nil, err
	}
	return readFile(s.File, func(r io.Reader, name string) (*Data, error) {
		return s.Read(r, name, task)
	})
}

// Read reads a CSV table (RFC 4180), plain or packed by gzip. The first line
// names the columns. Target is the one with the targets: for TwoClass all
// numbers or all text (see Data.Classes), else finite decimals, and not read for
// a task that needs none, which may also leave it out. All others that are not
// ignored are features and hold finite decimals in every row; blanks
// around a value do not count. Errors in the text read "name:line: message".
// Which rows are sparse, and the limits, are those of LIBSVM.Read, but that a
// record has at most 8 MiB.
func (s CSV) Read(r io.Reader, name string, task Task) (*Data, error) {
	comma, err := s.comma()
	if err != nil {
		return nil, err
	}
	text, err := plainText(r)
	if err != nil {
		return nil, fmt.Errorf("%s:1: %w", name, err)
	}
	records := newRecords(text, name, comma)
	header, err := records.next()
	switch {
	case err == io.EOF:
		return nil, fmt.Errorf("%s: no header line", name)
	case err != nil:
		return nil, err
	}
	columns, err := s.columns(header, task)
	if err != nil {
		return nil, records.locate(err)
	}
	return columns.read(records, task)
}

// maxRecord bounds a record, in bytes: csv takes about 100 for each of its commas.
const maxRecord = 8 << 20

// records hands out the records of a CSV text.
type records struct {
	csv   *csv.Reader
	limit *recordLimit
	name  string
	line  int // where the last record begins
}

func newRecords(text io.Reader, name string, comma rune) *records {
	limit := &recordLimit{text: text}
	r := &records{csv: csv.NewReader(bufio.NewReaderSize(limit, 64<<10)), limit: limit, name: name}
	r.csv.Comma = comma
	r.csv.ReuseRecord = true
	r.csv.FieldsPerRecord = -1 // columns counts them
	return r
}

// next returns the next record, valid until the next call; at the end io.EOF.
// Errors are located.
func (r *records) next() ([]string, error) {
	r.limit.left = maxRecord
	record, err := r.csv.Read()
	if err == nil {
		r.line, _ = r.csv.FieldPos(0)
		return record, nil
	}
	var wrong *csv.ParseError
	switch {
	case r.limit.err != nil: // it cut the record off, whatever csv makes of that
		r.line++
		return nil, r.locate(r.limit.err)
	case errors.As(err, &wrong):
		r.line = wrong.Line
		return nil, r.locate(wrong.Err)
	}
	return nil, err
}

// locate says where an error stands.
func (r *records) locate(err error) error {
	return fmt.Errorf("%s:%d: %w", r.name, r.line, err)
}

// recordLimit ends a text in which a record does not end: csv would hold all
// of it.
type recordLimit struct {
	text io.Reader
	left int   // bytes that the present record may still take
	err  error // that ended the text, unless it is io.EOF
}

func (r *recordLimit) Read(p []byte) (int, error) {
	if r.left <= 0 {
		r.err = fmt.Errorf("the record is longer than %d MiB", maxRecord>>20)
		return 0, r.err
	}
	n, err := r.text.Read(p)
	r.left -= n
	if err != nil && err != io.EOF {
		r.err = err
	}
	return n, err
}

// blanks are trimmed from names, labels and numbers.
const blanks = " \t"

func trimmed(field string) string { return strings.Trim(field, blanks) }
