package runner

import (
	"fmt"
	"math"
	"testing"

	"regret/experiments/config"
	"regret/experiments/store"
	"regret/optim"
	"regret/problems"
	"regret/problems/domain"
	"regret/problems/linear"
	"regret/problems/sampling"
)

// generally is SGD that the general loop runs.
type generally struct{ optim.SGD }

// sweep is cases of several steps on one problem, under one sampling.
func sweep(drawn string, horizon, count int) []config.Case {
	var cases []config.Case
	for k := range count {
		c := absolute(drawn, horizon, 0.1*float64(k+1))
		c.Instance.Online = drawn == sequence
		if k > 0 {
			c.Instance, c.Sampling = cases[0].Instance, cases[0].Sampling
		}
		cases = append(cases, c)
	}
	return cases
}

// Ten schedules take two groups for each repetition, also online and with rows in
// any order; those that do not fit go alone.
func TestGroups(t *testing.T) {
	alone := func(change func(c *config.Case)) []config.Case {
		cases := sweep(iid, 100, 3)
		for i := range cases {
			change(&cases[i])
		}
		return cases
	}
	law := func(s sampling.Sampling) func(*config.Case) {
		return func(c *config.Case) {
			law, err := s.Of(c.Instance)
			if err != nil {
				t.Fatal(err)
			}
			c.Sampling = config.Sampling{Spec: fmt.Sprint(s), Law: law}
		}
	}
	mixed := append(sweep("cyclic", 100, 2), sweep("shuffle", 100, 2)...)
	for i := range mixed {
		mixed[i].Instance = mixed[0].Instance
	}
	for name, c := range map[string]struct {
		cases  []config.Case
		groups []int
	}{
		"iid":            {sweep(iid, 100, 10), []int{8, 8, 2, 2}},
		"shuffle":        {sweep("shuffle", 100, 3), []int{3, 3}},
		"cyclic":         {sweep("cyclic", 100, 3), []int{3}},
		"online":         {sweep(sequence, 30, 10), []int{8, 2}},
		"two samplings":  {mixed, []int{2, 2, 2}},
		"two horizons":   {append(sweep("cyclic", 100, 2), sweep("cyclic", 50, 2)...), []int{2, 2}},
		"two problems":   {append(sweep("cyclic", 100, 2), sweep("cyclic", 100, 3)[2:]...), []int{2, 1}},
		"full":           {sweep(full, 100, 3), []int{1, 1, 1}},
		"other sampling": {alone(law(doubled{})), []int{1, 1, 1, 1, 1, 1}},
		"batches":        {alone(law(sampling.MiniBatch{Size: 2})), []int{1, 1, 1, 1, 1, 1}},
		"population":     {[]config.Case{fresh(t, iid, 100, 0.1), fresh(t, iid, 100, 0.2)}, []int{1, 1, 1, 1}},
		"other method":   {alone(func(c *config.Case) { c.Rule = generally{} }), []int{1, 1, 1, 1, 1, 1}},
		"box": {alone(func(c *config.Case) {
			c.Instance = instance(linear.Absolute{}, domain.Box{Lo: -1, Hi: 1})
		}), []int{1, 1, 1, 1, 1, 1}},
	} {
		var runs []*run
		plan := &config.Plan{Seeds: 2, Checkpoints: 5, Averages: allAverages(), Cases: c.cases}
		for i := range c.cases {
			for repetition := range repetitions(plan, &c.cases[i]) {
				runs = append(runs, newRun(plan, &c.cases[i], repetition))
			}
		}
		var sizes []int
		seen := map[*run]bool{}
		for _, g := range groupRuns(runs, 1) {
			sizes = append(sizes, len(g))
			for _, r := range g {
				seen[r] = true
				if r.repetition != g[0].repetition || r.c.Instance != g[0].c.Instance {
					t.Errorf("%s: %s goes with %s", name, r, g[0])
				}
			}
		}
		if fmt.Sprint(sizes) != fmt.Sprint(c.groups) || len(seen) != len(runs) {
			t.Errorf("%s: groups of %d with %d of %d runs, want %d", name, sizes, len(seen), len(runs), c.groups)
		}
	}
}

// No worker stands idle while another has several runs.
func TestGroupsForIdleWorkers(t *testing.T) {
	cases := sweep("cyclic", 100, 3)
	plan := &config.Plan{Seeds: 1, Checkpoints: 5, Averages: allAverages(), Cases: cases}
	var runs []*run
	for i := range cases {
		runs = append(runs, newRun(plan, &cases[i], 0))
	}
	for workers, want := range map[int]int{1: 1, 2: 1, 3: 3, 4: 3} {
		if got := len(groupRuns(runs, workers)); got != want {
			t.Errorf("%d workers: %d groups, want %d", workers, got, want)
		}
	}
}

// Records do not depend on the loop, but for rounding, whatever draws their rows; nor
// on the company, to the last bit.
func TestLoopsAgree(t *testing.T) {
	problem := instance(linear.Absolute{}, domain.Ball{Radius: 1})
	for name, cases := range map[string][]config.Case{
		"iid":          sweep(iid, 3000, 9),
		"shuffle":      sweep("shuffle", 3000, 9),
		"shuffle-once": sweep("shuffle-once", 3000, 9),
		"cyclic":       sweep("cyclic", 3000, 9),
		"online":       sweep(sequence, 30, 9),
		"ordered":      ordered(problem),
	} {
		t.Run(name, func(t *testing.T) {
			inLanes := runAll(t, 1, Options{}, cases...)
			for i := range cases {
				sameNumbers(t, inLanes[i:i+1], runAll(t, 1, Options{}, cases[i]))
			}
			for i := range cases {
				cases[i].Rule = generally{}
			}
			for i, records := range runAll(t, 1, Options{}, cases...) {
				for k, r := range records {
					closeNumbers(t, r, inLanes[i][k])
				}
			}
		})
	}
}

// ordered is a case whose rows come in sequence, with values of F.
func ordered(p *problems.Problem) []config.Case {
	c := absolute("cyclic", 30, 0.3)
	c.Instance, c.Sampling = p, config.Sampling{Name: sequence, Kind: sequence, Spec: sequence}
	p.Ordered = true
	return []config.Case{c}
}

func closeNumbers(t *testing.T, want, got *store.Record) {
	t.Helper()
	if len(want.Rows) != len(got.Rows) {
		t.Fatalf("%d rows, want %d", len(got.Rows), len(want.Rows))
	}
	for k, row := range want.Rows {
		for j, x := range row {
			if math.Abs(got.Rows[k][j]-x) > 1e-12*max(1, math.Abs(x)) {
				t.Fatalf("row %d, %s: %v, want %v", k, want.Columns[j], got.Rows[k][j], x)
			}
		}
	}
}
