package config

import (
	"context"
	"slices"

	"gopkg.in/yaml.v3"

	"regret/experiments/catalogue"
	"regret/problems"
	"regret/problems/optimum"
)

// file is a decoded configuration: names and types are checked, constants are
// not yet known.
type file struct {
	document
	ctx         context.Context // of the load
	optima      *optimum.Store
	title       string
	horizons    []int
	seeds       int
	seed        uint64
	checkpoints int
	constants   map[string]problems.Constant // in place of problems; nil where there are runs
	problems    []*kind
	samplings   []*kind
	methods     []*kind
	schedules   []*kind
	averages    []*kind
	bounds      []string // empty means all
	claims      []Claim
	limits      []limitUse // formulas among the claims
	figures     []Figure
	figureNodes []*yaml.Node // where each stands
	factors     []*yaml.Node // the times of each figure; nil where there is none
	resolved    *yaml.Node
}

// section is one key of a configuration.
type section struct {
	key      string
	doc      string
	fallback string // the default as YAML; empty for a section that must be there
	of       purpose
	// decode reads the section and returns it with its defaults written out, or
	// nil after a diagnostic.
	decode func(f *file, n *yaml.Node) *yaml.Node
}

// purpose says which files have a section: those that ask for runs, or those that
// give constants and ask for figures of bounds alone.
type purpose int

const (
	both purpose = iota
	runs
	theory
)

const (
	maxHorizon     = 1_000_000_000
	maxSeeds       = 100_000
	maxCheckpoints = 100_000
)

// sections are the keys in the order in which they are decoded and written:
// claims and figures speak of names that stand before them.
var sections = []section{
	{"title", "title of figures and pages; default: the file's name", `""`, both, (*file).decodeTitle},
	{"horizon", "number of evaluated points T; a list makes one run for each", "10000", both, (*file).decodeHorizon},
	{"seeds", "number of repetitions where losses are drawn at random", "20", runs,
		func(f *file, n *yaml.Node) *yaml.Node { return f.count(n, &f.seeds, 1, maxSeeds) }},
	{"seed", "seed of the random numbers", "1", runs, (*file).decodeSeed},
	{"checkpoints", "number of recorded points, spaced evenly in log t, with 1 and T", "200", both,
		func(f *file, n *yaml.Node) *yaml.Node { return f.count(n, &f.checkpoints, 2, maxCheckpoints) }},
	{"problems", "convex problems", "", runs, func(f *file, n *yaml.Node) *yaml.Node { return f.entries(n, "problems", &f.problems) }},
	{"constants", "in place of problems: constants, for figures of bounds alone, without a run", "", theory, (*file).decodeConstants},
	{"sampling", "which losses a run sees: rows drawn with replacement (iid), the subgradient of F (full), ...; a list compares several", "iid", runs, (*file).decodeSampling},
	{"methods", "methods", "[sgd]", runs, func(f *file, n *yaml.Node) *yaml.Node { return f.entries(n, "methods", &f.methods) }},
	{"schedules", "learning-rate schedules", "", both, func(f *file, n *yaml.Node) *yaml.Node { return f.entries(n, "schedules", &f.schedules) }},
	{"averages", "averages of the iterates", "[uniform, last]", runs,
		func(f *file, n *yaml.Node) *yaml.Node { return f.entries(n, "averages", &f.averages) }},
	{"bounds", "theorems to compare with; all: every one that applies to what is recorded", "all", runs, (*file).decodeBounds},
	{"claims", "statements that the run checks", "[]", runs, (*file).decodeClaims},
	{"figures", "figures to draw", "[{quantity: average-regret}]", both, (*file).decodeFigures},
}

func sectionKeys() []string {
	keys := make([]string, len(sections))
	for i, s := range sections {
		keys[i] = s.key
	}
	return keys
}

// decode reads the whole tree.
func (f *file) decode(root *yaml.Node) {
	if root.Kind != yaml.MappingNode {
		f.errorf(root, "a configuration is a mapping of keys such as problems and schedules, not %s", describe(root))
		return
	}
	if !f.inspect(root, 1) {
		return
	}
	given, _ := f.fields(root, "a configuration", sectionKeys())
	f.resolved = &yaml.Node{Kind: yaml.MappingNode}
	kind := runs
	if given["constants"] != nil {
		kind = theory
	}
	for _, s := range sections {
		if n := f.node(s, kind, given, root); n != nil {
			if shown := s.decode(f, n); shown != nil {
				appendNode(f.resolved, s.key, shown)
			}
		}
	}
}

// node returns what a section is decoded from, as given or by default; nil for a
// section that is missing, or that files of this kind do not have.
func (f *file) node(s section, kind purpose, given map[string]*yaml.Node, root *yaml.Node) *yaml.Node {
	n := given[s.key]
	switch {
	case s.of != both && s.of != kind:
		if n != nil {
			f.errorf(keyOf(root, s.key), "a file with constants in place of problems makes no run, and takes no %s", s.key)
		}
		return nil
	case n == nil && (s.fallback == "" || kind == theory && s.key == "figures"):
		f.errorf(root, "%s must be given", s.key)
		return nil
	case n == nil && s.key == "figures" && f.lastAlone():
		f.errorf(root, "figures must be given: by default they show average-regret, which is not recorded for last alone")
		return nil
	case n == nil:
		return yamlNode(s.fallback, root)
	}
	return n
}

// keyOf finds a key of a mapping, nil if it has no such key.
func keyOf(n *yaml.Node, key string) *yaml.Node {
	for i := 0; n.Kind == yaml.MappingNode && i < len(n.Content); i += 2 {
		if n.Content[i].Value == key {
			return n.Content[i]
		}
	}
	return nil
}

// fields looks up the keys of a mapping and reports those that are not known.
func (d *document) fields(n *yaml.Node, what string, known []string) (map[string]*yaml.Node, bool) {
	if n.Kind != yaml.MappingNode {
		d.errorf(n, "%s is a mapping, not %s", what, describe(n))
		return nil, false
	}
	found, ok := map[string]*yaml.Node{}, true
	for i := 0; i < len(n.Content); i += 2 {
		key := n.Content[i]
		if !slices.Contains(known, key.Value) {
			d.errorf(key, "unknown key %q of %s%s", key.Value, what, catalogue.DidYouMean(key.Value, known))
			ok = false
			continue
		}
		found[key.Value] = n.Content[i+1]
	}
	return found, ok
}

// list returns the items of a list that must not be empty.
func (d *document) list(n *yaml.Node, of string) ([]*yaml.Node, bool) {
	switch {
	case n.Kind != yaml.SequenceNode:
		d.errorf(n, "want a list of %s, not %s", of, describe(n))
		return nil, false
	case len(n.Content) == 0:
		d.errorf(n, "an empty list of %s", of)
		return nil, false
	}
	return n.Content, true
}
