package dataset

import (
	"errors"
	"fmt"
	"slices"
	"strings"
)

// targets collects the target column of a CSV table. The first label says
// whether the labels are numbers or text.
type targets struct {
	task  Task
	first string // label
	text  bool
	y     []float64 // numbers, or positions in names
	names []string  // distinct text labels in the order of arrival
	known map[string]int
}

// A set with more or longer labels names another column as its target.
const maxClasses, maxLabel = 1 << 16, 200

// add appends a target. It keeps no reference to the text.
func (t *targets) add(text string) error {
	if text == "" {
		return errors.New("no value: fill it in, or leave the row out")
	}
	v, err := parseNumber(text)
	number := err == nil
	switch {
	case !number && (t.task != TwoClass || errors.Is(err, errNotFinite)):
		return fmt.Errorf("target %s %w", quote(text), err)
	case len(t.y) == 0:
		t.first, t.text = strings.Clone(text), !number
	case t.text == number:
		return fmt.Errorf("label %s: labels must be all numbers or all text, and the first one is %s", quote(text), quote(t.first))
	}
	if t.text {
		if v, err = t.position(text); err != nil {
			return err
		}
	}
	t.y = append(t.y, v)
	return nil
}

// position returns the position of a text label in names.
func (t *targets) position(text string) (float64, error) {
	if k, known := t.known[text]; known {
		return float64(k), nil
	}
	switch {
	case len(t.names) == maxClasses:
		return 0, fmt.Errorf("label %s: more than %d labels", quote(text), maxClasses)
	case len(text) > maxLabel:
		return 0, fmt.Errorf("label %s is longer than %d bytes", quote(text), maxLabel)
	case t.known == nil:
		t.known = map[string]int{}
	}
	name := strings.Clone(text)
	t.known[name] = len(t.names)
	t.names = append(t.names, name)
	return float64(len(t.names) - 1), nil
}

// result returns the targets, and the names of text labels, sorted so that the
// order of the rows does not number them.
func (t *targets) result() (y []float64, classes []string) {
	if !t.text {
		return slices.Clip(t.y), nil
	}
	classes = slices.Sorted(slices.Values(t.names))
	for i, position := range t.y {
		rank, _ := slices.BinarySearch(classes, t.names[int(position)])
		t.y[i] = float64(rank)
	}
	return slices.Clip(t.y), classes
}
