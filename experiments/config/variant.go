package config

import (
	"slices"
	"strings"

	"github.com/google/jsonschema-go/jsonschema"
	"gopkg.in/yaml.v3"

	"regret/experiments/catalogue"
)

// variant finds the variant that an entry means, by its key "of" or by the value
// behind the kind's own name, and returns the keys that are left.
func (d *document) variant(w *written, pairs []*yaml.Node, value *yaml.Node) ([]*yaml.Node, bool) {
	if value != nil && value.Kind == yaml.MappingNode {
		pairs, value = append(slices.Clip(value.Content), pairs...), nil
	}
	var rest []*yaml.Node
	for i := 0; i < len(pairs); i += 2 {
		if pairs[i].Value == "of" && value == nil {
			value = pairs[i+1]
		} else {
			rest = append(rest, pairs[i], pairs[i+1])
		}
	}
	names := w.entry.VariantNames()
	if value == nil || value.Kind != yaml.ScalarNode || value.Tag == "!!null" {
		at := value
		if at == nil {
			at = w.node
		}
		d.errorf(at, "%s needs one value for \"of\"; known are %s", w.kind, strings.Join(names, ", "))
		return nil, false
	}
	found, ok := w.entry.Variant(value.Value)
	if !ok {
		d.errorf(value, "unknown of %q%s", value.Value, catalogue.DidYouMean(value.Value, names))
		return nil, false
	}
	w.entry = found
	return rest, true
}

// title names the kind and its variant.
func (w *written) title() string {
	if w.kind != w.entry.Kind {
		return w.kind + " " + w.entry.Kind
	}
	return w.kind
}

// variant is {kind: worst-instance, of: zinkevich, D: 2}, {worst-instance:
// zinkevich, D: 2} or {worst-instance: {of: zinkevich, D: 2}}.
func (k *kindSchemas) variant(e, v catalogue.Entry, group string) []*jsonschema.Schema {
	name := words([]string{v.Kind})
	add := func(s *jsonschema.Schema, key string, value *jsonschema.Schema) {
		s.Properties[key] = value
		s.PropertyOrder = append([]string{key}, s.PropertyOrder...)
		s.Required = append([]string{key}, s.Required...)
	}
	long := k.mapping(v, group, v.Params(), extraKeys[group])
	add(long, "of", name)
	add(long, "kind", words([]string{e.Kind}))
	whole := k.mapping(v, group, v.Params(), extraKeys[group])
	add(whole, "of", name)
	short := k.mapping(v, group, v.Params(), extraKeys[group])
	add(short, e.Kind, anyOf(name, whole))
	return []*jsonschema.Schema{long, short}
}
