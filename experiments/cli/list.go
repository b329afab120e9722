package cli

import (
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"text/tabwriter"

	"regret/experiments/catalogue"
)

type listCommand struct {
	Kind string `arg:"" optional:"" help:"A group, as \"schedules\"; all by default."`
	JSON bool   `name:"json" help:"Print JSON."`
}

// listed is one line of the list, as JSON.
type listed struct {
	Group   string `json:"group"`
	Kind    string `json:"kind"`
	Doc     string `json:"doc"`
	Formula string `json:"formula,omitempty"`
}

func (c *listCommand) Run(con *console) error {
	groups := append(catalogue.Groups(), nameGroup)
	if c.Kind != "" {
		if !slices.Contains(groups, c.Kind) {
			return badUsage("there is no group %q%s", c.Kind, catalogue.DidYouMean(c.Kind, groups))
		}
		groups = []string{c.Kind}
	}
	if c.JSON {
		return listJSON(con.out, groups)
	}
	return listText(con.out, groups)
}

// nameGroup holds what formulas may name, which are no kinds.
const nameGroup = "names"

// members are the entries of a group.
func members(group string) []catalogue.Entry {
	if group != nameGroup {
		return catalogue.Entries(group)
	}
	var all []catalogue.Entry
	for _, c := range catalogue.FormulaNames() {
		all = append(all, catalogue.Entry{Kind: c.Name, Doc: c.Doc})
	}
	return all
}

func listJSON(w io.Writer, groups []string) error {
	lines := []listed{}
	for _, group := range groups {
		for _, e := range members(group) {
			lines = append(lines, listed{group, e.Kind, e.Doc, e.Formula})
		}
	}
	return printJSON(w, lines)
}

func listText(w io.Writer, groups []string) error {
	table := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	for i, group := range groups {
		if i > 0 {
			fmt.Fprintln(table)
		}
		fmt.Fprintln(table, group)
		for _, e := range members(group) {
			fmt.Fprintf(table, "  %s\t%s\n", e.Kind, e.Doc)
		}
	}
	return table.Flush()
}

// printJSON writes v with indentation, and LaTeX as it is.
func printJSON(w io.Writer, v any) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(v)
}
