package config

import (
	"slices"
	"strings"

	"gopkg.in/yaml.v3"

	"regret/experiments/catalogue"
)

// defaultConfidence is the level of intervals over seeds.
const defaultConfidence = 0.95

// claimOrder reads the schedules of an ordering and where they are compared.
func (f *file) claimOrder(given map[string]*yaml.Node, c *Claim) bool {
	n := given["order"]
	if n == nil {
		return true
	}
	ok := f.checkpoint(given["at"], &c.At)
	if given["schedule"] != nil {
		f.errorf(given["schedule"], "an order names its schedules itself: leave schedule out")
		ok = false
	}
	if n.Kind != yaml.SequenceNode {
		f.errorf(n, "want a list of schedules, not %s", describe(n))
		return false
	}
	if len(n.Content) < 2 {
		f.errorf(n, "an order needs at least two schedules")
		return false
	}
	for _, item := range n.Content {
		name, good := f.oneSchedule(item)
		if good && slices.Contains(c.Order, name) {
			f.errorf(item, "%s stands in the order twice", name)
			good = false
		}
		ok = ok && good
		c.Order = append(c.Order, name)
	}
	return ok
}

// oneSchedule reads the name of a single schedule: a family made by a grid has
// no place of its own in an order. Nothing is checked where the schedules
// themselves are in error.
func (f *file) oneSchedule(n *yaml.Node) (string, bool) {
	name, ok := f.text(n)
	if !ok || len(f.schedules) == 0 {
		return name, ok
	}
	var names, members []string
	for _, k := range f.schedules {
		if k.name == name {
			return name, true
		}
		names = append(names, k.name)
		if name != "" && Matches(name, k.name) {
			members = append(members, k.name)
		}
	}
	switch len(members) {
	case 0:
		f.errorf(n, "no schedule is named %q%s", name, catalogue.DidYouMean(name, names))
		return "", false
	case 1:
		return members[0], true
	}
	f.errorf(n, "%q means several schedules: name one of %s", name, strings.Join(members, ", "))
	return "", false
}

// checkpoint reads where an ordering is judged: T, stored as 0, or a number of
// points.
func (f *file) checkpoint(n *yaml.Node, into *int) bool {
	if n == nil || n.Kind == yaml.ScalarNode && n.Value == "T" {
		return true
	}
	longest := maxHorizon
	if len(f.horizons) > 0 {
		longest = slices.Max(f.horizons)
	}
	t, ok := f.integer(n, 1, longest)
	*into = t
	return ok
}

// claimConfidence reads the level of the interval that judges an ordering or a
// slope.
func (f *file) claimConfidence(given map[string]*yaml.Node, c *Claim) bool {
	if given["order"] == nil && given["slope"] == nil {
		return true
	}
	c.Confidence = defaultConfidence
	n := given["confidence"]
	if n == nil {
		return true
	}
	level, ok := f.number(n)
	if ok && !(level > 0 && level < 1) {
		f.errorf(n, "confidence = %v is not in (0, 1)", level)
		return false
	}
	c.Confidence = level
	return ok
}
