package dataset

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// Binary maps labels to -1 and +1 and returns the result, as long as labels.
// With positive empty there must be exactly two labels, and the larger
// becomes +1. Otherwise positive is a label, as text, that becomes +1 against
// all the others.
func Binary(labels []float64, positive string) ([]float64, error) {
	distinct := slices.Compact(slices.Sorted(slices.Values(labels)))
	plus, err := positiveLabel(distinct, positive)
	if err != nil {
		return nil, err
	}
	signs := make([]float64, len(labels))
	for i, label := range labels {
		signs[i] = -1
		if label == plus {
			signs[i] = 1
		}
	}
	return signs, nil
}

// positiveLabel chooses among the sorted labels.
func positiveLabel(distinct []float64, positive string) (float64, error) {
	switch len(distinct) {
	case 0:
		return 0, errors.New("two classes are needed, but there are no labels")
	case 1:
		return 0, fmt.Errorf("two classes are needed, but all labels are %s", list(distinct))
	}
	if positive != "" {
		plus, err := strconv.ParseFloat(positive, 64)
		if err != nil || !slices.Contains(distinct, plus) {
			return 0, fmt.Errorf("positive: %s is not a label; the labels are %s", positive, list(distinct))
		}
		return plus, nil
	}
	if len(distinct) > 2 {
		return 0, fmt.Errorf("%d labels (%s): choose one against the rest with positive: LABEL", len(distinct), list(distinct))
	}
	return distinct[1], nil
}

// WithSigns returns the data with labels -1 and +1, and says which label became
// +1 unless all are what they were. Labels that are numbers go as Binary says.
// Of text labels, positive must say which becomes +1 against all the others.
func (d *Data) WithSigns(positive string) (*Data, error) {
	if d.Classes != nil {
		return d.withClass(positive)
	}
	signs, err := Binary(d.Y, positive)
	if err != nil {
		return nil, err
	}
	out := &Data{Name: d.Name, Rows: d.Rows, Y: signs}
	if !slices.Equal(signs, d.Y) {
		out.Positive = list(d.Y[slices.Index(signs, 1):][:1])
	}
	return out, nil
}

// withClass makes a text label +1.
func (d *Data) withClass(positive string) (*Data, error) {
	plus := slices.Index(d.Classes, positive)
	switch {
	case len(d.Classes) < 2:
		return nil, fmt.Errorf("two classes are needed, but all labels are %s", listed(d.Classes))
	case positive == "":
		return nil, fmt.Errorf("the labels are %s: say which becomes +1 with positive: LABEL", listed(d.Classes))
	case plus < 0:
		return nil, fmt.Errorf("positive: %s is not a label; the labels are %s", quote(positive), listed(d.Classes))
	}
	signs, err := Binary(d.Y, strconv.Itoa(plus))
	if err != nil {
		return nil, err
	}
	return &Data{Name: d.Name, Rows: d.Rows, Y: signs, Positive: positive}, nil
}

// list writes labels, the first ones if there are many.
func list(labels []float64) string {
	const most = 10
	var texts []string
	for _, v := range labels[:min(most, len(labels))] {
		texts = append(texts, strconv.FormatFloat(v, 'g', -1, 64))
	}
	if len(labels) > most {
		texts = append(texts, "...")
	}
	return strings.Join(texts, ", ")
}
