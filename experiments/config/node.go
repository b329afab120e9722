package config

import (
	"fmt"
	"reflect"

	"gopkg.in/yaml.v3"

	"regret/experiments/catalogue"
)

// newMapping returns an empty mapping, written as {...}.
func newMapping() *yaml.Node { return &yaml.Node{Kind: yaml.MappingNode, Style: yaml.FlowStyle} }

// textNode is a string, quoted by the encoder where it needs to be.
func textNode(text string) *yaml.Node {
	n := new(yaml.Node)
	n.SetString(text)
	return n
}

// numberNode is an unquoted number.
func numberNode(x any) *yaml.Node {
	return &yaml.Node{Kind: yaml.ScalarNode, Tag: "!!int", Value: fmt.Sprint(x)}
}

func appendNode(mapping *yaml.Node, key string, value *yaml.Node) {
	mapping.Content = append(mapping.Content, textNode(key), value)
}

func appendText(mapping *yaml.Node, key, value string) {
	appendNode(mapping, key, textNode(value))
}

// bare copies a node without its comments and its place.
func bare(n *yaml.Node) *yaml.Node {
	out := &yaml.Node{Kind: n.Kind, Tag: n.Tag, Value: n.Value}
	if n.Kind != yaml.ScalarNode {
		out.Style = yaml.FlowStyle
	} else if n.Tag == "!!str" {
		out = textNode(n.Value)
	}
	for _, child := range n.Content {
		out.Content = append(out.Content, bare(child))
	}
	return out
}

// simplest turns {kind: NAME} into NAME.
func simplest(mapping *yaml.Node) *yaml.Node {
	if len(mapping.Content) == 2 {
		return mapping.Content[1]
	}
	return mapping
}

// defaultNode is the default of a parameter, placed where its owner stands.
func defaultNode(p catalogue.Param, owner *yaml.Node) *yaml.Node {
	if p.Default != "" {
		return yamlNode(p.Default, owner)
	}
	n := textNode("")
	if p.Type.Kind() == reflect.Slice {
		n = &yaml.Node{Kind: yaml.SequenceNode, Style: yaml.FlowStyle}
	}
	place(n, owner)
	return n
}

// yamlNode parses the text of a default, which is part of the program.
func yamlNode(text string, owner *yaml.Node) *yaml.Node {
	var root yaml.Node
	if err := yaml.Unmarshal([]byte(text), &root); err != nil || len(root.Content) == 0 {
		panic(fmt.Sprintf("config: the default %q is not YAML: %v", text, err))
	}
	place(root.Content[0], owner)
	return root.Content[0]
}

func place(n, owner *yaml.Node) {
	n.Line, n.Column = owner.Line, owner.Column
	for _, child := range n.Content {
		place(child, owner)
	}
}
