package config

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"gopkg.in/yaml.v3"

	"regret/experiments/catalogue"
	"regret/optim/bound"
)

// claimAxes are what a slope may be taken along.
var claimAxes = []string{"t", "horizon"}

var claimKeys = []string{"quantity", "average", "problem", "method", "schedule", "below", "above", "against", "slope", "window"}

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
		f.limit(given["below"], c, &c.Below),
		f.limit(given["above"], c, &c.Above),
		f.pair(given["slope"], &c.Slope),
		f.window(given["window"], &c.Window),
		f.slopeAgainst(n, given, &c.Against),
	}
	if given["below"] == nil && given["above"] == nil && given["slope"] == nil {
		f.errorf(n, "a claim says below, above or slope")
		return c, false
	}
	return c, !slices.Contains(good, false)
}

// limit reads what a quantity is compared with: a number, or a bound that
// speaks of it.
func (f *file) limit(n *yaml.Node, c Claim, into *string) bool {
	if n == nil {
		return true
	}
	if n.Tag != "!!str" || isNumber(n.Value) || notFinite(n.Value) {
		x, ok := f.number(n)
		*into = strconv.FormatFloat(x, 'g', -1, 64)
		return ok
	}
	id, ok := f.oneOf(n, "bound", catalogue.Kinds("bounds"))
	if !ok {
		return false
	}
	*into = id
	if len(f.bounds) > 0 && !slices.Contains(f.bounds, id) {
		f.errorf(n, "%s is not among the bounds of this file", id)
		return false
	}
	theorem, _ := bound.Lookup(id)
	var speaks []string
	for _, row := range theorem.Rows {
		if row.Quantity == c.Quantity || c.Quantity == "" {
			return true
		}
		if !slices.Contains(speaks, row.Quantity) {
			speaks = append(speaks, row.Quantity)
		}
	}
	f.errorf(n, "%s says nothing of %s; it bounds %s", id, c.Quantity, strings.Join(speaks, ", "))
	return false
}

// pair reads [lo, hi].
func (f *file) pair(n *yaml.Node, into *[]float64) bool {
	if n == nil {
		return true
	}
	if n.Kind != yaml.SequenceNode || len(n.Content) != 2 {
		f.errorf(n, "want two numbers, [from, to]")
		return false
	}
	lo, ok1 := f.number(n.Content[0])
	hi, ok2 := f.number(n.Content[1])
	if ok1 && ok2 && lo > hi {
		f.errorf(n, "%v is above %v: want [from, to]", lo, hi)
		return false
	}
	*into = []float64{lo, hi}
	return ok1 && ok2
}

// window reads the part of the axis that a slope is fitted on.
func (f *file) window(n *yaml.Node, into *[]float64) bool {
	if !f.pair(n, into) {
		return false
	}
	if n != nil && !((*into)[0] > 0 && (*into)[0] < (*into)[1]) {
		f.errorf(n, "a window is a part of a log axis: want 0 < from < to")
		return false
	}
	return true
}

// slopeAgainst reads what a slope is taken along.
func (f *file) slopeAgainst(n *yaml.Node, given map[string]*yaml.Node, into *string) bool {
	for _, key := range []string{"against", "window"} {
		if given[key] != nil && given["slope"] == nil {
			f.errorf(given[key], "%s belongs to a slope, and this claim has none", key)
			return false
		}
	}
	node := given["against"]
	if node == nil {
		return true
	}
	var ok bool
	if *into, ok = f.oneOf(node, "value of against", claimAxes); !ok {
		return false
	}
	return *into != "horizon" || f.severalHorizons(node)
}

// severalHorizons asks for what a curve against the horizon needs.
func (f *file) severalHorizons(n *yaml.Node) bool {
	if len(f.horizons) == 1 {
		f.errorf(n, "a curve against horizon needs several: horizon: [1000, 10000, 100000]")
		return false
	}
	return true
}

// oneLine writes a node in flow style.
func oneLine(n *yaml.Node) string {
	text, err := yaml.Marshal(bare(n))
	if err != nil {
		panic(fmt.Sprintf("config: %v", err))
	}
	return strings.TrimSpace(string(text))
}
