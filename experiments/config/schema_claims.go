package config

import (
	"github.com/google/jsonschema-go/jsonschema"

	"regret/experiments/catalogue"
)

// claimSchema takes the keys of every kind of claim; that they fit together is
// for Load to check.
func claimSchema() *jsonschema.Schema {
	s := object()
	for _, key := range claimKeys {
		s.PropertyOrder = append(s.PropertyOrder, key)
		s.Properties[key] = claimKeySchema(key)
	}
	s.Required = []string{"quantity"}
	for _, heads := range claimHeads {
		for _, key := range heads {
			s.AnyOf = append(s.AnyOf, &jsonschema.Schema{Required: []string{key}})
		}
	}
	return s
}

func claimKeySchema(key string) *jsonschema.Schema {
	number := func() *jsonschema.Schema { return &jsonschema.Schema{Type: "number"} }
	text := &jsonschema.Schema{Type: "string"}
	switch key {
	case "quantity":
		return words(Quantities)
	case "below", "above":
		// A single word is a name: a formula holds a sign or a parenthesis.
		formula := &jsonschema.Schema{Type: "string", Pattern: "[^A-Za-z0-9_-]", MaxLength: pointer(maxFormula)}
		s := anyOf(words(catalogue.Kinds("bounds")), number(), words(scalarNames), formula)
		s.Description = "a bound, or what the mean at T is compared with: a number or a formula of the constants and T"
		return s
	case "factor":
		return &jsonschema.Schema{Type: "number", ExclusiveMinimum: pointer(0.0), Description: "on the bound that is named"}
	case "slope", "window":
		return &jsonschema.Schema{Type: "array", Items: number(), MinItems: pointer(2), MaxItems: pointer(2)}
	case "against":
		return words(claimAxes)
	case "order":
		s := &jsonschema.Schema{Type: "array", Items: text, MinItems: pointer(2), UniqueItems: true}
		s.Description = "schedules, each with a smaller mean than the next"
		return s
	case "at":
		return anyOf(words([]string{"T"}), integerSchema(1, maxHorizon))
	case "confidence":
		return &jsonschema.Schema{Type: "number", ExclusiveMinimum: pointer(0.0), ExclusiveMaximum: pointer(1.0)}
	}
	return text
}
