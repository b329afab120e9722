package config

import (
	"slices"

	"gopkg.in/yaml.v3"

	"regret/experiments/catalogue"
	"regret/problems/dataset"
)

// kind is one kind of the catalogue with one value for every parameter: an
// entry of the file, or one of the combinations that its grids stand for.
type kind struct {
	node  *yaml.Node
	group string
	title string // names the kind and its variant
	entry catalogue.Entry
	name  string // given in the file, or made from kind and grid
	args  []argument
	data  *dataset.Kept // what several builds of a data set share; else nil
}

// argument is the value of one parameter.
type argument struct {
	param catalogue.Param
	node  *yaml.Node
	// value is a scalar, []scalar, string, bool or *kind, by the parameter's type.
	value  any
	inGrid bool // one of several choices
}

// namesIn says what formulas for the parameters of a group's kinds may use.
var namesIn = map[string][]string{
	"problems":     sizeNames,
	"domains":      sizeNames,
	"methods":      scalarNames,
	"schedules":    scalarNames,
	"compositions": scalarNames,
}

// FormulaNames are the names that formulas for the parameters of a group's kinds may
// use; none where they are numbers alone.
func FormulaNames(group string) []string { return slices.Clone(namesIn[group]) }

// extraKeys are the keys that the kinds of a group take besides parameters.
var extraKeys = map[string][]string{
	"problems":  {"name"},
	"samplings": {"name"},
	"methods":   {"name"},
	"schedules": {"name", "warmup", "cooldown"},
}

// singular names one member of a group.
var singular = map[string]string{
	"problems": "problem", "datasets": "data set", "domains": "domain", "samplings": "sampling", "methods": "method",
	"schedules": "schedule", "averages": "average", "bounds": "bound", "compositions": "composition",
}

// kinds decodes an entry of the file into the combinations that it stands for,
// and the entry with every default written out.
func (d *document) kinds(n *yaml.Node, group string) ([]*kind, *yaml.Node, bool) {
	w, ok := d.written(n, group)
	if !ok {
		return nil, nil, false
	}
	resolved := newMapping()
	if w.name != "" {
		appendText(resolved, "name", w.name)
	}
	appendText(resolved, "kind", w.kind)
	if w.kind != w.entry.Kind {
		appendText(resolved, "of", w.entry.Kind)
	}
	combinations, ok := d.combine(w, resolved)
	for _, k := range combinations {
		k.name = w.name
		if w.name == "" {
			k.name = k.label()
		}
		k.name += k.suffix()
	}
	return combinations, simplest(resolved), ok
}

// combine crosses the choices for every parameter, and for the compositions
// among the keys, and shows them in the resolved configuration.
func (d *document) combine(w written, resolved *yaml.Node) ([]*kind, bool) {
	combinations := []*kind{{node: w.node, group: w.group, title: w.title(), entry: w.entry}}
	ok := true
	add := func(key string, choices []argument, shown *yaml.Node, good bool) {
		if !good || !ok {
			ok = false
			return
		}
		appendNode(resolved, key, shown)
		combinations, ok = d.cross(combinations, choices)
	}
	for _, p := range w.entry.Params() {
		choices, shown, good := d.choices(w, p)
		add(p.Name, choices, shown, good)
	}
	for _, e := range catalogue.Entries("compositions") {
		if n := w.extra[e.Kind]; n != nil {
			choices, shown, good := d.composition(n, e)
			add(e.Kind, choices, shown, good)
		}
	}
	return combinations, ok
}

// composition decodes a key such as warmup, which changes the schedule that it
// stands in.
func (d *document) composition(n *yaml.Node, e catalogue.Entry) ([]argument, *yaml.Node, bool) {
	w := written{node: n, group: "compositions", kind: e.Kind, entry: e, params: map[string]*yaml.Node{}}
	if !d.collect(&w, nil, n) {
		return nil, nil, false
	}
	shown := newMapping()
	kinds, ok := d.combine(w, shown)
	var choices []argument
	for _, k := range kinds {
		choices = append(choices, argument{param: catalogue.Param{Name: e.Kind, Group: w.group}, node: n, value: k})
	}
	return choices, shown, ok
}

// find returns the argument of a parameter, or nil.
func (k *kind) find(name string) *argument {
	for i := range k.args {
		if k.args[i].param.Name == name {
			return &k.args[i]
		}
	}
	return nil
}
