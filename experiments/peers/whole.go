package main

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"
)

// The contenders of whole.
const (
	wholeOne, wholeMany   = "regret run", "regret run, sweep"
	oneWorker, twoWorkers = "1 worker", "2 workers" // elapsed time of the sweep
	bareOne, coveredOne   = "width=1/bare", "width=1/covered"
	bareMany, coveredMany = "width=8/bare", "width=8/covered"
	wholeHorizon          = 10_000_000
	wholeSchedules        = 16
	config                = `title: %[1]s
horizon: %[2]d
seeds: 1
problems:
  - {name: %[1]s, kind: logistic, data: {libsvm: %[1]s.svm}, preprocess: none}
schedules:
  - {kind: inverse-sqrt, alpha: [%[3]s]}
averages: [last]
bounds: [zinkevich]
figures:
  - {quantity: gap-last, against: t}
`
)

// whole returns contenders that run YAML files with one schedule and with 16,
// everything included but the optimum, which they find remembered. One worker's figure is
// processor time, which counts what several threads do at a time twice.
func (b *bench) whole(ctx context.Context, w *workload, p *problem) ([]contender, error) {
	if err := p.writeLIBSVM(filepath.Join(b.folder, w.name+".svm")); err != nil {
		return nil, err
	}
	if err := b.writeConfig(w, "remember", 1000, 1); err != nil {
		return nil, err
	}
	if _, _, err := b.runConfig(ctx, "remember", 1); err != nil {
		return nil, err
	}
	if err := b.writeConfig(w, "one", wholeHorizon, 1); err != nil {
		return nil, err
	}
	if err := b.writeConfig(w, "sweep", wholeHorizon, wholeSchedules); err != nil {
		return nil, err
	}
	return []contender{
		func(f figures) error {
			processor, _, err := b.runConfig(ctx, "one", 1)
			f.add(wholeOne, processor, wholeHorizon)
			return err
		},
		func(f figures) error {
			processor, elapsed, err := b.runConfig(ctx, "sweep", 1)
			f.add(wholeMany, processor, wholeSchedules*wholeHorizon)
			f.add(oneWorker, elapsed, wholeSchedules*wholeHorizon)
			return err
		},
		func(f figures) error {
			_, elapsed, err := b.runConfig(ctx, "sweep", 2)
			f.add(twoWorkers, elapsed, wholeSchedules*wholeHorizon)
			return err
		},
	}, nil
}

func (b *bench) writeConfig(w *workload, name string, horizon, count int) error {
	var scales []string
	for k := range count {
		scales = append(scales, fmt.Sprint(w.scale(k)))
	}
	text := fmt.Sprintf(config, w.name, horizon, strings.Join(scales, ", "))
	return os.WriteFile(filepath.Join(b.folder, name+".yaml"), []byte(text), 0o644)
}

// runConfig runs a file from nothing but the optimum.
func (b *bench) runConfig(ctx context.Context, name string, workers int) (processor, elapsed time.Duration, err error) {
	if err := os.RemoveAll(filepath.Join(b.folder, "results")); err != nil {
		return 0, 0, err
	}
	run := exec.CommandContext(ctx, b.regret, "run", "--quiet", "--workers", fmt.Sprint(workers), name+".yaml")
	run.Dir = b.folder
	run.Env = append(os.Environ(), "XDG_CACHE_HOME="+filepath.Join(b.folder, "cache"))
	start := time.Now()
	if out, err := run.CombinedOutput(); err != nil {
		return 0, 0, fmt.Errorf("regret run: %w\n%s", err, out)
	}
	return run.ProcessState.UserTime() + run.ProcessState.SystemTime(), time.Since(start), nil
}
