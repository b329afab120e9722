package config

import (
	"slices"
	"strconv"
	"unicode/utf8"

	"gopkg.in/yaml.v3"

	"regret/experiments/catalogue"
)

func (f *file) decodeTitle(n *yaml.Node) *yaml.Node {
	title, ok := f.caption(n)
	if !ok {
		return nil
	}
	if f.title = title; title == "" {
		f.title = baseName(f.file)
	}
	return textNode(f.title)
}

// caption decodes a line of text that stands above a figure or a page.
func (d *document) caption(n *yaml.Node) (string, bool) {
	text, ok := d.text(n)
	const longest = 200
	if runes := utf8.RuneCountInString(text); ok && runes > longest {
		d.errorf(n, "a title of %d characters, may have %d", runes, longest)
		return "", false
	}
	return text, ok && d.printable(n, text)
}

// decodeHorizon reads one number of points or a list.
func (f *file) decodeHorizon(n *yaml.Node) *yaml.Node {
	items := []*yaml.Node{n}
	shown := &yaml.Node{Kind: yaml.SequenceNode, Style: yaml.FlowStyle}
	if n.Kind == yaml.SequenceNode {
		var ok bool
		if items, ok = f.list(n, "horizons"); !ok {
			return nil
		}
	}
	for _, item := range items {
		T, ok := f.integer(item, 1, maxHorizon)
		switch {
		case !ok:
			shown = nil
		case slices.Contains(f.horizons, T):
			f.errorf(item, "the horizon %d is there twice", T)
			shown = nil
		default:
			f.horizons = append(f.horizons, T)
			if shown != nil {
				shown.Content = append(shown.Content, numberNode(T))
			}
		}
	}
	if shown != nil && n.Kind != yaml.SequenceNode {
		return shown.Content[0]
	}
	return shown
}

// count reads a whole number into a field.
func (f *file) count(n *yaml.Node, field *int, lo, hi int) *yaml.Node {
	value, ok := f.integer(n, lo, hi)
	if !ok {
		return nil
	}
	*field = value
	return numberNode(value)
}

// decodeSeed reads any unsigned integer of 64 bits: more than a float64 holds.
func (f *file) decodeSeed(n *yaml.Node) *yaml.Node {
	seed, err := strconv.ParseUint(n.Value, 10, 64)
	if n.Kind != yaml.ScalarNode || n.Tag != "!!int" || err != nil {
		f.errorf(n, "want a whole number from 0 to 2^64-1, not %s", describe(n))
		return nil
	}
	f.seed = seed
	return numberNode(seed)
}

// decodeSampling reads one sampling or a list.
func (f *file) decodeSampling(n *yaml.Node) *yaml.Node {
	if n.Kind == yaml.SequenceNode {
		return f.entries(n, "samplings", &f.samplings)
	}
	all, shown, ok := f.kinds(n, "samplings")
	if !ok || !f.unique(all) {
		return nil
	}
	f.samplings = all
	return shown
}

// oneOf decodes a word out of a few.
func (d *document) oneOf(n *yaml.Node, what string, words []string) (string, bool) {
	text, ok := d.text(n)
	if ok && !slices.Contains(words, text) {
		d.errorf(n, "unknown %s %q%s", what, text, catalogue.DidYouMean(text, words))
		return "", false
	}
	return text, ok
}

// entries reads a list of kinds.
func (f *file) entries(n *yaml.Node, group string, into *[]*kind) *yaml.Node {
	items, ok := f.list(n, group)
	if !ok {
		return nil
	}
	shown := &yaml.Node{Kind: yaml.SequenceNode}
	var all []*kind
	for _, item := range items {
		some, one, good := f.kinds(item, group)
		ok = ok && good
		all = append(all, some...)
		shown.Content = append(shown.Content, one)
	}
	if !ok || !f.unique(all) {
		return nil
	}
	*into = all
	return shown
}

// decodeBounds reads the IDs of theorems, or the word all.
func (f *file) decodeBounds(n *yaml.Node) *yaml.Node {
	if n.Kind == yaml.ScalarNode && n.Value == "all" {
		return textNode("all")
	}
	items, ok := f.list(n, "bounds")
	if !ok {
		return nil
	}
	for _, item := range items {
		id, good := f.oneOf(item, "bound", catalogue.Kinds("bounds"))
		if good && slices.Contains(f.bounds, id) {
			f.errorf(item, "the bound %s is there twice", id)
			good = false
		}
		ok = ok && good
		f.bounds = append(f.bounds, id)
	}
	if !ok {
		return nil
	}
	return bare(n)
}
