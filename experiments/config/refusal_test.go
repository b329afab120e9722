package config

import (
	"context"
	"fmt"
	"reflect"
	"strings"
	"testing"

	"regret/experiments/catalogue"
	"regret/problems/dataset"
)

// Every parameter that is listed for a problem can be given: some value other than its
// default is taken.
func TestListedParametersAreTaken(t *testing.T) {
	for _, e := range catalogue.Entries("problems") {
		kinds := []catalogue.Entry{e}
		if len(e.Variants) > 0 {
			kinds = e.Variants
		}
		for _, k := range kinds {
			given := map[string]string{"kind": e.Kind}
			if len(e.Variants) > 0 {
				given["of"] = k.Kind
			}
			for _, p := range k.Params() {
				if p.Name == "data" {
					given["data"] = dataFor(e)
				}
				if p.Required && p.Name != "data" || p.Name == "domain" {
					given[p.Name] = other(t, p)
				}
			}
			for _, p := range k.Params() {
				if given[p.Name] == "" {
					checkTaken(t, given, p.Name, other(t, p))
				}
			}
		}
	}
}

func checkTaken(t *testing.T, given map[string]string, name, value string) {
	t.Helper()
	text := fmt.Sprintf("{%s: %s", name, value)
	for key, v := range given {
		text += fmt.Sprintf(", %s: %s", key, v)
	}
	if _, err := Problems(context.Background(), "problem", text+"}", Options{}); err != nil {
		t.Errorf("%s is listed, but %v", name, err)
	}
}

// dataFor is a set with which every kind of problem can be built.
func dataFor(e catalogue.Entry) string {
	switch {
	case e.Kind == "portfolio":
		return "{market: {days: 20, assets: 3}}"
	case e.Kind == "linear" || e.Kind == "experts":
		return "{bernoulli: {rows: 20, experts: 3}}"
	case len(e.Tasks) > 0 && e.Tasks[0] == dataset.TwoClass:
		return "heart"
	}
	return "{synthetic: {rows: 20, dim: 3}}"
}

// other is a value of a parameter that is not its default.
func other(t *testing.T, p catalogue.Param) string {
	t.Helper()
	switch {
	case p.Group == "domains":
		return "{ball: 1}"
	case p.Name == "positive":
		return "-1"
	case p.Type.Kind() == reflect.Bool:
		return map[string]string{"false": "true", "true": "false"}[p.Default]
	case p.Type.Kind() == reflect.Slice:
		return "[0.5]"
	}
	for _, word := range append(p.Enum, "0.75", "2", "3", "4") {
		if word != p.Default && !(p.Enum == nil && p.Type.Kind() == reflect.Int && word == "0.75") && inside(p, word) {
			return word
		}
	}
	t.Fatalf("no value of %+v is known", p)
	return ""
}

func inside(p catalogue.Param, word string) bool {
	var x float64
	if _, err := fmt.Sscan(word, &x); err != nil {
		return true
	}
	return p.Range.Contains(x)
}

// A parameter that a kind refuses is an error where it stands, which says why, and is
// neither listed nor in the schema.
func TestRefusedParameters(t *testing.T) {
	schema, err := Schema()
	if err != nil {
		t.Fatal(err)
	}
	refused := 0
	for _, e := range catalogue.Entries("problems") {
		if e.New == nil {
			continue
		}
		for _, name := range []string{"positive", "l1", "data", "nothing"} {
			why := e.Refusal(name)
			if why == "" {
				continue
			}
			refused++
			for _, p := range e.Params() {
				if p.Name == name {
					t.Errorf("%s refuses %s and lists it", e.Kind, name)
				}
			}
			if strings.Contains(string(schema), `"`+e.Kind+"."+name+`"`) {
				t.Errorf("%s refuses %s, and the schema has it", e.Kind, name)
			}
			text := fmt.Sprintf("{kind: %s, data: %s, domain: {ball: 1}, %s: 0}", e.Kind, dataFor(e), name)
			_, err := Problems(context.Background(), "problem", text, Options{})
			column := strings.Index(text, name+":") + 1
			if want := fmt.Sprintf("problem:1:%d: %s takes no %s: %s\n", column, e.Kind, name, why); err == nil || !strings.HasPrefix(err.Error(), want) {
				t.Errorf("%s: %v, want %q", e.Kind, err, want)
			}
		}
	}
	if refused != 7 {
		t.Errorf("%d refusals, want positive by six kinds and l1 by one", refused)
	}
}
