package config

import (
	"encoding/json"
	"math"
	"reflect"

	"github.com/google/jsonschema-go/jsonschema"

	"regret/experiments/catalogue"
)

// kindSchemas collects the schemas of kinds. Those of parameters, many of them
// alike, are kept once and referred to.
type kindSchemas struct {
	defs  map[string]*jsonschema.Schema
	names map[string]string // of a definition, by its text
}

func newKindSchemas() *kindSchemas {
	return &kindSchemas{defs: map[string]*jsonschema.Schema{}, names: map[string]string{}}
}

// param refers to the schema of a parameter of a kind.
func (k *kindSchemas) param(e catalogue.Entry, p catalogue.Param, group string) *jsonschema.Schema {
	s := paramSchema(p, group)
	text, err := json.Marshal(s)
	if err != nil {
		panic("config: schema of " + p.Name + ": " + err.Error())
	}
	name, known := k.names[string(text)]
	if !known {
		name = e.Kind + "." + p.Name
		k.names[string(text)] = name
		k.defs[name] = s
	}
	return reference(name)
}

// group takes any kind of a group, in any of its three forms.
func (k *kindSchemas) group(group string) *jsonschema.Schema {
	var bare []string
	var forms []*jsonschema.Schema
	for _, e := range catalogue.Entries(group) {
		for _, v := range e.Variants {
			forms = append(forms, k.variant(e, v, group)...)
		}
		if len(e.Variants) > 0 {
			continue
		}
		params := e.Params()
		if !hasRequired(params) {
			bare = append(bare, e.Kind)
		}
		forms = append(forms, k.long(e, group, params), k.short(e, group, params))
	}
	if len(bare) > 0 { // an empty enumeration would be left out, and all be taken
		forms = append([]*jsonschema.Schema{words(bare)}, forms...)
	}
	return anyOf(forms...)
}

func hasRequired(params []catalogue.Param) bool {
	for _, p := range params {
		if p.Required {
			return true
		}
	}
	return false
}

// long is {kind: ball, radius: 5}.
func (k *kindSchemas) long(e catalogue.Entry, group string, params []catalogue.Param) *jsonschema.Schema {
	s := k.mapping(e, group, params, extraKeys[group])
	s.Properties["kind"] = words([]string{e.Kind})
	s.PropertyOrder = append([]string{"kind"}, s.PropertyOrder...)
	s.Required = append([]string{"kind"}, s.Required...)
	return s
}

// short is {ball: 5} or {ball: {radius: 5}}.
func (k *kindSchemas) short(e catalogue.Entry, group string, params []catalogue.Param) *jsonschema.Schema {
	whole := k.mapping(e, group, params, nil)
	value := anyOf(whole, &jsonschema.Schema{Type: "null"})
	s := object()
	if len(params) > 0 {
		value = anyOf(k.param(e, params[0], group), whole)
		s = k.mapping(e, group, params[1:], extraKeys[group])
	}
	s.Properties[e.Kind] = value
	s.PropertyOrder = append([]string{e.Kind}, s.PropertyOrder...)
	s.Required = []string{e.Kind} // its value may hold all others
	return s
}

// mapping is a mapping of parameters and extra keys.
func (k *kindSchemas) mapping(e catalogue.Entry, group string, params []catalogue.Param, extra []string) *jsonschema.Schema {
	s := object()
	s.Description = e.Doc
	for _, p := range params {
		s.Properties[p.Name] = k.param(e, p, group)
		s.PropertyOrder = append(s.PropertyOrder, p.Name)
		if p.Required {
			s.Required = append(s.Required, p.Name)
		}
	}
	for _, key := range extra {
		if s.Properties[key] != nil {
			continue // warmup-stable-decay has its own warmup
		}
		s.Properties[key] = k.extra(key)
		s.PropertyOrder = append(s.PropertyOrder, key)
	}
	return s
}

// extra is the schema of a name, or of a composition's value.
func (k *kindSchemas) extra(key string) *jsonschema.Schema {
	e, composition := catalogue.Lookup("compositions", key)
	if !composition {
		return &jsonschema.Schema{Type: "string"}
	}
	params := e.Params()
	const group = "compositions"
	return anyOf(k.param(e, params[0], group), k.mapping(e, group, params, nil))
}

// paramSchema is the schema of a parameter: one value, or a grid of them.
func paramSchema(p catalogue.Param, group string) *jsonschema.Schema {
	var one *jsonschema.Schema
	switch p.Type.Kind() {
	case reflect.Interface:
		one = reference(p.Group)
	case reflect.Float64, reflect.Int:
		one = numberSchema(p, group)
	case reflect.Slice:
		one = listOf(numberSchema(p, group))
		if p.ListsText() {
			one = listOf(textSchema())
		}
		if !p.Required {
			one.MinItems = nil
		}
	case reflect.Bool:
		one = &jsonschema.Schema{Type: "boolean"}
	default:
		one = textSchema()
		if len(p.Enum) > 0 {
			one = words(p.Enum)
		}
	}
	s := anyOf(one, listOf(one))
	s.Description = p.Doc
	if !p.Required {
		var value any = p.Default
		_ = json.Unmarshal([]byte(p.Default), &value) // words stay text
		s.Default, _ = json.Marshal(value)
	}
	return s
}

// textSchema is text, which may look like a number.
func textSchema() *jsonschema.Schema {
	return anyOf(&jsonschema.Schema{Type: "string"}, &jsonschema.Schema{Type: "number"})
}

// numberSchema is a number in the parameter's range, or a formula where one may
// stand.
func numberSchema(p catalogue.Param, group string) *jsonschema.Schema {
	s := &jsonschema.Schema{Type: "number"}
	if p.Type.Kind() == reflect.Int {
		s.Type = "integer"
	}
	s = rangeSchema(s, p.Range)
	if len(namesIn[group]) == 0 {
		return s
	}
	return formulaSchema(s)
}

// rangeSchema narrows a number to an interval.
func rangeSchema(s *jsonschema.Schema, in catalogue.Interval) *jsonschema.Schema {
	if in.String() == "" {
		return s
	}
	lo, hi := in.Lo, in.Hi
	switch {
	case math.IsInf(lo, 0):
	case in.LoOpen:
		s.ExclusiveMinimum = &lo
	default:
		s.Minimum = &lo
	}
	switch {
	case math.IsInf(hi, 0):
	case in.HiOpen:
		s.ExclusiveMaximum = &hi
	default:
		s.Maximum = &hi
	}
	return s
}

// formulaSchema takes a number or a formula.
func formulaSchema(number *jsonschema.Schema) *jsonschema.Schema {
	return anyOf(number, &jsonschema.Schema{Type: "string", MaxLength: pointer(maxFormula)})
}
