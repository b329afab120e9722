package config

import (
	"slices"
	"strings"

	"gopkg.in/yaml.v3"

	"regret/experiments/catalogue"
	"regret/optim/schedule/formula"
)

// written is a kind as it stands in the file: which one, and the nodes of its
// parameters and of the keys that every kind of its group takes.
type written struct {
	node   *yaml.Node
	group  string
	kind   string          // as the file names it
	entry  catalogue.Entry // that kind, or its variant
	name   string          // empty if none is given
	params map[string]*yaml.Node
	extra  map[string]*yaml.Node // keys that every kind of the group takes
}

// written finds the kind of an entry: a bare name, {kind: NAME, ...}, or
// {NAME: VALUE, ...} with the value of the principal parameter or a mapping of
// all.
func (d *document) written(n *yaml.Node, group string) (written, bool) {
	w := written{node: n, group: group, params: map[string]*yaml.Node{}, extra: map[string]*yaml.Node{}}
	var ok bool
	switch n.Kind {
	case yaml.ScalarNode:
		w.entry, ok = d.lookup(n, group)
		w.kind = w.entry.Kind
		if ok && len(w.entry.Variants) > 0 {
			_, ok = d.variant(&w, nil, nil)
		}
		return w, ok
	case yaml.MappingNode:
		head, value := headOf(n, group)
		if head == nil {
			d.noKind(n, group)
			return w, false
		}
		if w.entry, ok = d.lookup(head, group); !ok {
			return w, false
		}
		w.kind = w.entry.Kind
		pairs := others(n, head)
		if len(w.entry.Variants) > 0 {
			if pairs, ok = d.variant(&w, pairs, value); !ok {
				return w, false
			}
			value = nil
		}
		return w, d.collect(&w, pairs, value)
	}
	d.errorf(n, "want a %s, not %s", singular[group], describe(n))
	return w, false
}

// others returns the keys and values of a mapping but for those of its head.
func others(n, head *yaml.Node) []*yaml.Node {
	var out []*yaml.Node
	for i := 0; i < len(n.Content); i += 2 {
		if n.Content[i] != head && n.Content[i+1] != head {
			out = append(out, n.Content[i], n.Content[i+1])
		}
	}
	return out
}

// headOf returns the node that names the kind, and the value behind it if the
// kind's name is itself the key.
func headOf(n *yaml.Node, group string) (head, value *yaml.Node) {
	for i := 0; i < len(n.Content); i += 2 {
		if n.Content[i].Value == "kind" {
			return n.Content[i+1], nil
		}
	}
	for i := 0; i < len(n.Content); i += 2 {
		if _, known := catalogue.Lookup(group, n.Content[i].Value); known {
			return n.Content[i], n.Content[i+1]
		}
	}
	return nil, nil
}

// noKind reports an entry without a kind, at the key that was meant to name it
// if there is one.
func (d *document) noKind(n *yaml.Node, group string) {
	for i := 0; i < len(n.Content); i += 2 {
		key := n.Content[i]
		if best, ok := formula.Closest(key.Value, append(catalogue.Kinds(group), "kind")); ok {
			d.errorf(key, "unknown key %q of a %s; did you mean %q?", key.Value, singular[group], best)
			return
		}
	}
	d.errorf(n, "this %s has no kind; known are %s", singular[group], strings.Join(catalogue.Kinds(group), ", "))
}

// lookup finds the kind that a scalar names.
func (d *document) lookup(n *yaml.Node, group string) (catalogue.Entry, bool) {
	if n.Kind != yaml.ScalarNode || n.Tag == "!!null" {
		d.errorf(n, "want the name of a %s, not %s", singular[group], describe(n))
		return catalogue.Entry{}, false
	}
	e, ok := catalogue.Lookup(group, n.Value)
	if !ok {
		d.errorf(n, "unknown %s %q%s", singular[group], n.Value, catalogue.DidYouMean(n.Value, catalogue.Kinds(group)))
	}
	return e, ok
}

// collect sorts keys and values into parameters and extra keys. The value
// behind a kind's own name, if any, is that of the principal parameter, or else
// a mapping of more keys.
func (d *document) collect(w *written, pairs []*yaml.Node, value *yaml.Node) bool {
	params := w.entry.Params()
	switch {
	case value == nil || value.Tag == "!!null":
	case value.Kind == yaml.MappingNode && (len(params) == 0 || params[0].Group == ""):
		pairs = append(slices.Clip(value.Content), pairs...)
	case len(params) == 0:
		d.errorf(value, "%s has no parameters", w.title())
		return false
	default:
		w.params[params[0].Name] = value
	}
	ok := true
	for i := 0; i < len(pairs); i += 2 {
		ok = d.take(w, pairs[i], pairs[i+1]) && ok
	}
	if name := w.extra["name"]; name != nil {
		var good bool
		w.name, good = d.name(name)
		ok = ok && good
	}
	return ok
}

// take stores one key of an entry.
func (d *document) take(w *written, key, value *yaml.Node) bool {
	known := []string{"kind"}
	for _, p := range w.entry.Params() {
		known = append(known, p.Name)
	}
	switch {
	case slices.Contains(known[1:], key.Value):
		if w.params[key.Value] != nil {
			d.errorf(key, "%s is already set", key.Value)
			return false
		}
		w.params[key.Value] = value
		return true
	case slices.Contains(extraKeys[w.group], key.Value):
		w.extra[key.Value] = value
		return true
	}
	if why := w.entry.Refusal(key.Value); why != "" {
		d.errorf(key, "%s takes no %s: %s", w.title(), key.Value, why)
		return false
	}
	if w.kind != w.entry.Kind {
		known = append(known, "of")
	}
	known = append(known, extraKeys[w.group]...)
	d.errorf(key, "unknown key %q of %s%s", key.Value, w.title(), catalogue.DidYouMean(key.Value, known))
	return false
}

// name decodes the name of an entry.
func (d *document) name(n *yaml.Node) (string, bool) {
	text, ok := d.text(n)
	if ok && (text == "" || len(text) > 100) {
		d.errorf(n, "a name has 1 to 100 bytes")
		return "", false
	}
	return text, ok && d.printable(n, text)
}
