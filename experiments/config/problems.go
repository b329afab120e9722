package config

import (
	"context"

	"gopkg.in/yaml.v3"

	"regret/experiments/catalogue"
	"regret/problems"
)

// Problem is a problem under the name that figures and tables show.
type Problem struct {
	Name string
	// Built is nil for worst instances, which are built for the steps of a run
	// and of which the constants alone are known before.
	Built *problems.Problem
	// Kind is what the catalogue says of a worst instance that is not built.
	Kind      catalogue.Entry
	Constants map[string]problems.Constant
}

// Problems builds the problems that a text describes: one entry of the key
// problems of a configuration, or a list of them. What is wrong with the text is
// returned as Diagnostics in a file of the given name.
func Problems(ctx context.Context, name, text string, opts Options) ([]Problem, error) {
	f := &file{document: document{file: name}, ctx: ctx, optima: opts.Optima}
	var found []Problem
	guard(func() {
		root := f.parse([]byte(text))
		if root == nil || !f.inspect(root, 1) {
			return
		}
		if root.Kind != yaml.SequenceNode {
			root = &yaml.Node{Kind: yaml.SequenceNode, Content: []*yaml.Node{root}}
		}
		if f.entries(root, "problems", &f.problems) == nil {
			return
		}
		for _, s := range f.sources() {
			found = append(found, Problem{Name: s.kind.name, Built: s.fixed, Kind: s.kind.entry, Constants: s.constants})
		}
	})
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	if len(f.diags) > 0 {
		return nil, f.diags.sorted()
	}
	return found, nil
}
