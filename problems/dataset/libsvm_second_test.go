package dataset

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// unpacked is the whole text without gzip and byte order mark.
func unpacked(text []byte) ([]byte, error) {
	if bytes.HasPrefix(text, []byte("\x1f\x8b")) {
		z, err := gzip.NewReader(bytes.NewReader(text))
		if err != nil {
			return nil, err
		}
		if text, err = io.ReadAll(z); err != nil {
			return nil, err
		}
	}
	return bytes.TrimPrefix(text, []byte("\xef\xbb\xbf")), nil
}

const decimal = `[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?`

var (
	exampleLine = regexp.MustCompile(`^[ \t]*(` + decimal + `)((?:[ \t]+[0-9]+:` + decimal + `)*)[ \t]*$`)
	comment     = regexp.MustCompile(`#.*`)
)

// sameAsLines reads the text a second way, by regular expressions, and
// compares.
func sameAsLines(source LIBSVM, text []byte, data *Data) error {
	text, err := unpacked(text)
	if err != nil {
		return err
	}
	row := 0
	for _, line := range strings.Split(string(text), "\n") {
		line = comment.ReplaceAllLiteralString(strings.TrimSuffix(line, "\r"), "")
		if strings.Trim(line, " \t") == "" {
			continue
		}
		parts := exampleLine.FindStringSubmatch(line)
		if parts == nil {
			return fmt.Errorf("the line %q is accepted", line)
		}
		label, err := strconv.ParseFloat(parts[1], 64)
		if err != nil || row >= len(data.Y) || data.Y[row] != label {
			return fmt.Errorf("row %d: label %s, error %v", row, parts[1], err)
		}
		if err := sameFeatures(source, strings.Fields(parts[2]), data, row); err != nil {
			return fmt.Errorf("row %d: %w", row, err)
		}
		row++
	}
	if row != len(data.Y) || row != data.Rows.Len() {
		return fmt.Errorf("%d lines, %d labels, %d rows", row, len(data.Y), data.Rows.Len())
	}
	return nil
}

// sameFeatures compares what a line lists with the entries of a row that are
// not 0.
func sameFeatures(source LIBSVM, features []string, data *Data, row int) error {
	var wantColumns, gotColumns []int
	var wantValues, gotValues []float64
	for _, f := range features {
		index, value, _ := strings.Cut(f, ":")
		j, err := strconv.Atoi(index)
		if err != nil {
			return err
		}
		if source.Indices == "from-one" {
			j--
		}
		v, err := strconv.ParseFloat(value, 64)
		if err != nil || j < 0 || j >= data.Rows.Dim() || len(wantColumns) > 0 && wantColumns[len(wantColumns)-1] >= j {
			return fmt.Errorf("%s is accepted: %v", f, err)
		}
		wantColumns, wantValues = append(wantColumns, j), append(wantValues, v)
	}
	drop := func(columns []int, values []float64) ([]int, []float64) {
		var keptColumns []int
		var keptValues []float64
		for k, v := range values {
			if v != 0 {
				keptColumns, keptValues = append(keptColumns, columns[k]), append(keptValues, v)
			}
		}
		return keptColumns, keptValues
	}
	columns, values := data.Rows.Entries(row)
	for k := range values {
		gotColumns = append(gotColumns, column(columns, k))
	}
	gotColumns, gotValues = drop(gotColumns, values)
	wantColumns, wantValues = drop(wantColumns, wantValues)
	if !slices.Equal(gotColumns, wantColumns) || !slices.Equal(gotValues, wantValues) {
		return fmt.Errorf("columns %v with %v, want %v with %v", gotColumns, gotValues, wantColumns, wantValues)
	}
	return nil
}
