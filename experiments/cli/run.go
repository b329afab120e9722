package cli

import (
	"errors"
	"fmt"
	"path/filepath"
	"strings"

	"regret/experiments/analysis"
	"regret/experiments/config"
	"regret/experiments/report"
	"regret/experiments/runner"
	"regret/experiments/store"
)

// errGoesOn ends an interrupted run.
var errGoesOn = fmt.Errorf("%w; finished runs are stored, the same command goes on from there", errInterrupted)

type runCommand struct {
	Files   []string `arg:"" name:"file" help:"Configurations."`
	Results string   `default:"results" help:"Folder of the results folders, by default results." placeholder:"DIR"`
	Workers int      `help:"Runs at a time; by default the number of processors." placeholder:"N"`
	Quiet   bool     `help:"Print failures only."`
}

func (c *runCommand) Run(con *console) error {
	if c.Workers < 0 {
		return badUsage("--workers %d is negative", c.Workers)
	}
	plans, err := con.loadPlans(c.Files, config.Options{Resolve: true})
	if errors.Is(err, errInterrupted) {
		return errGoesOn
	}
	if err != nil {
		return err
	}
	var failed []string
	for _, plan := range plans {
		dir := filepath.Join(c.Results, plan.Name)
		result, err := c.run(con, plan, dir)
		if err != nil && con.ctx.Err() != nil {
			return errGoesOn
		}
		if err != nil {
			return fmt.Errorf("%s: %w", plan.File, err)
		}
		if err := printResult(con.out, result, dir, c.Quiet); err != nil {
			return err
		}
		if result.Failed() {
			failed = append(failed, plan.Name)
		}
	}
	if failed != nil {
		return failedVerdict("a claim failed or a bound was violated in %s", strings.Join(failed, ", "))
	}
	return nil
}

// run makes the missing runs of a plan, if it has any, and writes its results
// folder.
func (c *runCommand) run(con *console, plan *config.Plan, dir string) (*analysis.Result, error) {
	if err := store.WriteFile(filepath.Join(dir, "config.yaml"), plan.Resolved); err != nil {
		return nil, err
	}
	if !plan.Runs() {
		return present(plan, nil, dir)
	}
	st, err := store.Open(dir)
	if err != nil {
		return nil, err
	}
	opts := runner.Options{
		Workers:    c.Workers,
		Warn:       func(err error) { fmt.Fprintf(con.errout, "regret: %v; it is made again\n", err) },
		Provenance: store.NewProvenance(version(), "regret run "+strings.Join(c.Files, " ")),
	}
	if !c.Quiet {
		opts.Progress = con.errout
	}
	records, err := runner.Run(con.ctx, plan, st, opts)
	if err != nil {
		return nil, err
	}
	return present(plan, records, dir)
}

// present compares records with theorems and writes tables, figures, notes and page.
func present(plan *config.Plan, records [][]*store.Record, dir string) (*analysis.Result, error) {
	result, err := analysis.Analyse(plan, records)
	if err != nil {
		return nil, err
	}
	if err := analysis.WriteTables(dir, result); err != nil {
		return nil, err
	}
	return result, report.Write(dir, result)
}
