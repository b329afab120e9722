package config

import (
	"fmt"
	"strings"

	"gopkg.in/yaml.v3"
)

// label names a kind without a given name: the kind itself and, for a problem,
// its data.
func (k *kind) label() string {
	text := k.title
	for _, a := range k.args {
		if nested, ok := a.value.(*kind); ok && nested.group == "datasets" && !a.inGrid {
			text += " " + nested.short()
		}
	}
	return text
}

// suffix tells the combinations of a grid apart: " alpha=D/(sqrt(2)*G)".
func (k *kind) suffix() string {
	text := ""
	for _, a := range k.varied() {
		text += " " + a.param.Name + "=" + a.text()
	}
	return text
}

// text is the value of an argument as it was written, without spaces.
func (a argument) text() string {
	if nested, ok := a.value.(*kind); ok {
		return nested.short()
	}
	return nodeText(a.node)
}

func nodeText(n *yaml.Node) string {
	if n.Kind != yaml.SequenceNode {
		return strings.Join(strings.Fields(n.Value), "")
	}
	var parts []string
	for _, child := range n.Content {
		parts = append(parts, nodeText(child))
	}
	return "[" + strings.Join(parts, ",") + "]"
}

// short is a nested kind in a word: a file by its base name, "ball:5" by its
// principal parameter where that is required, others by their kind.
func (k *kind) short() string {
	if len(k.args) == 0 {
		return k.entry.Kind
	}
	first := k.args[0]
	switch {
	case first.param.Path:
		return baseName(fmt.Sprint(first.value))
	case k.group == "domains":
		return k.entry.Kind + ":" + first.text()
	}
	return k.entry.Kind
}

// Matches says whether a pattern of a claim means this name: the name itself,
// or a family of which the name is a member, as "inverse-sqrt" means
// "inverse-sqrt alpha=1". The empty pattern means every name.
func Matches(pattern, name string) bool {
	return pattern == "" || name == pattern || strings.HasPrefix(name, pattern+" ")
}

// unique reports entries of one name.
func (d *document) unique(kinds []*kind) bool {
	owners := map[string]*yaml.Node{}
	ok := true
	for _, k := range kinds {
		first, taken := owners[k.name]
		switch {
		case !taken:
			owners[k.name] = k.node
			continue
		case first == k.node:
			d.errorf(k.node, "the grid gives %q twice", k.name)
		default:
			d.errorf(k.node, "a second %s is named %q (the first is on line %d): give it a name of its own",
				singular[k.group], k.name, first.Line)
		}
		ok = false
	}
	return ok
}
