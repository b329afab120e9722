package main

import (
	"context"
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"time"

	"regret/optim/average"
)

// bench is one interleaved run.
type bench struct {
	rounds    int
	folder    string
	python    []string // interpreter and script
	c         string   // the C program
	regret    string
	kernels   string // the test program of problems/linear
	stepsOnly bool   // without regret run
	progress  io.Writer
}

// result is what is known of a workload.
type result struct {
	*workload
	figures    figures
	objectives objectives
}

// figures are ns a step, or a step and run, of each contender by rounds.
type figures map[string][]float64

// add notes what a number of steps took.
func (f figures) add(name string, took time.Duration, steps int) {
	f[name] = append(f[name], float64(took.Nanoseconds())/float64(steps))
}

// median of a contender.
func (f figures) median(name string) float64 { return median(f[name]) }

// ratio is the median over rounds of the one's time over the other's.
func (f figures) ratio(name, to string) float64 {
	var ratios []float64
	for i, x := range f[name] {
		ratios = append(ratios, x/f[to][i])
	}
	return median(ratios)
}

func median(x []float64) float64 {
	x = slices.Sorted(slices.Values(x))
	return (x[(len(x)-1)/2] + x[len(x)/2]) / 2
}

// contender adds its figures of one round.
type contender func(figures) error

// The contenders' names.
const (
	one, oneMean            = "one run", "one run, average" // ours, through package optim
	many, manyMean          = "sweep", "sweep, average"
	plain, best             = "plain", "best" // variants of sgd.c
	numpy                   = "numpy"         // variants of peers.py
	sklearn, skAverage      = "sklearn", "average"
	inOrderRun, inOrderMean = "in-order", "in-order-average"
)

// measure lets all contenders take turns, once all have shown that they compute the same.
func (b *bench) measure(ctx context.Context, w *workload) (*result, error) {
	p := w.make()
	data := filepath.Join(b.folder, w.name)
	if err := p.write(data); err != nil {
		return nil, err
	}
	c, err := startPeer(ctx, "C", b.folder, data, b.c)
	if err != nil {
		return nil, err
	}
	defer c.close()
	py, err := startPeer(ctx, "python", b.folder, data, b.python...)
	if err != nil {
		return nil, err
	}
	defer py.close()
	fmt.Fprintf(b.progress, "%s: checking\n", w.name)
	r := &result{workload: w, figures: figures{}}
	if r.objectives, err = check(ctx, w, p, c, py); err != nil {
		return nil, err
	}
	contenders, err := b.contenders(ctx, w, p, c, py)
	if err != nil {
		return nil, err
	}
	for round := range b.rounds {
		fmt.Fprintf(b.progress, "%s: round %d of %d\n", w.name, round+1, b.rounds)
		for _, take := range contenders {
			if err := take(r.figures); err != nil {
				return nil, err
			}
		}
	}
	return r, nil
}

func (b *bench) contenders(ctx context.Context, w *workload, p *problem, c, py *peer) ([]contender, error) {
	out := []contender{
		w.ours(ctx, p, one, 1, average.Last{}),
		w.theirs(py, sklearn, w.steps()),
		w.theirs(c, plain, w.steps()),
		w.theirs(c, best, w.steps()),
		w.ours(ctx, p, many, schedules, average.Last{}),
		w.theirs(py, skAverage, w.steps()),
		w.ours(ctx, p, manyMean, schedules, average.Uniform{}),
		w.ours(ctx, p, oneMean, 1, average.Uniform{}),
		w.theirs(py, numpy, w.steps()/10),
	}
	if !w.endToEnd {
		return out, nil
	}
	out = append(out, b.quantities(ctx, w))
	if b.stepsOnly {
		return out, nil
	}
	whole, err := b.whole(ctx, w, p)
	return append(out, whole...), err
}

func (w *workload) ours(ctx context.Context, p *problem, name string, count int, a average.Average) contender {
	return func(f figures) error {
		took, steps, err := w.sweep(ctx, p, count, a)
		f.add(name, took, steps)
		return err
	}
}

func (w *workload) theirs(p *peer, variant string, steps int) contender {
	return func(f figures) error {
		took, err := p.run(variant, steps, w.c)
		f.add(variant, took, steps)
		return err
	}
}
