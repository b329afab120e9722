package cli

import (
	"fmt"
	"slices"
	"strings"

	"regret/experiments/catalogue"
	"regret/optim/bound"
)

type showCommand struct {
	ID   string `arg:"" help:"A kind or bound, as \"regret list\" names it; GROUP/ID where groups share a name. Or a problem: '{kind: logistic, data: heart, ridge: 1/n}', or a configuration with problems."`
	JSON bool   `name:"json" help:"Print JSON."`
	question
}

// shown is a catalogue entry with all that is known of it.
type shown struct {
	Group   string       `json:"group"`
	Kind    string       `json:"kind"`
	Doc     string       `json:"doc"`
	Formula string       `json:"formula,omitempty"`
	Params  []shownParam `json:"parameters,omitempty"`
	// Variants of the kind, told apart by the key "of".
	Variants []shown         `json:"variants,omitempty"`
	Bound    *shownBound     `json:"bound,omitempty"`
	Theorems []shownTheorems `json:"theorems,omitempty"` // under a sampling
	Filled   *promises       `json:"filled,omitempty"`   // the bound with numbers, if a schedule was given
	Source   string          `json:"source,omitempty"`
	Example  string          `json:"example,omitempty"`
}

type shownParam struct {
	Name     string   `json:"name"`
	Doc      string   `json:"doc"`
	Required bool     `json:"required"`
	Default  string   `json:"default,omitempty"`
	Range    string   `json:"range,omitempty"`
	Enum     []string `json:"enum,omitempty"`
	Group    string   `json:"group,omitempty"`
	Scale    bool     `json:"scale,omitempty"`
}

func (c *showCommand) Run(con *console) error {
	if isProblem(c.ID) {
		return c.showProblems(con)
	}
	found := findKinds(c.ID)
	if len(found) == 0 {
		names := kindNames()
		return badUsage("there is no kind or bound %q%s\n\"regret list\" names them all", c.ID, catalogue.DidYouMean(c.ID, names))
	}
	if err := c.fill(con, found); err != nil {
		return err
	}
	if c.JSON {
		return printJSON(con.out, found)
	}
	for i, s := range found {
		if i > 0 {
			fmt.Fprintln(con.out)
		}
		if err := s.print(con.out); err != nil {
			return err
		}
	}
	return nil
}

// fill evaluates the bounds among the entries, if a schedule was given.
func (c *showCommand) fill(con *console, found []shown) error {
	if c.question.empty() {
		return nil
	}
	filled := false
	for i := range found {
		th, ok := bound.Lookup(found[i].Kind)
		if found[i].Group != "bounds" || !ok {
			continue
		}
		p, err := c.question.ask(con, []*bound.Theorem{th})
		if err != nil {
			return err
		}
		p.selected = true
		found[i].Filled, filled = p, true
	}
	if !filled {
		return badUsage("%s is no bound: only a bound takes a schedule and constants", c.ID)
	}
	return nil
}

// findKinds returns the entries called id, or GROUP/id, in all groups.
func findKinds(id string) []shown {
	group, kind, qualified := strings.Cut(id, "/")
	if !qualified {
		group, kind = "", id
	}
	var found []shown
	for _, g := range catalogue.Groups() {
		if group != "" && g != group && g != group+"s" {
			continue
		}
		if e, ok := catalogue.Lookup(g, kind); ok {
			found = append(found, describe(g, e))
		}
	}
	return found
}

func kindNames() []string {
	var names []string
	for _, g := range catalogue.Groups() {
		for _, e := range catalogue.Entries(g) {
			if !slices.Contains(names, e.Kind) {
				names = append(names, e.Kind)
			}
		}
	}
	return names
}

func describe(group string, e catalogue.Entry) shown {
	s := shown{Group: group, Kind: e.Kind, Doc: e.Doc, Formula: e.Formula, Source: e.Source, Example: e.Example}
	if group == "bounds" {
		s.Bound = describeBound(e.Kind)
		return s
	}
	if group == "samplings" {
		s.Theorems = theoremsUnder(e.Kind)
	}
	for _, v := range e.Variants {
		s.Variants = append(s.Variants, describe(group, v))
	}
	for _, p := range e.Params() {
		shown := shownParam{
			Name: p.Name, Doc: p.Doc, Required: p.Required, Range: p.Range.String(),
			Enum: p.Enum, Group: p.Group, Scale: p.Scale,
		}
		if !p.Required {
			shown.Default = p.Default
		}
		s.Params = append(s.Params, shown)
	}
	return s
}
