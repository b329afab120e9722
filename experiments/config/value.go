package config

import (
	"path/filepath"
	"reflect"
	"slices"
	"strings"

	"gopkg.in/yaml.v3"

	"regret/experiments/catalogue"
)

// value decodes one value of a parameter. A nested kind with grids of its own
// gives several.
func (d *document) value(n *yaml.Node, p catalogue.Param, group string) ([]argument, *yaml.Node, bool) {
	a := argument{param: p, node: n}
	shown, ok := bare(n), true
	switch p.Type.Kind() {
	case reflect.Interface:
		return d.nested(n, p)
	case reflect.Float64, reflect.Int:
		a.value, ok = d.inRange(n, p, namesIn[group])
	case reflect.Slice:
		if p.ListsText() {
			a.value, ok = d.texts(n, p)
		} else {
			a.value, shown, ok = d.numbers(n, p, namesIn[group])
		}
	case reflect.Bool:
		a.value, ok = d.truth(n)
	default:
		a.value, ok = d.word(n, p, group)
		if p.Path && ok {
			a.value = d.relative(a.value.(string))
			shown = textNode(absolute(a.value.(string)))
		}
	}
	return []argument{a}, shown, ok
}

// nested decodes a parameter that is itself a kind.
func (d *document) nested(n *yaml.Node, p catalogue.Param) ([]argument, *yaml.Node, bool) {
	kinds, shown, ok := d.kinds(n, p.Group)
	var out []argument
	for _, k := range kinds {
		out = append(out, argument{param: p, node: n, value: k})
	}
	return out, shown, ok
}

// inRange decodes a scalar, and checks the range of a plain number now; that
// of a formula is checked when its constants are known.
func (d *document) inRange(n *yaml.Node, p catalogue.Param, names []string) (scalar, bool) {
	s, ok := d.scalar(n, names)
	if !ok || s.formula != nil {
		return s, ok
	}
	if err := checkNumber(p, s.value); err != nil {
		d.errorf(n, "%v", err)
		return s, false
	}
	return s, true
}

// numbers decodes a list of scalars.
func (d *document) numbers(n *yaml.Node, p catalogue.Param, names []string) ([]scalar, *yaml.Node, bool) {
	if n.Kind != yaml.SequenceNode {
		d.errorf(n, "%s is a list of numbers, not %s", p.Name, describe(n))
		return nil, nil, false
	}
	if len(n.Content) == 0 && p.Required {
		d.errorf(n, "an empty list for %s", p.Name)
		return nil, nil, false
	}
	shown, ok := &yaml.Node{Kind: yaml.SequenceNode, Style: yaml.FlowStyle}, true
	out := make([]scalar, len(n.Content))
	for i, child := range n.Content {
		var good bool
		out[i], good = d.inRange(child, p, names)
		ok = ok && good
		shown.Content = append(shown.Content, bare(child))
	}
	return out, shown, ok
}

// texts decodes a list of strings.
func (d *document) texts(n *yaml.Node, p catalogue.Param) ([]string, bool) {
	if n.Kind != yaml.SequenceNode {
		d.errorf(n, "%s is a list, not %s", p.Name, describe(n))
		return nil, false
	}
	var out []string
	ok := true
	for _, child := range n.Content {
		text, good := d.text(child)
		out = append(out, text)
		ok = ok && good
	}
	return out, ok
}

// truth decodes true or false.
func (d *document) truth(n *yaml.Node) (bool, bool) {
	if n.Kind != yaml.ScalarNode || n.Tag != "!!bool" {
		d.errorf(n, "want true or false, not %s", describe(n))
		return false, false
	}
	return strings.EqualFold(n.Value, "true"), true
}

// word decodes a string: one of an enumeration, the formula of a step, or free
// text.
func (d *document) word(n *yaml.Node, p catalogue.Param, group string) (string, bool) {
	text, ok := d.text(n)
	switch {
	case !ok:
		return "", false
	case len(p.Enum) > 0 && !slices.Contains(p.Enum, text):
		d.errorf(n, "unknown %s %q%s", p.Name, text, catalogue.DidYouMean(text, p.Enum))
		return "", false
	case group == "schedules" && p.Name == "step":
		_, ok = d.formula(n, stepNames)
	}
	return text, ok
}

// relative finds a file that the configuration names: names count from its
// folder.
func (d *document) relative(name string) string {
	if name == "" || filepath.IsAbs(name) {
		return name
	}
	return filepath.Join(filepath.Dir(d.file), name)
}

// absolute makes a file's name valid wherever the resolved configuration is
// kept.
func absolute(name string) string {
	if full, err := filepath.Abs(name); name != "" && err == nil {
		return full
	}
	return name
}
