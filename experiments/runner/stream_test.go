package runner

import (
	"context"
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"regret/experiments/config"
	"regret/experiments/store"
	"regret/problems"
	"regret/problems/population"
)

// fresh is a case of alpha/sqrt(t) on a population.
func fresh(t *testing.T, sampling string, horizon int, alpha float64) config.Case {
	t.Helper()
	p, err := problems.StreamingSquared{
		Features: population.Features{Dim: 5, Capacity: 1, Condition: 1, Source: 0.5, Signal: 1},
		Noise:    population.Noise{Deviation: 0.5, Law: population.Student, Freedom: 3},
	}.Build(context.Background(), nil)
	if err != nil {
		t.Fatal(err)
	}
	c := absolute(sampling, horizon, alpha)
	c.Problem, c.ProblemSpec, c.Instance = "population", "population", p
	c.Sampling.Law = lawOf(sampling, p)
	return c
}

func runAll(t *testing.T, seed uint64, opts Options, cases ...config.Case) [][]*store.Record {
	t.Helper()
	plan := &config.Plan{Seed: seed, Seeds: 3, Checkpoints: 20, Averages: allAverages(), Cases: cases}
	return mustRun(t, plan, open(t, t.TempDir()), opts)
}

// comparatorLosses returns (1/t) sum_{s<=t} f_s(u), which is that of the samples.
func comparatorLosses(r *store.Record) []float64 {
	loss, regret := r.Column("average-loss:uniform"), r.Column("average-regret:uniform")
	out := make([]float64, len(r.Rows))
	for k, row := range r.Rows {
		out[k] = row[loss] - row[regret]
	}
	return out
}

// Runs of one seed and repetition see the same samples, whatever their steps;
// other seeds and repetitions see others.
func TestStreamsArePaired(t *testing.T) {
	records := runAll(t, 1, Options{}, fresh(t, iid, 2000, 0.2), fresh(t, iid, 2000, 0.02))
	for r := range records[0] {
		one, two := comparatorLosses(records[0][r]), comparatorLosses(records[1][r])
		for k := range one {
			if math.Abs(one[k]-two[k]) > 1e-12*one[k] {
				t.Errorf("repetition %d: the comparator's losses are %v and %v", r, one[k], two[k])
			}
		}
	}
	other := runAll(t, 2, Options{}, fresh(t, iid, 2000, 0.2))
	seen := [][]float64{comparatorLosses(other[0][0])}
	for _, r := range records[0] {
		seen = append(seen, comparatorLosses(r))
	}
	for i, a := range seen {
		for _, b := range seen[:i] {
			if a[0] == b[0] {
				t.Errorf("two streams start with the loss %v", a[0])
			}
		}
	}
}

// A short run on a population is the beginning of a long one, and neither depends
// on the number of workers.
func TestShortStreamsArePrefixes(t *testing.T) {
	long := runAll(t, 1, Options{Workers: 1}, fresh(t, iid, 5000, 0.2))[0]
	for r, short := range runAll(t, 1, Options{Workers: 3}, fresh(t, iid, 1500, 0.2), fresh(t, iid, 5000, 0.2))[0] {
		common := 0
		for _, row := range short.Rows {
			k := slices.IndexFunc(long[r].Rows, func(other []float64) bool { return other[0] == row[0] })
			if k < 0 {
				continue
			}
			common++
			if !slices.Equal(row, long[r].Rows[k]) {
				t.Errorf("repetition %d at t=%v: %v, and %v in a longer run", r, row[0], row, long[r].Rows[k])
			}
		}
		if common < 10 {
			t.Errorf("%d common checkpoints", common)
		}
	}
}

// A run takes sample t at step t: the numbers are those of a plain loop.
func TestStreamOfARun(t *testing.T) {
	c := fresh(t, iid, 1100, 0.2)
	record := runAll(t, 7, Options{}, c)[0][2]
	stream := c.Instance.Stream(streamKey(7, c.Instance.Content, "stream", 2))
	theta, g := slices.Clone(c.Instance.Start), make([]float64, 5)
	var losses, best float64
	for s := 1; s <= 1100; s++ {
		best += stream.Subgradient(g, c.Instance.Optimum.Theta, s-1)
		losses += stream.Subgradient(g, theta, s-1)
		for j := range theta {
			theta[j] -= 0.2 / math.Sqrt(float64(s)) * g[j]
		}
	}
	last := record.Rows[len(record.Rows)-1]
	if got, want := last[record.Column("average-loss:uniform")], losses/1100; math.Abs(got-want) > 1e-12*want {
		t.Errorf("average loss %v, want %v", got, want)
	}
	if got, want := last[record.Column("average-regret:uniform")], (losses-best)/1100; math.Abs(got-want) > 1e-12*want {
		t.Errorf("average regret %v, want %v", got, want)
	}
}

// The full subgradient of a population is that of its risk, and nothing is random.
func TestFullSubgradientsOfAPopulation(t *testing.T) {
	c := fresh(t, full, 1, 0.2)
	records := runAll(t, 1, Options{}, c)[0]
	if len(records) != 1 {
		t.Fatalf("%d repetitions", len(records))
	}
	g := make([]float64, 5)
	value := c.Instance.Objective.FullSubgradient(g, c.Instance.Start)
	row := records[0].Rows[0]
	if got := row[records[0].Column("average-loss:uniform")]; got != value {
		t.Errorf("loss %v, F is %v", got, value)
	}
	if got, want := row[records[0].Column("average-regret:uniform")], value-c.Instance.Optimum.Value; got != want {
		t.Errorf("regret %v, want %v", got, want)
	}
}

func TestContentTellsPopulationsApart(t *testing.T) {
	seen := map[string]string{}
	base := problems.StreamingSquared{
		Features: population.Features{Dim: 5, Condition: 1, Signal: 1}, Noise: population.Noise{Law: population.Normal, Deviation: 1}}
	for _, change := range []func(p *problems.StreamingSquared){
		func(*problems.StreamingSquared) {},
		func(p *problems.StreamingSquared) { p.Dim = 6 },
		func(p *problems.StreamingSquared) { p.Capacity = 1 },
		func(p *problems.StreamingSquared) { p.Condition = 2 },
		func(p *problems.StreamingSquared) { p.Features.Source = 1 },
		func(p *problems.StreamingSquared) { p.Signal = 2 },
		func(p *problems.StreamingSquared) { p.Deviation = 2 },
		func(p *problems.StreamingSquared) { p.Noise.Law = population.Multiplicative },
	} {
		p := base
		change(&p)
		built, err := p.Build(t.Context(), nil)
		if err != nil {
			t.Fatal(err)
		}
		if other, known := seen[built.Content]; known {
			t.Errorf("%+v has the content of %s", p, other)
		}
		seen[built.Content] = fmt.Sprintf("%+v", p)
	}
}

// Samples are counted in 32 bits, batches and all.
func TestTooManySamples(t *testing.T) {
	c := fresh(t, iid, 1_000_000_000, 1)
	batches := *c.Sampling.Law
	batches.Batch = 3
	c.Sampling.Law = &batches
	if _, err := newRows(&run{c: &c}); err == nil || !strings.Contains(err.Error(), "more than 2^31-1 samples") {
		t.Error(err)
	}
}
