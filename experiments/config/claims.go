package config

import (
	"fmt"
	"slices"
	"strings"

	"gopkg.in/yaml.v3"
)

var claimKeys = []string{"quantity", "average", "problem", "method", "schedule", "sampling", "below", "above", "factor",
	"slope", "against", "window", "order", "at", "confidence"}

// claimHeads are the keys that say what is claimed, by the kinds of claims.
var claimHeads = [][]string{{"below", "above"}, {"slope"}, {"order"}}

// claimParts are the keys that belong to some kinds of claims only.
var claimParts = []struct {
	key   string
	heads []string
}{
	{"factor", []string{"below", "above"}},
	{"against", []string{"slope"}},
	{"window", []string{"slope"}},
	{"at", []string{"order"}},
	{"confidence", []string{"order", "slope"}},
}

// decodeClaims reads the claims; unlike other lists this one may be empty.
func (f *file) decodeClaims(n *yaml.Node) *yaml.Node {
	if n.Kind != yaml.SequenceNode {
		f.errorf(n, "want a list of claims, not %s", describe(n))
		return nil
	}
	shown := &yaml.Node{Kind: yaml.SequenceNode}
	for _, item := range n.Content {
		c, ok := f.claim(item)
		if !ok {
			shown = nil
			continue
		}
		f.claims = append(f.claims, c)
		if shown != nil {
			shown.Content = append(shown.Content, bare(item))
		}
	}
	return shown
}

// claim reads one claim and checks that it can match something.
func (f *file) claim(n *yaml.Node) (Claim, bool) {
	given, ok := f.fields(n, "a claim", claimKeys)
	if !ok {
		return Claim{}, false
	}
	c := Claim{Line: n.Line, Against: "t", Text: oneLine(n)}
	subject, ok := f.subject(n, given)
	c.Quantity, c.Average = subject.quantity, subject.average
	good := []bool{
		ok,
		f.reference(given["problem"], f.problems, &c.Problem),
		f.reference(given["method"], f.methods, &c.Method),
		f.reference(given["schedule"], f.schedules, &c.Schedule),
		f.reference(given["sampling"], f.samplings, &c.Sampling),
		f.oneKind(n, given) && f.partsBelong(given),
		f.claimLimits(given, &c),
		f.claimSlope(given, &c),
		f.claimOrder(given, &c),
		f.claimConfidence(given, &c),
	}
	return c, !slices.Contains(good, false)
}

// oneKind checks that a claim is of one kind.
func (f *file) oneKind(n *yaml.Node, given map[string]*yaml.Node) bool {
	var said []string
	for _, heads := range claimHeads {
		for _, key := range heads {
			if given[key] != nil {
				said = append(said, key)
				break
			}
		}
	}
	switch len(said) {
	case 0:
		f.errorf(n, "a claim says below, above, slope or order")
		return false
	case 1:
		return true
	}
	f.errorf(given[said[1]], "a claim says one thing: make two of %s and %s", said[0], said[1])
	return false
}

// partsBelong checks that no key belongs to another kind of claim.
func (f *file) partsBelong(given map[string]*yaml.Node) bool {
	ok := true
	for _, part := range claimParts {
		if given[part.key] == nil || slices.ContainsFunc(part.heads, func(head string) bool { return given[head] != nil }) {
			continue
		}
		f.errorf(given[part.key], "%s belongs to %s, and this claim has none", part.key, strings.Join(part.heads, " or "))
		ok = false
	}
	return ok
}

// oneLine writes a node in flow style.
func oneLine(n *yaml.Node) string {
	text, err := yaml.Marshal(bare(n))
	if err != nil {
		panic(fmt.Sprintf("config: %v", err))
	}
	return strings.TrimSpace(string(text))
}
