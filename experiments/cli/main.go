// Package cli holds the commands of regret: it parses arguments, calls the
// packages that do the work, and prints what they return.
package cli

import (
	"context"
	"errors"
	"fmt"
	"io"

	"github.com/alecthomas/kong"

	"regret/experiments/config"
)

// commands is the grammar of the command line.
type commands struct {
	Run          runCommand          `cmd:"" help:"Run configurations, compare with the bounds, draw; writes results/NAME/."`
	Validate     validateCommand     `cmd:"" help:"Check configurations as run does, without a step."`
	List         listCommand         `cmd:"" help:"List what configurations and formulas can name."`
	Show         showCommand         `cmd:"" help:"Show one kind or bound: formula, parameters, assumptions, source, example."`
	Certificates certificatesCommand `cmd:"" help:"Find and certify the minimum of every fitting loss on embedded data sets."`
	Bound        boundCommand        `cmd:"" help:"Evaluate the bounds of a schedule from given constants, without a run."`
	Tune         tuneCommand         `cmd:"" help:"Find the best scale, member of a family, or schedule of all for a bound."`
	Cite         citeCommand         `cmd:"" help:"Print statement and reference of bounds."`
	Report       reportCommand       `cmd:"" help:"Redraw figures, page and notes from stored records."`
	Schema       schemaCommand       `cmd:"" help:"Print the JSON schema of configurations."`
	Version      versionCommand      `cmd:"" help:"Print the version."`
	Help         helpCommand         `cmd:"" help:"Show this help, or that of a command."`
}

// console is what a command may speak to.
type console struct {
	ctx    context.Context
	out    io.Writer // results
	errout io.Writer // errors and progress
}

// interruptible waits for a computation that looks at no context, or leaves it behind.
func (con *console) interruptible(compute func()) error {
	done := make(chan struct{})
	go func() { defer close(done); compute() }()
	select {
	case <-done:
		return nil
	case <-con.ctx.Done():
		return errInterrupted
	}
}

// Main runs one command line, without the program's name, and returns its exit
// status: 0 done, 1 a failure, 2 bad usage or configuration, 3 a claim failed
// or a bound was violated.
func Main(ctx context.Context, args []string, stdout, stderr io.Writer) int {
	parser, helped := newParser(stdout, stderr)
	parsed, err := parser.Parse(args)
	if *helped {
		return statusDone
	}
	if err != nil {
		fmt.Fprintf(stderr, "regret: %v\nrun \"regret help\" for the commands\n", err)
		return statusUsage
	}
	err = parsed.Run(&console{ctx: ctx, out: stdout, errout: stderr})
	return exitStatus(stderr, err)
}

// newParser reads command lines; helped says that one asked for help and got it.
func newParser(stdout, stderr io.Writer) (parser *kong.Kong, helped *bool) {
	helped = new(bool)
	return kong.Must(new(commands),
		kong.Name("regret"),
		kong.Description("Experiments in the theory of stochastic convex optimization: measured curves against theorems."),
		kong.Writers(stdout, stderr),
		kong.Exit(func(int) { *helped = true }),
		kong.ConfigureHelp(kong.HelpOptions{Compact: true}),
		kong.WithHyphenPrefixedParameters(true), // --D -1 is a bad number, not a flag "-1"
	), helped
}

// exitStatus prints an error and returns the status that it stands for.
func exitStatus(stderr io.Writer, err error) int {
	var located config.Diagnostics
	var failed *failure
	switch {
	case err == nil:
		return statusDone
	case errors.As(err, &located):
		fmt.Fprintln(stderr, err)
		return statusUsage
	case errors.As(err, &failed):
		fmt.Fprintf(stderr, "regret: %v\n", err)
		return failed.status
	default:
		fmt.Fprintf(stderr, "regret: %v\n", err)
		return statusFailure
	}
}
