package config

import (
	"fmt"
	"slices"
	"strings"

	"gopkg.in/yaml.v3"

	"regret/experiments/catalogue"
	"regret/optim/bound"
)

var (
	boundFigureKeys = []string{"bound", "value", "times", "against", "per", "title"}
	boundValues     = []string{Given, Best}
)

// boundFigure reads a figure that shows bounds alone, and where its factor stands.
func (f *file) boundFigure(n *yaml.Node) (fig Figure, times *yaml.Node, ok bool) {
	if key := keyOf(n, "quantity"); key != nil && keyOf(n, "bound") == nil {
		f.errorf(key, "a quantity is measured, and a file with constants makes no run: want bound: ID")
		return Figure{}, nil, false
	}
	given, ok := f.fields(n, "a figure of bounds", boundFigureKeys)
	if !ok {
		return Figure{}, nil, false
	}
	fig = Figure{Value: Given, Against: "horizon", Per: "problem"}
	allowed := panels
	if f.constants != nil {
		fig.Per, allowed = "all", panels[2:]
	}
	ok = f.layout(given, allowed, &fig)
	if given["against"] == nil {
		ok = f.severalHorizons(n) && ok
	}
	if node := given["value"]; node != nil {
		var good bool
		fig.Value, good = f.oneOf(node, "value of a bound", boundValues)
		ok = ok && good
		if fig.Value == Best && fig.Against == "t" {
			f.errorf(node, "the best multiple of the steps is one for the whole run: draw value: best against horizon or a parameter")
			ok = false
		}
	}
	ok = f.factor(given["times"], &fig) && ok
	return fig, given["times"], f.shownBounds(n, given["bound"], &fig) && ok
}

// shownBounds reads the theorems of a figure, one or a list.
func (f *file) shownBounds(owner, n *yaml.Node, fig *Figure) bool {
	if n == nil {
		f.errorf(owner, "bound must be given: a name or a list of names; \"regret list bounds\" shows them")
		return false
	}
	items := []*yaml.Node{n}
	if n.Kind == yaml.SequenceNode {
		var ok bool
		if items, ok = f.list(n, "bounds"); !ok {
			return false
		}
	}
	var rows []bound.Row // what all theorems so far speak of
	for _, item := range items {
		id, ok := f.oneOf(item, "bound", catalogue.Kinds("bounds"))
		if !ok {
			return false
		}
		th, _ := bound.Lookup(id)
		if err := f.showable(th, fig); err != nil {
			f.errorf(item, "%v", err)
			return false
		}
		common := commonRows(th, rows, len(fig.Bounds) == 0)
		if len(common) == 0 {
			f.errorf(item, "a figure shows one quantity: %s bounds %s, and the bounds before it %s", id, quantities(th.Rows), quantities(rows))
			return false
		}
		rows = common
		fig.Bounds = append(fig.Bounds, id)
	}
	fig.Quantity, fig.Average = rows[0].Quantity, rows[0].Average
	return true
}

// showable says why a figure cannot show a theorem.
func (f *file) showable(th *bound.Theorem, fig *Figure) error {
	switch {
	case slices.Contains(fig.Bounds, th.ID):
		return fmt.Errorf("the bound %s is there twice", th.ID)
	case th.NeedsRun:
		return fmt.Errorf("%s reads a run, and a figure of bounds has none", th.ID)
	case fig.Value == Best && th.Best == nil:
		return fmt.Errorf("no best multiple of the steps is known for %s: want value: given", th.ID)
	}
	for _, name := range th.Constants {
		if _, known := f.constants[name]; len(f.constants) > 0 && !known {
			return fmt.Errorf("%s needs %s, which is not among the constants", th.ID, name)
		}
	}
	return nil
}

// commonRows are the rows, in the order of those before, that speak of a quantity
// of the theorem too.
func commonRows(th *bound.Theorem, before []bound.Row, first bool) []bound.Row {
	if first {
		before = th.Rows
	}
	return slices.DeleteFunc(slices.Clone(before), func(row bound.Row) bool {
		_, ok := RowOf(th, row.Quantity, row.Average)
		return !ok
	})
}

// RowOf returns the first row of a theorem that bounds a quantity by the
// theorem's terms alone.
func RowOf(th *bound.Theorem, quantity, average string) (bound.Row, bool) {
	for _, row := range th.Rows {
		if row.Quantity == quantity && row.Average == average && !row.PlusComparator {
			return row, true
		}
	}
	return bound.Row{}, false
}

// quantities lists what rows speak of.
func quantities(rows []bound.Row) string {
	var names []string
	for _, row := range rows {
		name := row.Quantity
		if row.Average != "" {
			name += " (" + row.Average + ")"
		}
		if !row.PlusComparator && !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	return strings.Join(names, ", ")
}

// appendBounds writes what is particular to a figure of bounds.
func (fig Figure) appendBounds(n *yaml.Node) {
	shown := &yaml.Node{Kind: yaml.SequenceNode, Style: yaml.FlowStyle}
	for _, id := range fig.Bounds {
		shown.Content = append(shown.Content, textNode(id))
	}
	if len(shown.Content) == 1 {
		shown = shown.Content[0]
	}
	appendNode(n, "bound", shown)
	appendText(n, "value", fig.Value)
	if fig.Times != "" {
		appendNode(n, "times", fig.times())
	}
}
