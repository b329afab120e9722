// Command regret runs experiments in the theory of stochastic convex
// optimization and compares what they measure with what theorems promise.
package main

import (
	"context"
	"os"
	"os/signal"
	"syscall"

	"regret/experiments/cli"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	context.AfterFunc(ctx, stop) // so a second Ctrl-C kills
	os.Exit(cli.Main(ctx, os.Args[1:], os.Stdout, os.Stderr))
}
