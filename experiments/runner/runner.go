// Package runner turns a plan into records: it makes the runs that are not
// stored yet, each once, on as many processors as it is given.
//
// The numbers of a run depend on its key alone, see Numerics: not on the number
// of workers, nor on the order of the runs, nor on interruptions.
package runner

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"runtime"
	"slices"

	"golang.org/x/sync/errgroup"

	"regret/experiments/config"
	"regret/experiments/store"
)

// Options say how to run, and nothing that changes a number.
type Options struct {
	Workers    int              // runs at a time; the number of processors if not positive
	Progress   io.Writer        // gets a progress bar if it is a terminal; nil for silence
	Warn       func(error)      // hears of damaged records, which are made again; may be nil
	Provenance store.Provenance // written into new records
}

// Run returns the records of a plan by case, then repetition. Those that are
// stored are loaded, the others are made and saved as they finish. Cases that
// differ in names only share their records.
//
// When ctx is cancelled Run stops within a block of steps and returns the
// context's error; what had finished is stored, so the next call goes on from
// there. Any other error names the case.
func Run(ctx context.Context, plan *config.Plan, st *store.Store, opts Options) ([][]*store.Record, error) {
	runs, err := lookUp(plan, st, opts.Warn)
	if err != nil {
		return nil, err
	}
	missing := unstored(runs)
	var steps int64
	for _, r := range missing {
		steps += int64(r.c.Horizon)
	}
	bar := newProgress(opts.Progress, steps)
	defer bar.close()

	limit := opts.Workers
	if limit <= 0 {
		limit = runtime.GOMAXPROCS(0)
	}
	workers, ctx := errgroup.WithContext(ctx)
	workers.SetLimit(limit)
	for _, g := range groupRuns(missing, limit) {
		workers.Go(func() error {
			if err := ctx.Err(); err != nil {
				return err
			}
			if err := g.execute(ctx, bar, opts.Provenance); err != nil {
				return err
			}
			for _, r := range g {
				if err := st.Save(r.record); err != nil {
					return err
				}
			}
			return nil
		})
	}
	if err := workers.Wait(); err != nil {
		return nil, err
	}
	return records(runs), nil
}

// Load returns the records of a plan, like Run, and an error if one is missing
// or damaged: it makes none.
func Load(plan *config.Plan, st *store.Store) ([][]*store.Record, error) {
	var damage []error
	runs, err := lookUp(plan, st, func(err error) { damage = append(damage, err) })
	if err != nil {
		return nil, err
	}
	if err := errors.Join(damage...); err != nil {
		return nil, err
	}
	if missing := unstored(runs); len(missing) > 0 {
		return nil, fmt.Errorf("%d runs are not stored yet, the first is %s", len(missing), missing[0])
	}
	return records(runs), nil
}

// lookUp returns the runs of a plan by case and repetition, with their records
// where there are any. Runs of one key are one run.
func lookUp(plan *config.Plan, st *store.Store, warn func(error)) ([][]*run, error) {
	byKey := map[string]*run{}
	runs := make([][]*run, len(plan.Cases))
	for i := range plan.Cases {
		c := &plan.Cases[i]
		for repetition := range repetitions(plan, c) {
			r := newRun(plan, c, repetition)
			if known := byKey[r.key]; known != nil {
				runs[i] = append(runs[i], known)
				continue
			}
			var err error
			r.record, _, err = st.Load(r.key)
			if err != nil && !errors.Is(err, store.ErrDamaged) {
				return nil, err
			}
			if err != nil && warn != nil {
				warn(err)
			}
			byKey[r.key] = r
			runs[i] = append(runs[i], r)
		}
	}
	return runs, nil
}

// repetitions is 1 where nothing is random.
func repetitions(plan *config.Plan, c *config.Case) int {
	if c.Sampling.Random() {
		return plan.Seeds
	}
	return 1
}

// unstored returns the runs without a record, each once, the longest first so
// that no worker is left alone with a long one at the end.
func unstored(runs [][]*run) []*run {
	var missing []*run
	seen := map[*run]bool{}
	for _, r := range slices.Concat(runs...) {
		if r.record == nil && !seen[r] {
			seen[r] = true
			missing = append(missing, r)
		}
	}
	slices.SortStableFunc(missing, func(a, b *run) int { return cmp.Compare(b.c.Horizon, a.c.Horizon) })
	return missing
}

func records(runs [][]*run) [][]*store.Record {
	out := make([][]*store.Record, len(runs))
	for i := range runs {
		for _, r := range runs[i] {
			out[i] = append(out[i], r.record)
		}
	}
	return out
}
