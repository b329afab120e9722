package config

import (
	"reflect"
	"slices"

	"gopkg.in/yaml.v3"

	"regret/experiments/catalogue"
)

// maxCombinations bounds what the grids of one entry may stand for.
const maxCombinations = 10_000

// choices decodes what a parameter may be: one value, or several if a grid is
// given, and the value as the resolved configuration shows it.
func (d *document) choices(w written, p catalogue.Param) ([]argument, *yaml.Node, bool) {
	n := w.params[p.Name]
	switch {
	case n == nil && p.Required:
		d.errorf(w.node, "%s needs %s: %s", w.title(), p.Name, p.Doc)
		return nil, nil, false
	case n == nil:
		n = defaultNode(p, w.node)
	}
	if !isGrid(n, p) {
		return d.value(n, p, w.group)
	}
	if len(n.Content) == 0 {
		d.errorf(n, "an empty grid for %s", p.Name)
		return nil, nil, false
	}
	var all []argument
	shown, ok := &yaml.Node{Kind: yaml.SequenceNode, Style: yaml.FlowStyle}, true
	for _, child := range n.Content {
		some, one, good := d.value(child, p, w.group)
		ok = ok && good
		for i := range some {
			some[i].inGrid = true
		}
		all = append(all, some...)
		shown.Content = append(shown.Content, one)
	}
	return all, shown, ok
}

// isGrid says whether a list stands for several values of a parameter: any
// list for a scalar one, a list of lists for a list.
func isGrid(n *yaml.Node, p catalogue.Param) bool {
	if n.Kind != yaml.SequenceNode {
		return false
	}
	return p.Type.Kind() != reflect.Slice || len(n.Content) > 0 && n.Content[0].Kind == yaml.SequenceNode
}

// cross combines every kind so far with every choice of one more parameter.
func (d *document) cross(kinds []*kind, choices []argument) ([]*kind, bool) {
	if len(kinds)*len(choices) > maxCombinations {
		d.errorf(kinds[0].node, "the grids stand for more than %d combinations", maxCombinations)
		return nil, false
	}
	out := make([]*kind, 0, len(kinds)*len(choices))
	for _, k := range kinds {
		for _, c := range choices {
			with := *k
			with.args = append(slices.Clip(k.args), c)
			out = append(out, &with)
		}
	}
	return out, true
}

// varied lists the arguments of a kind that a grid varies, nested ones too.
func (k *kind) varied() []argument {
	var out []argument
	for _, a := range k.args {
		if a.inGrid {
			out = append(out, a)
		} else if nested, ok := a.value.(*kind); ok {
			out = append(out, nested.varied()...)
		}
	}
	return out
}
