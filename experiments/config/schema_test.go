package config

import (
	"bytes"
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/jsonschema-go/jsonschema"
	"gopkg.in/yaml.v3"
)

// schema parses and resolves the schema.
func schema(t *testing.T) *jsonschema.Resolved {
	t.Helper()
	text, err := Schema()
	if err != nil {
		t.Fatal(err)
	}
	var s jsonschema.Schema
	if err := json.Unmarshal(text, &s); err != nil {
		t.Fatal(err)
	}
	resolved, err := s.Resolve(nil)
	if err != nil {
		t.Fatal(err)
	}
	return resolved
}

// instance reads YAML as an editor does before it applies a schema.
func instance(t *testing.T, text []byte) any {
	t.Helper()
	var v any
	if err := yaml.Unmarshal(text, &v); err != nil {
		t.Fatal(err)
	}
	asJSON, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(asJSON, &v); err != nil {
		t.Fatal(err)
	}
	return v
}

// TestSchemaTakesGoodFiles: as they were written, and resolved.
func TestSchemaTakesGoodFiles(t *testing.T) {
	s := schema(t)
	files, err := filepath.Glob(filepath.Join("testdata", "good", "*.yaml"))
	if err != nil || len(files) == 0 {
		t.Fatal(files, err)
	}
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if err := s.Validate(instance(t, text)); err != nil {
			t.Errorf("%s: %v", file, err)
		}
		plan, err := Load(context.Background(), file, Options{})
		if err != nil {
			t.Fatal(err)
		}
		if err := s.Validate(instance(t, plan.Resolved)); err != nil {
			t.Errorf("%s, resolved: %v", file, err)
		}
	}
}

func TestSchemaRefusesBadFiles(t *testing.T) {
	s := schema(t)
	for _, name := range []string{
		"unknown-key", "no-problems", "horizon-zero", "horizon-words", "seeds-negative", "sampling", "methods-unknown",
		"bounds-unknown", "problem-unknown", "problem-no-data", "problem-unknown-parameter", "dataset-unknown",
		"domain-unknown", "domain-negative", "schedule-zero", "schedule-empty-grid", "schedule-shape", "tau-range",
		"claim-quantity", "claim-unknown-key", "claim-bound", "claim-nothing-said",
		"claim-order-one", "claim-order-scalar", "claim-order-at-zero", "claim-confidence", "claim-factor-zero", "figure-per", "figure-times",
		"constants-and-problems", "constants-unknown", "constants-negative", "constants-empty", "constants-no-figures",
		"bound-figure-unknown", "bound-figure-empty", "bound-figure-no-bound", "bound-figure-value", "bound-figure-times-zero", "bound-figure-quantity",
		"worst-instance-foreign", "worst-instance-no-of", "worst-instance-bare", "worst-instance-unknown", "worst-instance-range",
	} {
		text, err := os.ReadFile(filepath.Join("testdata", "bad", name+".yaml"))
		if err != nil {
			t.Fatal(err)
		}
		if s.Validate(instance(t, text)) == nil {
			t.Errorf("the schema takes %s.yaml", name)
		}
	}
}

// TestSchemaIsStable: the same text every time, or its freshness could not be
// checked.
func TestSchemaIsStable(t *testing.T) {
	first, err := Schema()
	if err != nil {
		t.Fatal(err)
	}
	for range 5 {
		again, err := Schema()
		if err != nil || !bytes.Equal(first, again) {
			t.Fatal("two calls of Schema differ", err)
		}
	}
}
