package config

import (
	"strings"

	"gopkg.in/yaml.v3"
)

// inspect refuses what no part of a configuration may hold: aliases (a few
// lines of them can stand for gigabytes), tags, merge keys, repeated keys, deep
// nests, and formulas that YAML has cut at a comma. It says whether the rest of
// the decoder may walk the tree.
func (d *document) inspect(n *yaml.Node, depth int) bool {
	switch {
	case n.Kind == yaml.AliasNode:
		d.errorf(n, "aliases are not supported: write the value out")
		return false
	case n.Anchor != "":
		d.errorf(n, "anchors are not supported")
		return false
	case n.Style&yaml.TaggedStyle != 0:
		d.errorf(n, "tags such as %s are not supported", n.Tag)
		return false
	case depth > maxDepth:
		d.errorf(n, "nested more than %d deep", maxDepth)
		return false
	}
	sound := true
	if n.Kind == yaml.MappingNode {
		sound = d.keys(n)
	}
	if n.Style&yaml.FlowStyle != 0 && d.cutFormulas(n) {
		return false
	}
	for _, child := range n.Content {
		sound = d.inspect(child, depth+1) && sound
	}
	return sound
}

// keys checks that the keys of a mapping are plain names, each there once.
func (d *document) keys(n *yaml.Node) bool {
	sound := true
	seen := map[string]int{}
	for i := 0; i < len(n.Content); i += 2 {
		key := n.Content[i]
		switch {
		case key.Kind == yaml.AliasNode:
			continue // refused as any alias is
		case key.Kind != yaml.ScalarNode:
			d.errorf(key, "a key must be a name")
			sound = false
		case key.Tag == "!!merge":
			d.errorf(key, "merge keys are not supported: write the values out")
			sound = false
		case seen[key.Value] > 0:
			d.errorf(key, "key %q is already set on line %d", key.Value, seen[key.Value])
			sound = false
		default:
			seen[key.Value] = key.Line
		}
	}
	return sound
}

// cutFormulas finds unquoted formulas in {...} or [...] that hold a comma:
// YAML reads "{step: min(1, t/T)}" as the keys "step" and "t/T)".
func (d *document) cutFormulas(n *yaml.Node) bool {
	found := false
	for i := 0; i < len(n.Content); i++ {
		start := n.Content[i]
		if !plain(start) || balance(start.Value) <= 0 {
			continue
		}
		pieces, open := []string{start.Value}, balance(start.Value)
		for _, piece := range n.Content[i+1:] {
			if open <= 0 || !plain(piece) {
				break
			}
			i++
			if piece.Value != "" { // not the null behind a piece taken for a key
				pieces = append(pieces, piece.Value)
				open += balance(piece.Value)
			}
		}
		if open <= 0 {
			d.errorf(start, "the formula is cut at a comma: put it in quotes, \"%s\"", strings.Join(pieces, ", "))
			found = true
		}
	}
	return found
}

// plain says whether a node is a scalar without quotes.
func plain(n *yaml.Node) bool {
	const quoted = yaml.SingleQuotedStyle | yaml.DoubleQuotedStyle | yaml.LiteralStyle | yaml.FoldedStyle
	return n.Kind == yaml.ScalarNode && n.Style&quoted == 0
}

// balance counts the parentheses that text leaves open.
func balance(text string) int {
	return strings.Count(text, "(") - strings.Count(text, ")")
}
