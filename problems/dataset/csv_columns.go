package dataset

import (
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
)

// columns says what the columns of a CSV table are for.
type columns struct {
	names    []string
	numbers  map[string]int // of the columns, from 0, by name
	target   int            // -1 if there is none
	features []int          // in the order of the file
}

// columns sorts the columns that the header names.
func (s CSV) columns(header []string, task Task) (*columns, error) {
	c, err := named(header)
	if err != nil {
		return nil, err
	}
	if c.target = -1; s.Target != "" || task.NeedsTargets() {
		if c.target, err = c.find("target", s.Target); err != nil {
			return nil, err
		}
	}
	ignored := make([]bool, len(header))
	for _, name := range s.Ignore {
		k, err := c.find("ignore", name)
		if err != nil {
			return nil, err
		}
		if k == c.target {
			return nil, fmt.Errorf("ignore: %s is the target", quote(name))
		}
		ignored[k] = true
	}
	for k := range header {
		if k != c.target && !ignored[k] {
			c.features = append(c.features, k)
		}
	}
	if len(c.features) == 0 {
		return nil, errors.New("no column is left for the features")
	}
	return c, nil
}

// named reads the header. Columns may lack a name, but share none.
func named(header []string) (*columns, error) {
	c := &columns{numbers: map[string]int{}}
	text := false
	for k, name := range header {
		name = strings.Clone(trimmed(name))
		c.names = append(c.names, name)
		if name == "" {
			continue
		}
		if _, taken := c.numbers[name]; taken {
			return nil, fmt.Errorf("two columns are named %s", quote(name))
		}
		c.numbers[name] = k
		if _, err := parseNumber(name); err != nil {
			text = true
		}
	}
	if !text {
		return nil, errors.New("the first line must name the columns, and not by numbers alone")
	}
	return c, nil
}

// find returns the column that a parameter names, or else gives the number of.
func (c *columns) find(parameter, text string) (int, error) {
	if k, ok := c.numbers[text]; ok {
		return k, nil
	}
	if k, err := strconv.Atoi(text); err == nil && k >= 1 && k <= len(c.names) {
		return k - 1, nil
	}
	if text == "" {
		return 0, fmt.Errorf("%s must name a column; there are %s", parameter, listed(c.names))
	}
	return 0, fmt.Errorf("%s: no column %s; there are %s", parameter, quote(text), listed(c.names))
}

// read reads the rows below the header.
func (c *columns) read(records *records, task Task) (*Data, error) {
	var rows table
	targets := targets{task: task}
	for {
		record, err := records.next()
		if err == io.EOF {
			break
		}
		if err != nil {
			return nil, err
		}
		if err := c.add(&rows, &targets, record); err != nil {
			return nil, records.locate(err)
		}
	}
	if len(rows.ends) == 0 {
		return nil, fmt.Errorf("%s: no rows below the header", records.name)
	}
	y, classes := targets.result()
	if !task.NeedsTargets() {
		y = make([]float64, len(rows.ends))
	}
	return &Data{Name: records.name, Rows: rows.matrix(), Y: y, Classes: classes}, nil
}

// add appends the row of one record.
func (c *columns) add(rows *table, targets *targets, record []string) error {
	if len(record) != len(c.names) {
		return fmt.Errorf("the record has length %d, the header %d", len(record), len(c.names))
	}
	if targets.task.NeedsTargets() {
		if err := targets.add(trimmed(record[c.target])); err != nil {
			return c.blame(c.target, err)
		}
	}
	for j, k := range c.features {
		value := trimmed(record[k])
		if value == "" {
			return c.blame(k, errors.New("no value: fill it in, or leave the row or the column out"))
		}
		v, err := parseNumber(value)
		if err != nil {
			return c.blame(k, fmt.Errorf("%s %w; ignore leaves columns out", quote(value), err))
		}
		rows.add(j, v)
	}
	return rows.endRow()
}

// blame names the column that an error is about.
func (c *columns) blame(k int, err error) error {
	name := quote(c.names[k])
	if c.names[k] == "" {
		name = strconv.Itoa(k + 1)
	}
	return fmt.Errorf("column %s: %w", name, err)
}

// listed writes names, the first ones if there are many.
func listed(names []string) string {
	const most = 10
	var texts []string
	for _, name := range names[:min(most, len(names))] {
		texts = append(texts, quote(name))
	}
	if len(names) > most {
		texts = append(texts, "...")
	}
	return strings.Join(texts, ", ")
}
