package cli

import (
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strings"
	"text/tabwriter"

	"regret/experiments/catalogue"
)

type listCommand struct {
	Kind string `arg:"" optional:"" help:"A group of kinds, as \"schedules\"; all by default."`
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
	groups := catalogue.Groups()
	if c.Kind != "" {
		if !slices.Contains(groups, c.Kind) {
			return badUsage("there is no group %q%s\ngroups: %s", c.Kind, catalogue.DidYouMean(c.Kind, groups), strings.Join(groups, " "))
		}
		groups = []string{c.Kind}
	}
	if c.JSON {
		return listJSON(con.out, groups)
	}
	return listText(con.out, groups)
}

func listJSON(w io.Writer, groups []string) error {
	lines := []listed{}
	for _, group := range groups {
		for _, e := range catalogue.Entries(group) {
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
		for _, e := range catalogue.Entries(group) {
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
