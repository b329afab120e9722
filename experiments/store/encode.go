package store

import (
	"bytes"
	"crypto/sha256"
	"encoding/csv"
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"strconv"
)

// metadata is the first line of a record's file, behind "# ".
type metadata struct {
	Key        string `json:"key"`
	DivergedAt int    `json:"diverged_at"`
	Rows       int    `json:"rows"`
	Bytes      int    `json:"bytes"`  // length of the table, header included
	SHA256     string `json:"sha256"` // see checksum

	Provenance Provenance `json:"provenance"`
}

// checksum covers all that a record says but its provenance.
func checksum(m metadata, table []byte) string {
	h := sha256.New()
	fmt.Fprintf(h, "%s\n%d\n%d\n", m.Key, m.DivergedAt, m.Rows)
	h.Write(table)
	return fmt.Sprintf("%x", h.Sum(nil))
}

// encode returns a record as a line of metadata and a CSV table. Numbers are
// written with the fewest digits that read back as the same float64.
func encode(r *Record) ([]byte, error) {
	var table bytes.Buffer
	w := csv.NewWriter(&table)
	w.Write(r.Columns) // a bytes.Buffer does not fail; csv's own errors come out of Error
	cells := make([]string, len(r.Columns))
	for k, row := range r.Rows {
		if len(row) != len(r.Columns) {
			panic(fmt.Sprintf("store: row %d has %d numbers for %d columns", k, len(row), len(r.Columns)))
		}
		for j, v := range row {
			cells[j] = formatNumber(v)
		}
		w.Write(cells)
	}
	w.Flush()
	if err := w.Error(); err != nil {
		return nil, err
	}
	m := metadata{
		Key:        r.Key,
		DivergedAt: r.DivergedAt,
		Rows:       len(r.Rows),
		Bytes:      table.Len(),
		Provenance: r.Provenance,
	}
	m.SHA256 = checksum(m, table.Bytes())
	head, err := json.Marshal(m)
	if err != nil {
		return nil, err
	}
	return fmt.Appendf(nil, "# %s\n%s", head, table.Bytes()), nil
}

// formatNumber writes whole numbers without an exponent, so that any tool reads
// the column t as integers.
func formatNumber(v float64) string {
	if v == math.Trunc(v) && math.Abs(v) < 1e15 {
		return strconv.FormatFloat(v, 'f', -1, 64)
	}
	return strconv.FormatFloat(v, 'g', -1, 64)
}

// decode is the inverse of encode. It returns an error unless the file is whole
// and unchanged.
func decode(content []byte) (*Record, error) {
	head, table, found := bytes.Cut(content, []byte("\n"))
	head, marked := bytes.CutPrefix(head, []byte("# "))
	if !found || !marked {
		return nil, errors.New("no line of metadata")
	}
	var m metadata
	if err := json.Unmarshal(head, &m); err != nil {
		return nil, fmt.Errorf("metadata: %w", err)
	}
	if len(table) != m.Bytes {
		return nil, fmt.Errorf("%d bytes where %d were written", len(table), m.Bytes)
	}
	if checksum(m, table) != m.SHA256 {
		return nil, errors.New("the checksum does not match")
	}
	lines, err := csv.NewReader(bytes.NewReader(table)).ReadAll()
	if err != nil {
		return nil, err
	}
	if len(lines) != m.Rows+1 {
		return nil, fmt.Errorf("%d lines where %d were written", len(lines), m.Rows+1)
	}
	r := &Record{Key: m.Key, Columns: lines[0], DivergedAt: m.DivergedAt, Provenance: m.Provenance}
	r.Rows, err = parseRows(lines[1:])
	return r, err
}

func parseRows(lines [][]string) ([][]float64, error) {
	rows := make([][]float64, len(lines))
	for k, cells := range lines {
		rows[k] = make([]float64, len(cells))
		for j, cell := range cells {
			v, err := strconv.ParseFloat(cell, 64)
			if err != nil {
				return nil, fmt.Errorf("row %d: %w", k+1, err)
			}
			rows[k][j] = v
		}
	}
	return rows, nil
}
