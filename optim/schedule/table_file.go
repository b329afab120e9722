package schedule

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strconv"
	"strings"
)

// Load returns the table with the steps that its file holds, and a table without
// a file as it is. Errors name file and line.
//
// The file has one record a line, with commas; empty lines and lines that begin
// with # are skipped. A first record without a number in the column is a header.
func (s Table) Load() (Table, error) {
	if err := s.Validate(); err != nil || s.File == "" {
		return s, err
	}
	file, err := openTable(s.File)
	if err != nil {
		return s, err
	}
	defer file.Close()
	steps, err := readColumn(file, s.File, s.Column, maxSteps)
	return Table{Steps: steps}, err
}

const (
	maxTable = 256 << 20   // bytes of a file
	maxSteps = 100_000_000 // of a table or a pilot run
)

// openTable opens a file that is safe to read to its end: no pipe or device,
// which may have none, and at most maxTable bytes.
func openTable(path string) (*os.File, error) {
	if info, err := os.Stat(path); err == nil {
		switch {
		case !info.Mode().IsRegular():
			return nil, fmt.Errorf("%s is not a regular file", path)
		case info.Size() > maxTable:
			return nil, fmt.Errorf("%s is larger than %d MiB", path, maxTable>>20)
		}
	}
	return os.Open(path)
}

// readColumn reads the steps, at most so many, in a column of a CSV file that
// errors call name.
func readColumn(r io.Reader, name, column string, most int) ([]float64, error) {
	records := csv.NewReader(r)
	records.Comment = '#'
	records.TrimLeadingSpace = true
	records.ReuseRecord = true
	var steps []float64
	index := -1
	for {
		record, err := records.Read()
		if err == io.EOF {
			break
		}
		if err != nil {
			return nil, locate(name, err)
		}
		line, _ := records.FieldPos(0)
		if index < 0 {
			var header bool
			if index, header, err = findColumn(record, column); err != nil {
				return nil, fmt.Errorf("%s:%d: %w", name, line, err)
			} else if header {
				continue
			}
		}
		step, err := parseStep(record[index])
		if err != nil {
			return nil, fmt.Errorf("%s:%d: %w", name, line, err)
		}
		if len(steps) == most {
			return nil, fmt.Errorf("%s:%d: more than %d steps", name, line, most)
		}
		steps = append(steps, step)
	}
	if len(steps) == 0 {
		return nil, fmt.Errorf("%s: no steps", name)
	}
	return steps, nil
}

// locate puts a syntax error of the CSV reader into the form file:line.
func locate(name string, err error) error {
	var syntax *csv.ParseError
	if errors.As(err, &syntax) {
		return fmt.Errorf("%s:%d: %w", name, syntax.Line, syntax.Err)
	}
	return fmt.Errorf("%s: %w", name, err)
}

// findColumn returns the index of a column, given the first record, and whether
// that record is a header.
func findColumn(first []string, column string) (index int, header bool, err error) {
	first[0] = strings.TrimPrefix(first[0], "\ufeff") // as spreadsheets write it
	number, err := strconv.Atoi(column)
	switch {
	case column == "" && len(first) > 1:
		return 0, false, fmt.Errorf("file has %d columns: name one with column", len(first))
	case column == "":
		number = 1
	case err != nil:
		index = slices.IndexFunc(first, func(field string) bool { return strings.TrimSpace(field) == column })
		if index < 0 {
			return 0, false, fmt.Errorf("no column %q: the first line is %s", column, strings.Join(first, ","))
		}
		return index, true, nil
	case number < 1 || number > len(first):
		return 0, false, fmt.Errorf("no column %d: file has %d", number, len(first))
	}
	_, err = strconv.ParseFloat(strings.TrimSpace(first[number-1]), 64)
	return number - 1, errors.Is(err, strconv.ErrSyntax), nil
}

func parseStep(field string) (float64, error) {
	step, err := strconv.ParseFloat(strings.TrimSpace(field), 64)
	if err != nil {
		return 0, fmt.Errorf("%q is not a number", field)
	}
	return step, nonNegative("step", step)
}
