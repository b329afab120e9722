package cli

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"regret/experiments/analysis"
	"regret/experiments/config"
	"regret/experiments/runner"
	"regret/experiments/store"
)

type reportCommand struct {
	Names   []string `arg:"" name:"name" help:"Results folders."`
	Results string   `default:"results" help:"Folder of the results folders, by default results." placeholder:"DIR"`
	Quiet   bool     `help:"Print failures only."`
}

func (c *reportCommand) Run(con *console) error {
	var failed []string
	for _, name := range c.Names {
		dir := filepath.Join(c.Results, name)
		result, err := c.redraw(con, dir, name)
		if err != nil {
			return err
		}
		if err := printResult(con.out, result, dir, c.Quiet); err != nil {
			return err
		}
		if result.Failed() {
			failed = append(failed, name)
		}
	}
	if failed != nil {
		return failedVerdict("a claim failed or a bound was violated in %s", strings.Join(failed, ", "))
	}
	return nil
}

// redraw writes a results folder anew from its configuration and records.
func (c *reportCommand) redraw(con *console, dir, name string) (*analysis.Result, error) {
	file := filepath.Join(dir, "config.yaml")
	if _, err := os.Stat(file); errors.Is(err, fs.ErrNotExist) {
		return nil, badUsage("there are no results in %s; \"regret run\" makes them", dir)
	}
	plan, err := con.loadPlan(file, config.Options{Resolve: true})
	if err != nil {
		return nil, err
	}
	plan.Name = name
	if !plan.Runs() {
		return present(plan, nil, dir)
	}
	st, err := store.Open(dir)
	if err != nil {
		return nil, err
	}
	records, err := runner.Load(plan, st)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", dir, err)
	}
	return present(plan, records, dir)
}
