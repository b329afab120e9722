package config

import (
	"encoding/json"
	"math"

	"github.com/google/jsonschema-go/jsonschema"

	"regret/experiments/catalogue"
)

// Schema returns the JSON schema of configurations (draft 2020-12), made from
// the catalogue, for completion and checks in editors. It is wider than Load:
// it takes any text for a formula and knows nothing of names.
func Schema() ([]byte, error) {
	root := object()
	root.Schema = "https://json-schema.org/draft/2020-12/schema"
	root.Title = "regret experiment"
	kinds := newKindSchemas()
	root.Defs = kinds.defs
	for _, s := range sections {
		schema := sectionSchema(s.key)
		schema.Description = s.doc
		if s.fallback == "" && s.of == both {
			root.Required = append(root.Required, s.key)
		}
		root.Properties[s.key] = schema
		root.PropertyOrder = append(root.PropertyOrder, s.key)
	}
	root.OneOf = []*jsonschema.Schema{{Required: []string{"problems"}}, {Required: []string{"constants", "figures"}}}
	for _, group := range catalogue.Groups() {
		if group != "bounds" {
			root.Defs[group] = kinds.group(group)
		}
	}
	text, err := json.MarshalIndent(root, "", "  ")
	return append(text, '\n'), err
}

// sectionSchema is the schema of the value of a top-level key.
func sectionSchema(key string) *jsonschema.Schema {
	switch key {
	case "title":
		return &jsonschema.Schema{Type: "string"}
	case "horizon":
		one := integerSchema(1, maxHorizon)
		return anyOf(one, listOf(one))
	case "seeds":
		return integerSchema(1, maxSeeds)
	case "seed":
		return integerSchema(0, math.MaxUint64)
	case "checkpoints":
		return integerSchema(2, maxCheckpoints)
	case "sampling":
		one := reference("samplings")
		return anyOf(one, listOf(one))
	case "bounds":
		return anyOf(words([]string{"all"}), listOf(words(catalogue.Kinds("bounds"))))
	case "claims":
		return &jsonschema.Schema{Type: "array", Items: claimSchema()}
	case "constants":
		return constantsSchema()
	case "figures":
		return &jsonschema.Schema{Type: "array", Items: anyOf(figureSchema(), boundFigureSchema())}
	}
	return listOf(reference(key))
}

func object() *jsonschema.Schema {
	return &jsonschema.Schema{
		Type:                 "object",
		Properties:           map[string]*jsonschema.Schema{},
		AdditionalProperties: &jsonschema.Schema{Not: &jsonschema.Schema{}},
	}
}

func integerSchema(lo, hi float64) *jsonschema.Schema {
	return &jsonschema.Schema{Type: "integer", Minimum: &lo, Maximum: &hi}
}

func words(list []string) *jsonschema.Schema {
	s := &jsonschema.Schema{Enum: []any{}}
	for _, word := range list {
		s.Enum = append(s.Enum, word)
	}
	return s
}

func listOf(item *jsonschema.Schema) *jsonschema.Schema {
	return &jsonschema.Schema{Type: "array", Items: item, MinItems: pointer(1)}
}

func anyOf(schemas ...*jsonschema.Schema) *jsonschema.Schema {
	return &jsonschema.Schema{AnyOf: schemas}
}

func reference(group string) *jsonschema.Schema {
	return &jsonschema.Schema{Ref: "#/$defs/" + group}
}

func pointer[T any](v T) *T { return &v }
