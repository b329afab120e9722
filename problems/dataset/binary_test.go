package dataset

import (
	"fmt"
	"slices"
	"testing"
)

func ExampleBinary() {
	signs, err := Binary([]float64{1, 2, 1, 0}, "2")
	fmt.Println(signs, err)
	_, err = Binary([]float64{1, 2, 1, 0}, "")
	fmt.Println(err)
	// Output:
	// [-1 1 -1 -1] <nil>
	// 3 labels (0, 1, 2): choose one against the rest with positive: LABEL
}

func ExampleData_WithSigns() {
	data := &Data{Y: []float64{1, 0, 1}, Classes: []string{"ham", "spam"}}
	signed, err := data.WithSigns("ham")
	fmt.Println(signed.Y, signed.Positive, err)
	_, err = data.WithSigns("")
	fmt.Println(err)
	// Output:
	// [-1 1 -1] ham <nil>
	// the labels are "ham", "spam": say which becomes +1 with positive: LABEL
}

func TestWithSigns(t *testing.T) {
	for _, c := range []struct {
		data     *Data
		positive string
		want     []float64
		stated   string
		err      string
	}{
		{&Data{Y: []float64{1, 2}}, "", []float64{-1, 1}, "2", ""},
		{&Data{Y: []float64{1, 0}}, "", []float64{1, -1}, "1", ""},
		{&Data{Y: []float64{1, 2}}, "1", []float64{1, -1}, "1", ""},
		{&Data{Y: []float64{1, -1}}, "-1", []float64{-1, 1}, "-1", ""},
		{&Data{Y: []float64{1, -1}}, "", []float64{1, -1}, "", ""},
		{&Data{Y: []float64{1, -1, 0.5}}, "0.5", []float64{-1, -1, 1}, "0.5", ""},
		{&Data{Y: []float64{1, 0, 2}, Classes: []string{"a", "b", "c"}}, "b", []float64{1, -1, -1}, "b", ""},
		{&Data{Y: []float64{1, 0}, Classes: []string{"a", "b"}}, "1", nil, "", `positive: "1" is not a label; the labels are "a", "b"`},
		{&Data{Y: []float64{0, 0}, Classes: []string{"a"}}, "a", nil, "", `two classes are needed, but all labels are "a"`},
	} {
		got, err := c.data.WithSigns(c.positive)
		if err != nil {
			if err.Error() != c.err {
				t.Errorf("%v, positive %q: error %q, want %q", c.data, c.positive, err, c.err)
			}
			continue
		}
		if !slices.Equal(got.Y, c.want) || got.Positive != c.stated || c.err != "" {
			t.Errorf("%v, positive %q: %v, stated %q; want %v, %q, error %q", c.data, c.positive, got.Y, got.Positive, c.want, c.stated, c.err)
		}
	}
}

func TestBinary(t *testing.T) {
	many := make([]float64, 30)
	for i := range many {
		many[i] = float64(30 - i)
	}
	for _, c := range []struct {
		labels   []float64
		positive string
		want     []float64
		err      string
	}{
		{[]float64{-1, 1, -1}, "", []float64{-1, 1, -1}, ""},
		{[]float64{0, 1, 1}, "", []float64{-1, 1, 1}, ""},
		{[]float64{2, 1, 1}, "", []float64{1, -1, -1}, ""},
		{[]float64{-7.5, -8}, "", []float64{1, -1}, ""},
		{[]float64{-1, 1}, "-1", []float64{1, -1}, ""},
		{[]float64{-1, 1}, "+1", []float64{-1, 1}, ""},
		{[]float64{0, 9, 3, 9}, "9.0", []float64{-1, 1, -1, 1}, ""},
		{[]float64{0, 1, 2}, "3", nil, "positive: 3 is not a label; the labels are 0, 1, 2"},
		{[]float64{0, 1}, "yes", nil, "positive: yes is not a label; the labels are 0, 1"},
		{[]float64{4, 4}, "", nil, "two classes are needed, but all labels are 4"},
		{[]float64{4, 4}, "4", nil, "two classes are needed, but all labels are 4"},
		{nil, "", nil, "two classes are needed, but there are no labels"},
		{many, "", nil, "30 labels (1, 2, 3, 4, 5, 6, 7, 8, 9, 10, ...): choose one against the rest with positive: LABEL"},
	} {
		got, err := Binary(c.labels, c.positive)
		text := ""
		if err != nil {
			text = err.Error()
		}
		if !slices.Equal(got, c.want) || text != c.err {
			t.Errorf("%v, positive %q: %v, error %q; want %v, %q", c.labels, c.positive, got, text, c.want, c.err)
		}
	}
}
