package config

import (
	"github.com/google/jsonschema-go/jsonschema"

	"regret/experiments/catalogue"
)

func constantsSchema() *jsonschema.Schema {
	s := object()
	for _, c := range catalogue.Constants() {
		value := rangeSchema(&jsonschema.Schema{Type: "number"}, c.Range)
		value.Description = c.Doc
		s.Properties[c.Name] = value
		s.PropertyOrder = append(s.PropertyOrder, c.Name)
	}
	s.MinProperties = pointer(1)
	return s
}

func figureSchema() *jsonschema.Schema {
	s := keysSchema(figureKeys)
	s.Properties["quantity"] = words(Quantities)
	s.Properties["per"] = words(panels)
	s.Required = []string{"quantity"}
	return s
}

func boundFigureSchema() *jsonschema.Schema {
	one := words(catalogue.Kinds("bounds"))
	s := keysSchema(boundFigureKeys)
	s.Properties["bound"] = anyOf(one, listOf(one))
	s.Properties["value"] = words(boundValues)
	s.Properties["times"] = formulaSchema(&jsonschema.Schema{Type: "number", ExclusiveMinimum: pointer(0.0)})
	s.Properties["per"] = words(panels)
	s.Required = []string{"bound"}
	return s
}

// keysSchema is a mapping of the given keys, texts for a start.
func keysSchema(keys []string) *jsonschema.Schema {
	s := object()
	for _, key := range keys {
		s.Properties[key] = &jsonschema.Schema{Type: "string"}
		s.PropertyOrder = append(s.PropertyOrder, key)
	}
	return s
}
