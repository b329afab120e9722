package runner

import (
	"context"
	"errors"
	"os"
	"os/exec"
	"strconv"
	"sync/atomic"
	"syscall"
	"testing"

	"regret/experiments/config"
	"regret/experiments/store"
)

// In a child process these variables name the results folder, the number of
// workers, and the block of steps, counted over all runs, at which it is killed.
const (
	childFolder  = "RUNNER_TEST_FOLDER"
	childWorkers = "RUNNER_TEST_WORKERS"
	childBlock   = "RUNNER_TEST_BLOCK"
)

func TestMain(m *testing.M) {
	if os.Getenv(childFolder) != "" {
		os.Exit(child())
	}
	os.Exit(m.Run())
}

// child runs the small plan until it kills itself: no deferred call, no flush.
func child() int {
	workers, _ := strconv.Atoi(os.Getenv(childWorkers))
	block, _ := strconv.Atoi(os.Getenv(childBlock))
	var blocks atomic.Int64
	plan := smallPlan()
	for i := range plan.Cases {
		plan.Cases[i].Steps = watched{plan.Cases[i].Steps, func(int) {
			if blocks.Add(1) == int64(block) {
				syscall.Kill(os.Getpid(), syscall.SIGKILL)
				select {} // until the signal arrives
			}
		}}
	}
	st, err := store.Open(os.Getenv(childFolder))
	if err != nil {
		return 1
	}
	if _, err := Run(context.Background(), plan, st, Options{Workers: workers}); err != nil {
		return 1
	}
	return 0
}

// A run that is killed again and again, resumed each time, ends with the
// numbers of an undisturbed one.
func TestKilledAndResumed(t *testing.T) {
	want := mustRun(t, smallPlan(), open(t, t.TempDir()), Options{Workers: 1})
	for _, workers := range []string{"1", "2"} {
		dir := t.TempDir()
		for kills, done := 0, false; !done; kills++ {
			cmd := exec.Command(os.Args[0])
			cmd.Env = append(os.Environ(), childFolder+"="+dir, childWorkers+"="+workers, childBlock+"=18")
			err := cmd.Run()
			done = err == nil
			if !done && cmd.ProcessState.Sys().(syscall.WaitStatus).Signal() != syscall.SIGKILL {
				t.Fatal(err)
			}
			if n := len(stored(t, dir)); done && (kills < 2 || n != 13) || !done && n >= 13 || kills > 13 {
				t.Fatalf("%s workers: %d records after %d kills, done %v", workers, n, kills, done)
			}
		}
		got, err := Load(smallPlan(), open(t, dir))
		if err != nil {
			t.Fatal(err)
		}
		sameNumbers(t, want, got)
	}
}

// cancelling runs the small plan with one worker and cancels it at the start of
// a block of steps, counted over all runs. It returns the number of blocks that
// were begun.
func cancelling(t *testing.T, plan *config.Plan, st *store.Store, block int) int {
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	blocks := 0
	for i := range plan.Cases {
		plan.Cases[i].Steps = watched{plan.Cases[i].Steps, func(int) {
			if blocks++; blocks == block {
				cancel()
			}
		}}
	}
	if _, err := Run(ctx, plan, st, Options{Workers: 1}); !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled at block %d: %v", block, err)
	}
	return blocks
}

// The runs of 5,000 steps come first, of five blocks each.
func TestCancelledAndResumed(t *testing.T) {
	want := mustRun(t, smallPlan(), open(t, t.TempDir()), Options{Workers: 1})
	for _, c := range []struct{ block, records int }{
		{1, 0},
		{8, 1},  // in the midst of the second run
		{10, 2}, // in its last block: it ends, and is saved
		{11, 2},
	} {
		dir := t.TempDir()
		if blocks := cancelling(t, smallPlan(), open(t, dir), c.block); blocks != c.block {
			t.Errorf("cancelled at block %d, stopped after block %d", c.block, blocks)
		}
		if n := len(stored(t, dir)); n != c.records {
			t.Errorf("cancelled at block %d: %d records, want %d", c.block, n, c.records)
		}
		sameNumbers(t, want, mustRun(t, smallPlan(), open(t, dir), Options{Workers: 2}))
	}
}
