package config

import (
	"slices"
	"strings"

	"gopkg.in/yaml.v3"

	"regret/experiments/catalogue"
)

// subject is the curve that a claim or figure speaks of.
type subject struct{ quantity, average string }

// subject reads quantity and average. Only averaged quantities have one.
func (f *file) subject(n *yaml.Node, given map[string]*yaml.Node) (subject, bool) {
	var s subject
	node := given["quantity"]
	if node == nil {
		f.errorf(n, "quantity must be given")
		return s, false
	}
	var ok bool
	if s.quantity, ok = f.oneOf(node, "quantity", Quantities); !ok {
		return s, false
	}
	if slices.Contains(ofLast, s.quantity) && len(f.averages) > 0 && !f.hasAverage("last") {
		f.errorf(node, "%s is not recorded: it needs last among the averages", s.quantity)
		return s, false
	}
	if slices.Contains(averaged, s.quantity) && f.lastAlone() {
		f.errorf(node, "%s is not recorded: it needs an average of several iterates, such as uniform, among the averages", s.quantity)
		return s, false
	}
	average := given["average"]
	if average == nil {
		return s, true
	}
	if !slices.Contains(averaged, s.quantity) {
		f.errorf(average, "%s has no average: only %s have", s.quantity, strings.Join(averaged, ", "))
		return s, false
	}
	if average.Value == "last" {
		f.errorf(average, "%s belongs to averages of several iterates; see gap-last", s.quantity)
		return s, false
	}
	return s, f.reference(average, f.averages, &s.average)
}

func (f *file) hasAverage(name string) bool {
	return slices.ContainsFunc(f.averages, func(k *kind) bool { return k.entry.Kind == name })
}

// lastAlone says whether the last iterate is the only average of the file.
func (f *file) lastAlone() bool {
	return len(f.averages) > 0 && !slices.ContainsFunc(f.averages, func(k *kind) bool { return k.entry.Kind != "last" })
}

// reference reads the name of an entry, or that of a family made by a grid.
// Nothing is checked where the entries themselves are in error.
func (f *file) reference(n *yaml.Node, kinds []*kind, into *string) bool {
	if n == nil {
		return true
	}
	name, ok := f.text(n)
	if !ok || len(kinds) == 0 {
		return ok
	}
	var names []string
	for _, k := range kinds {
		if Matches(name, k.name) {
			*into = name
			return name != ""
		}
		names = append(names, k.name)
	}
	what := singular[kinds[0].group]
	f.errorf(n, "no %s is named %q%s", what, name, catalogue.DidYouMean(name, names))
	return false
}
