package config

import (
	"strings"

	"gopkg.in/yaml.v3"

	"regret/experiments/catalogue"
	"regret/problems"
)

// decodeConstants reads the numbers that stand in place of problems where a file
// asks for figures of bounds alone.
func (f *file) decodeConstants(n *yaml.Node) *yaml.Node {
	var known []string
	for _, c := range catalogue.Constants() {
		known = append(known, c.Name)
	}
	f.constants = map[string]problems.Constant{} // empty, but not nil, if they are in error
	given, ok := f.fields(n, "constants", known)
	if !ok {
		return nil
	}
	if len(given) == 0 {
		f.errorf(n, "no constants; known are %s", strings.Join(known, ", "))
		return nil
	}
	shown := newMapping()
	values := map[string]float64{}
	for _, name := range known {
		node := given[name]
		if node == nil {
			continue
		}
		x, good := f.number(node)
		ok = ok && good
		values[name] = x
		appendNode(shown, name, bare(node))
	}
	if !ok {
		return nil
	}
	if err := catalogue.CheckConstants(values); err != nil {
		name, _, _ := strings.Cut(err.Error(), " ")
		f.errorf(given[name], "%v", err)
		return nil
	}
	for name, x := range values {
		f.constants[name] = problems.Constant{Value: x, Provenance: problems.Exact, Formula: "given"}
	}
	return shown
}
