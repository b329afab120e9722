package catalogue_test

import (
	"reflect"
	"slices"
	"testing"

	"regret/experiments/catalogue"
	"regret/optim/bound"
	"regret/problems/dataset"
)

// TestEntries: every kind of every group is documented, and can be validated
// if it has parameters.
func TestEntries(t *testing.T) {
	for _, group := range catalogue.Groups() {
		entries := catalogue.Entries(group)
		if len(entries) == 0 {
			t.Errorf("%s: no entries", group)
		}
		for _, e := range entries {
			if e.Kind == "" || e.Doc == "" || e.Formula == "" || e.Source == "" || e.Example == "" {
				t.Errorf("%s %q: a text is missing: %+v", group, e.Kind, e)
			}
			if found, ok := catalogue.Lookup(group, e.Kind); !ok || found.Doc != e.Doc {
				t.Errorf("%s %s: another entry has that name", group, e.Kind)
			}
			checkParams(t, group, e)
			for _, v := range e.Variants {
				if found, ok := e.Variant(v.Kind); !ok || found.Doc != v.Doc || v.Formula == "" || v.Source == "" || v.Example == "" {
					t.Errorf("%s %s: variant %+v", group, e.Kind, v)
				}
				checkParams(t, group, v)
			}
		}
	}
}

func checkParams(t *testing.T, group string, e catalogue.Entry) {
	t.Helper()
	if e.New == nil {
		if len(e.Variants) > 0 {
			return
		}
		if group != "bounds" {
			t.Errorf("%s %s: no New", group, e.Kind)
		}
		return
	}
	if _, ok := e.New().(interface{ Validate() error }); !ok {
		t.Errorf("%s %s: %T has no Validate", group, e.Kind, e.New())
	}
	seen := map[string]bool{}
	for _, p := range e.Params() {
		if p.Doc == "" || seen[p.Name] || p.Name == "name" || p.Name == "kind" {
			t.Errorf("%s %s: parameter %+v", group, e.Kind, p)
		}
		seen[p.Name] = true
		if p.Group != "" && !slices.Contains(catalogue.Groups(), p.Group) {
			t.Errorf("%s %s: %s is of the unknown group %s", group, e.Kind, p.Name, p.Group)
		}
	}
}

func TestKinds(t *testing.T) {
	want := map[string][]string{
		"problems": {"squared", "logistic", "multinomial", "hinge", "absolute", "huber", "quantile",
			"squared-hinge", "exponential", "poisson", "portfolio", "streaming-squared", "streaming-logistic",
			"max-affine", "linf-regression", "geometric-median",
			"norm", "quadratic", "huber-function", "nesterov-smooth", "nesterov-nonsmooth", "linear", "experts", "worst-instance"},
		"domains":   {"whole-space", "ball", "box", "simplex"},
		"datasets":  append([]string{"synthetic", "market", "libsvm", "csv", "alternating", "drifting", "switching", "adversarial", "bernoulli"}, dataset.EmbeddedNames()...),
		"samplings": {"iid", "full", "shuffle", "shuffle-once", "cyclic", "mini-batch", "importance"},
		"methods":   {"sgd", "proximal-sgd"},
		"schedules": {"constant", "inverse-sqrt", "inverse-time", "polynomial", "linear-decay", "cosine",
			"warmup-stable-decay", "step-decay", "exponential", "table", "refined", "formula"},
		"averages": {"uniform", "step-weighted", "last"},
	}
	for group, kinds := range want {
		if got := catalogue.Kinds(group); !slices.Equal(got, kinds) {
			t.Errorf("%s: %q, want %q", group, got, kinds)
		}
	}
	for _, th := range bound.All {
		if _, ok := catalogue.Lookup("bounds", th.ID); !ok {
			t.Errorf("bound %s is missing", th.ID)
		}
	}
	if catalogue.Entries("nothing") != nil {
		t.Error("an unknown group has entries")
	}
}

type inner struct {
	Rate  float64   `param:"rate" doc:"a rate" range:"(0,1]" scale:"true"`
	Shape string    `param:"shape" doc:"a shape" enum:"round|square" default:"round"`
	Steps []float64 `param:"steps" doc:"steps" default:"[]"`
}

type outer struct {
	inner
	Set    any    `param:"set" doc:"a set" group:"domains" default:"whole-space"`
	File   string `param:"file" doc:"a file" path:"true"`
	Hidden int
}

func TestParams(t *testing.T) {
	params := catalogue.Params(new(outer))
	var names []string
	for _, p := range params {
		names = append(names, p.Name)
	}
	if want := []string{"rate", "shape", "steps", "set", "file"}; !slices.Equal(names, want) {
		t.Fatalf("parameters %q, want %q", names, want)
	}
	rate, shape, set, file := params[0], params[1], params[3], params[4]
	if !rate.Required || !rate.Scale || rate.Range.Contains(0) || !rate.Range.Contains(1) || rate.Doc != "a rate" {
		t.Errorf("rate %+v", rate)
	}
	if shape.Required || shape.Default != "round" || !slices.Equal(shape.Enum, []string{"round", "square"}) {
		t.Errorf("shape %+v", shape)
	}
	if set.Group != "domains" || set.Default != "whole-space" || set.Scale || !file.Path || !file.Required {
		t.Errorf("set %+v, file %+v", set, file)
	}
	var v outer
	reflect.ValueOf(&v).Elem().FieldByIndex(file.Index).SetString("x")
	if v.File != "x" || rate.Index[0] != 0 || rate.Index[1] != 0 {
		t.Errorf("index of file %v, of rate %v", file.Index, rate.Index)
	}
}

type choosy struct {
	inner
	Own float64 `param:"own" doc:"its own"`
}

func (choosy) Refuses() map[string]string { return map[string]string{"shape": "it is round"} }

type mistaken struct{ choosy }

func (mistaken) Refuses() map[string]string { return map[string]string{"form": "it has none"} }

func TestParamsRefused(t *testing.T) {
	var names []string
	for _, p := range catalogue.Params(new(choosy)) {
		names = append(names, p.Name)
	}
	if want := []string{"rate", "steps", "own"}; !slices.Equal(names, want) {
		t.Errorf("parameters %q, want %q", names, want)
	}
	e := catalogue.Entry{New: func() any { return new(choosy) }}
	if e.Refusal("shape") != "it is round" || e.Refusal("rate") != "" || (catalogue.Entry{}).Refusal("shape") != "" {
		t.Errorf("refusals %q, %q", e.Refusal("shape"), e.Refusal("rate"))
	}
}

func TestParamsPanics(t *testing.T) {
	for _, v := range []any{
		nil,
		outer{},
		new(mistaken),
		new(struct {
			A float32 `param:"a"`
		}),
		new(struct {
			A float64 `param:"a" range:"[1"`
		}),
		new(struct {
			A any `param:"a"`
		}),
	} {
		func() {
			defer func() {
				if recover() == nil {
					t.Errorf("Params(%T) did not panic", v)
				}
			}()
			catalogue.Params(v)
		}()
	}
}
