package config

import (
	"bytes"
	"context"
	"path/filepath"
	"strings"

	"gopkg.in/yaml.v3"

	"regret/problems/optimum"
)

// Options says how far a configuration is resolved.
type Options struct {
	// Resolve builds the problems, computes their constants, evaluates every
	// formula and checks every step. Without it names and types alone are
	// checked, no other file is opened, and the plan has no cases.
	Resolve bool
	// Optima remembers minimizers; nil means that each is found anew.
	Optima *optimum.Store
}

// Load reads a configuration. Whatever is wrong with what it says is returned
// as Diagnostics, all at once.
func Load(ctx context.Context, path string, opts Options) (*Plan, error) {
	data, err := readFile(path)
	if err != nil {
		return nil, err
	}
	return parse(ctx, path, data, opts)
}

// parse is Load of a text that stands in the file of that name.
func parse(ctx context.Context, path string, data []byte, opts Options) (*Plan, error) {
	f := &file{document: document{file: path}, ctx: ctx, optima: opts.Optima}
	var averages []Average
	var cases []Case
	guard(func() {
		f.checkFileName()
		if root := f.parse(data); root != nil {
			f.decode(root)
		}
		averages = f.planAverages()
		if opts.Resolve && len(f.diags) == 0 {
			cases = f.cases()
			f.checkLimits(cases)
			if len(f.diags) == 0 {
				f.checkFigures(cases)
			}
		}
	})
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	if len(f.diags) > 0 {
		return nil, f.diags.sorted()
	}
	resolved, err := encode(f.resolved)
	if err != nil {
		return nil, err
	}
	return &Plan{
		Name:        baseName(path),
		File:        path,
		Title:       f.title,
		Seed:        f.seed,
		Seeds:       f.seeds,
		Checkpoints: f.checkpoints,
		Constants:   f.constants,
		Averages:    averages,
		Cases:       cases,
		Bounds:      f.bounds,
		Claims:      f.claims,
		Figures:     f.figures,
		Resolved:    resolved,
	}, nil
}

// baseName is the name of a file without folder and extension.
func baseName(path string) string {
	base := filepath.Base(path)
	return strings.TrimSuffix(base, filepath.Ext(base))
}

// encode writes a tree as YAML.
func encode(n *yaml.Node) ([]byte, error) {
	var text bytes.Buffer
	encoder := yaml.NewEncoder(&text)
	encoder.SetIndent(2)
	if err := encoder.Encode(n); err != nil {
		return nil, err
	}
	return text.Bytes(), encoder.Close()
}
