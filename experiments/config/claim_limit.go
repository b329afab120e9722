package config

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"gopkg.in/yaml.v3"

	"regret/experiments/catalogue"
	"regret/optim/bound"
	"regret/optim/schedule/formula"
)

// Limit is what a claim compares a curve with, as it is written: the ID of a
// theorem, a number, or a formula of the problem's constants and T such as
// "R*G/sqrt(T)". The empty one is none.
type Limit string

// Bound returns the theorem that is named, nil for a number or a formula.
func (l Limit) Bound() *bound.Theorem {
	th, _ := bound.Lookup(string(l))
	return th
}

// Value computes a number or formula for one case. It is an error if a
// constant is unknown or infinite there.
func (l Limit) Value(c *Case) (float64, error) {
	if x, err := strconv.ParseFloat(string(l), 64); err == nil {
		return x, nil
	}
	f, err := formula.Parse(string(l), scalarNames)
	if err != nil {
		return 0, err
	}
	s := scalar{node: textNode(string(l)), formula: f}
	return s.eval(environment{values: c.Instance.Constants, of: c.Problem}.with("T", float64(c.Horizon)))
}

// Label is the limit for figures, in their markup: R*G/sqrt(T) as RG/√T.
func (l Limit) Label() string {
	if l.Bound() != nil || isNumber(string(l)) {
		return string(l)
	}
	f, err := formula.Parse(string(l), scalarNames)
	if err != nil {
		return string(l)
	}
	return f.Label()
}

// limitUse is a formula of a claim: it has a value once constants are known.
type limitUse struct {
	node  *yaml.Node
	claim Claim
	limit Limit
}

// claimLimits reads below, above and the factor on a bound.
func (f *file) claimLimits(given map[string]*yaml.Node, c *Claim) bool {
	ok := f.limit(given["below"], *c, &c.Below)
	ok = f.limit(given["above"], *c, &c.Above) && ok
	n := given["factor"]
	if n == nil || !ok || given["below"] == nil && given["above"] == nil {
		return ok
	}
	if c.Factor, ok = f.number(n); !ok {
		return false
	}
	below, above := c.Below.Bound() != nil, c.Above.Bound() != nil
	switch {
	case c.Factor <= 0:
		f.errorf(n, "factor = %v is not in (0, inf)", c.Factor)
	case !below && !above:
		f.errorf(n, "factor belongs to a bound, and this claim names none: put it into the number")
	case below && above:
		f.errorf(n, "factor belongs to one bound, and this claim names two: make two claims")
	default:
		return true
	}
	return false
}

// limit reads what a quantity is compared with.
func (f *file) limit(n *yaml.Node, c Claim, into *Limit) bool {
	if n == nil {
		return true
	}
	if n.Tag != "!!str" || isNumber(n.Value) || notFinite(n.Value) {
		x, ok := f.number(n)
		*into = Limit(strconv.FormatFloat(x, 'g', -1, 64))
		return ok
	}
	if meansBound(n.Value) {
		return f.boundLimit(n, c, into)
	}
	if _, ok := f.formula(n, scalarNames); !ok {
		return false
	}
	*into = Limit(n.Value)
	f.limits = append(f.limits, limitUse{n, c, *into})
	return true
}

var word = regexp.MustCompile(`^[\pL_][\pL\pN_-]*$`)

// meansBound tells names of theorems, misspelt ones too, from formulas.
func meansBound(text string) bool {
	if slices.Contains(catalogue.Kinds("bounds"), text) {
		return true
	}
	_, err := formula.Parse(text, stepNames)
	return err != nil && word.MatchString(text)
}

// boundLimit reads the name of a bound that speaks of the claim's quantity.
func (f *file) boundLimit(n *yaml.Node, c Claim, into *Limit) bool {
	id, ok := f.oneOf(n, "bound", catalogue.Kinds("bounds"))
	if !ok {
		return false
	}
	*into = Limit(id)
	if len(f.bounds) > 0 && !slices.Contains(f.bounds, id) {
		f.errorf(n, "%s is not among the bounds of this file", id)
		return false
	}
	var speaks []string
	for _, row := range into.Bound().Rows {
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

// checkLimits evaluates every formula on the cases that its claim means.
func (f *file) checkLimits(cases []Case) {
	for _, use := range f.limits {
		for i := range cases {
			if !use.claim.Means(&cases[i]) {
				continue
			}
			if _, err := use.limit.Value(&cases[i]); err != nil {
				f.errorf(use.node, "%v", err)
			}
		}
	}
}
