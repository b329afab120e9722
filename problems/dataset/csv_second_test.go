package dataset

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// sameAsFields reads the text a second way, all of it at once, and compares.
func sameAsFields(table CSV, task Task, text []byte, data *Data) error {
	text, err := unpacked(text)
	if err != nil {
		return err
	}
	r := csv.NewReader(bytes.NewReader(text))
	r.Comma, _ = table.comma()
	all, err := r.ReadAll()
	if err != nil {
		return err
	}
	trim := func(s string) string { return strings.Trim(s, " \t") }
	find := func(name string) int {
		if k := slices.IndexFunc(all[0], func(s string) bool { return trim(s) == name }); k >= 0 {
			return k
		}
		k, _ := strconv.Atoi(name)
		return k - 1
	}
	if len(data.Y) != len(all)-1 || data.Rows.Len() != len(data.Y) {
		return fmt.Errorf("%d targets and %d rows of %d records", len(data.Y), data.Rows.Len(), len(all)-1)
	}
	target := find(table.Target)
	for i, record := range all[1:] {
		row := make([]float64, data.Rows.Dim())
		data.Rows.AddScaled(row, 1, i)
		want, err := numbersOf(record, func(k int) bool {
			return k == target || len(table.Ignore) > 0 && k == find(table.Ignore[0])
		})
		if err != nil || !slices.Equal(row, want) {
			return fmt.Errorf("row %d is %v, the fields say %v (%v)", i, row, want, err)
		}
		if !task.NeedsTargets() {
			continue
		}
		if err := sameLabel(task, data, i, trim(record[target])); err != nil {
			return fmt.Errorf("row %d: %w", i, err)
		}
	}
	return nil
}

func sameLabel(task Task, data *Data, i int, label string) error {
	if data.Classes != nil {
		if got := data.Classes[int(data.Y[i])]; got != label || task != TwoClass {
			return fmt.Errorf("label %q, read as %q", label, got)
		}
		return nil
	}
	if v, err := strconv.ParseFloat(label, 64); err != nil || v != data.Y[i] || !finite(v) {
		return fmt.Errorf("target %q, read as %v", label, data.Y[i])
	}
	return nil
}

func numbersOf(record []string, skip func(int) bool) ([]float64, error) {
	var out []float64
	for k, field := range record {
		if skip(k) {
			continue
		}
		v, err := strconv.ParseFloat(strings.Trim(field, " \t"), 64)
		if err != nil || !finite(v) {
			return nil, fmt.Errorf("%q is accepted", field)
		}
		out = append(out, v)
	}
	return out, nil
}
