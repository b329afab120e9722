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
	Resolve bool     `xor:"depth" help:"Also print the constants of every problem."`
	Names   bool     `xor:"depth" help:"Check names and types alone: open no other file, build no problem."`
}

// Help says what is checked.
func (validateCommand) Help() string {
	return "Does all that run does before its first step: reads the data, builds the problems, finds and certifies " +
		"their minima (or recalls them from the user's cache), evaluates every formula, and checks the steps. " +
		"What passes here is not refused by run."
}

func (c *validateCommand) Run(con *console) error {
	plans, err := con.loadPlans(c.Files, config.Options{Resolve: !c.Names})
	if err != nil {
		return err
	}
	for _, plan := range plans {
		if c.Names {
			fmt.Fprintf(con.out, "%s: names and types are right; data, problems and steps were not looked at\n", plan.File)
			continue
		}
		fmt.Fprintf(con.out, "%s: ok\n", plan.File)
		if !c.Resolve {
			continue
		}
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
