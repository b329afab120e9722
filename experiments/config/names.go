package config

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

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
// or a family of which the name is a member by its grid parameters, as
// "inverse-sqrt" means "inverse-sqrt alpha=1" (but "heart" not "heart two").
// The empty pattern means every name.
func Matches(pattern, name string) bool {
	rest, begins := strings.CutPrefix(name, pattern)
	if pattern == "" || begins && rest == "" {
		return true
	}
	return begins && rest[0] == ' ' && !slices.ContainsFunc(strings.Fields(rest), func(word string) bool {
		return !strings.Contains(word, "=")
	})
}

// checkFileName refuses names of files that cannot name a folder of results:
// ".yaml" and "...yaml" would be the folder of all results and the one above it.
func (d *document) checkFileName() {
	switch name := baseName(d.file); {
	case name == "" || name == "." || name == "..":
		d.at(0, 0, fmt.Sprintf("the file's name without its extension is %q, which cannot name a folder of results", name))
	case strings.ContainsFunc(name, unicode.IsControl):
		d.at(0, 0, fmt.Sprintf("the file's name %q holds a control character", name))
	}
}

// printable reports text with a control character, which would garble terminals,
// tables and figures.
func (d *document) printable(n *yaml.Node, text string) bool {
	i := strings.IndexFunc(text, unicode.IsControl)
	if i >= 0 {
		d.errorf(n, "a control character (%U) in %q", []rune(text[i:])[0], text)
	}
	return i < 0
}

// unique reports entries of one name, and names that cannot be shown.
func (d *document) unique(kinds []*kind) bool {
	owners := map[string]*yaml.Node{}
	ok := true
	for _, k := range kinds {
		if !d.printable(k.node, k.name) { // one that is made of parameters
			ok = false
			continue
		}
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
