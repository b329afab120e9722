package cli

import (
	"cmp"
	"fmt"
	"io"
	"text/tabwriter"

	"regret/experiments/config"
	"regret/experiments/report"
)

type validateCommand struct {
	Files   []string `arg:"" name:"file" help:"Configurations."`
	Resolve bool     `help:"Also compute the constants of every problem, and print them."`
}

func (c *validateCommand) Run(con *console) error {
	plans, err := con.loadPlans(c.Files, config.Options{Resolve: c.Resolve})
	if err != nil {
		return err
	}
	for _, plan := range plans {
		fmt.Fprintf(con.out, "%s: ok\n", plan.File)
		if err := printConstants(con.out, plan); err != nil {
			return err
		}
	}
	return nil
}

// printConstants lists the constants of every problem of a plan.
func printConstants(w io.Writer, plan *config.Plan) error {
	table := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	seen := map[string]bool{}
	for i := range plan.Cases {
		c := &plan.Cases[i]
		if seen[c.ProblemLabel()] {
			continue
		}
		seen[c.ProblemLabel()] = true
		fmt.Fprintf(table, "  %s\n", cmp.Or(c.ProblemLabel(), "constants"))
		for _, k := range report.Constants(c.Instance.Constants) {
			fmt.Fprintf(table, "    %s\t%.6g\t%s\t%s\n", k.Name, k.Value, k.Provenance, k.Formula)
		}
	}
	return table.Flush()
}
