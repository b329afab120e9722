// Command peers times package optim and regret run against scikit-learn, a NumPy loop and
// a C program on four workloads, in one interleaved run, and prints tables of ratios:
//
//	make bench-peers
//
// All begin at 0, take steps c/sqrt(t) on single rows in float64 and must reach the same F,
// see check.go. What differs is stated below the tables.
package main

import (
	"context"
	"flag"
	"fmt"
	"io"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"strings"
	"syscall"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	if err := run(ctx, os.Args[1:], os.Stdout, os.Stderr); err != nil {
		fmt.Fprintln(os.Stderr, "peers:", err)
		os.Exit(1)
	}
}

func run(ctx context.Context, args []string, out, progress io.Writer) error {
	flags := flag.NewFlagSet("peers", flag.ContinueOnError)
	flags.SetOutput(progress)
	rounds := flags.Int("rounds", 5, "times that each contender runs")
	python := flags.String("python", "python3", "interpreter that has NumPy and scikit-learn")
	only := flags.String("only", "", "workloads, such as W1,W4; by default all")
	stepsOnly := flags.Bool("steps", false, "time steps alone, without the minutes of regret run")
	if err := flags.Parse(args); err != nil {
		return err
	}
	folder, err := os.MkdirTemp("", "regret-peers-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(folder)
	b := &bench{rounds: *rounds, stepsOnly: *stepsOnly, folder: folder, python: []string{*python, filepath.Join(folder, "peers.py")}, progress: progress}
	if err := b.build(ctx); err != nil {
		return err
	}
	var results []*result
	for _, w := range workloads {
		if *only != "" && !strings.Contains(*only, w.name) {
			continue
		}
		r, err := b.measure(ctx, &w)
		if err != nil {
			return fmt.Errorf("%s: %w", w.name, err)
		}
		results = append(results, r)
	}
	return writeReport(out, machine(ctx, *python), *rounds, results)
}

// build makes the programs that take part.
func (b *bench) build(ctx context.Context) error {
	if err := os.WriteFile(b.python[1], peersPy, 0o644); err != nil {
		return err
	}
	var err error
	if b.c, err = buildC(ctx, b.folder); err != nil {
		return err
	}
	b.regret, b.kernels = filepath.Join(b.folder, "regret"), filepath.Join(b.folder, "linear.test")
	for _, command := range [][]string{
		{"go", "build", "-o", b.regret, "regret/experiments"},
		{"go", "test", "-c", "-o", b.kernels, "regret/problems/linear"},
	} {
		if out, err := exec.CommandContext(ctx, command[0], command[1:]...).CombinedOutput(); err != nil {
			return fmt.Errorf("%s: %w\n%s", strings.Join(command, " "), err, out)
		}
	}
	return nil
}
