package runner

import (
	"bytes"
	"errors"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"regret/experiments/config"
	"regret/experiments/store"
	"regret/optim/schedule"
	"regret/problems"
	"regret/problems/dataset"
	"regret/problems/domain"
)

func open(t *testing.T, dir string) *store.Store {
	t.Helper()
	st, err := store.Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	return st
}

func mustRun(t *testing.T, plan *config.Plan, st *store.Store, opts Options) [][]*store.Record {
	t.Helper()
	records, err := Run(t.Context(), plan, st, opts)
	if err != nil {
		t.Fatal(err)
	}
	return records
}

// by labels new records.
func by(command string) Options {
	return Options{Workers: 2, Provenance: store.Provenance{Command: command}}
}

// sameNumbers compares records bit by bit: a NaN is equal to none.
func sameNumbers(t *testing.T, want, got [][]*store.Record) {
	t.Helper()
	if d := cmp.Diff(want, got, cmpopts.IgnoreFields(store.Record{}, "Provenance")); d != "" {
		t.Error(d)
	}
}

func TestShape(t *testing.T) {
	plan := smallPlan()
	records := mustRun(t, plan, open(t, t.TempDir()), Options{})
	for i, c := range plan.Cases {
		if want := map[string]int{iid: 4, full: 1}[c.Sampling.Name]; len(records[i]) != want {
			t.Errorf("case %d: %d repetitions, want %d", i, len(records[i]), want)
		}
		for _, r := range records[i] {
			grid := Checkpoints(plan.Checkpoints, c.Horizon)
			if len(r.Rows) != len(grid) || r.Rows[len(grid)-1][0] != float64(c.Horizon) || r.DivergedAt != 0 {
				t.Errorf("case %d: %d rows for %d checkpoints, diverged at %d", i, len(r.Rows), len(grid), r.DivergedAt)
			}
		}
	}
	regret := records[1][0].Column("average-regret:uniform")
	if cmp.Equal(records[1][0].Rows[5][regret], records[1][1].Rows[5][regret]) {
		t.Error("two repetitions have the same regret")
	}
}

func TestNumbersDoNotDependOnWorkers(t *testing.T) {
	plan := smallPlan()
	one := mustRun(t, plan, open(t, t.TempDir()), Options{Workers: 1})
	two := mustRun(t, plan, open(t, t.TempDir()), Options{Workers: 2})
	sameNumbers(t, one, two)
}

// A record that was read back says the same as the one that was written, and
// nothing is made twice.
func TestStoredRunsAreLoaded(t *testing.T) {
	plan, dir := smallPlan(), t.TempDir()
	first := mustRun(t, plan, open(t, dir), by("first"))
	plan.Cases = append(plan.Cases, absolute(iid, 200, 1))
	second := mustRun(t, plan, open(t, dir), by("second"))
	if d := cmp.Diff(first, second[:len(first)]); d != "" {
		t.Error(d)
	}
	if made := second[len(first)][0].Provenance.Command; made != "second" {
		t.Errorf("the new case was made by %q", made)
	}
	third, err := Load(plan, open(t, dir))
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(second, third); d != "" {
		t.Error(d)
	}
}

func TestLoadMakesNothing(t *testing.T) {
	plan, dir := smallPlan(), t.TempDir()
	_, err := Load(plan, open(t, dir))
	want := "13 runs are not stored yet, the first is absolute, sgd, inverse-sqrt 1, horizon 5000, repetition 1"
	if err == nil || err.Error() != want {
		t.Errorf("%v, want %s", err, want)
	}
}

// Cases that differ in names alone are one run, and one file.
func TestEqualCasesShareARun(t *testing.T) {
	plan, dir := smallPlan(), t.TempDir()
	plan.Cases = []config.Case{absolute(iid, 100, 1), absolute(iid, 100, 1)}
	plan.Cases[1].Schedule = "another name"
	records := mustRun(t, plan, open(t, dir), Options{})
	if records[0][3] != records[1][3] || records[0][3] == records[0][2] {
		t.Error("equal cases do not share their records, or unequal ones do")
	}
	if n := len(stored(t, dir)); n != plan.Seeds {
		t.Errorf("%d files for %d runs", n, plan.Seeds)
	}
}

// stored returns the paths of the records in a results folder.
func stored(t *testing.T, dir string) []string {
	t.Helper()
	paths, err := filepath.Glob(filepath.Join(dir, "runs", "*", "*.csv"))
	if err != nil {
		t.Fatal(err)
	}
	return paths
}

func TestDamagedRecordIsMadeAgain(t *testing.T) {
	plan, dir := smallPlan(), t.TempDir()
	want := mustRun(t, plan, open(t, dir), Options{})
	path := stored(t, dir)[0]
	content, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, bytes.Replace(content, []byte("1"), []byte("2"), 1), 0o644); err != nil {
		t.Fatal(err)
	}
	if _, err := Load(plan, open(t, dir)); !errors.Is(err, store.ErrDamaged) {
		t.Errorf("Load of a damaged record: %v", err)
	}
	var warnings []error
	got := mustRun(t, plan, open(t, dir), Options{Warn: func(err error) { warnings = append(warnings, err) }})
	sameNumbers(t, want, got)
	if len(warnings) != 1 || !errors.Is(warnings[0], store.ErrDamaged) {
		t.Errorf("warnings %v", warnings)
	}
	if again, err := os.ReadFile(path); err != nil || !bytes.Equal(again, content) {
		t.Errorf("the file is not as it was, %v", err)
	}
}

func TestErrorsNameTheCase(t *testing.T) {
	bad := absolute(iid, 100, 1)
	bad.Steps = watched{bad.Steps, func(int) { panic("no such step") }}
	long := absolute(sequence, 31, 1)
	for want, c := range map[string]config.Case{
		"absolute, sgd, inverse-sqrt 1, horizon 100, repetition 1: panic: no such step":                           bad,
		"absolute, sgd, inverse-sqrt 1, horizon 31, repetition 1: horizon 31 is beyond the sequence of 30 losses": long,
	} {
		plan := &config.Plan{Seeds: 1, Cases: []config.Case{c}}
		_, err := Run(t.Context(), plan, open(t, t.TempDir()), Options{})
		if err == nil || !strings.HasPrefix(err.Error(), want) {
			t.Errorf("%v, want %s", err, want)
		}
	}
}

// TestRegretByHand: f_1 = |theta/2 + 1|, then |theta - 1| and |theta + 1| in turn, with steps
// of 1/2 from 0. On [-1, 1] the sum of five is theta/2 + 5, so u = -1.
//
//	t          1     2     3     4     5
//	theta_t    0   -1/4   1/4  -1/4   1/4
//	f_t        1    5/4   5/4   5/4   5/4
//	f_t(u)    1/2    2     0     2     0
func TestRegretByHand(t *testing.T) {
	problem := problems.Absolute{FiniteSum: problems.FiniteSum{
		Data: dataset.Alternating{Rows: 9}, Domain: domain.Box{Lo: -1, Hi: 1}, Order: problems.Order{Online: true},
	}}
	problem.SetHorizon(5)
	p, err := problem.Build(t.Context(), nil)
	if err != nil {
		t.Fatal(err)
	}
	c := absolute(sequence, 5, 1)
	c.Instance, c.Steps = p, schedule.Constant{Step: 0.5}
	plan := &config.Plan{Seeds: 1, Checkpoints: 100, Averages: allAverages(), Cases: []config.Case{c}}
	r := mustRun(t, plan, open(t, t.TempDir()), Options{})[0][0]
	losses, regrets := []float64{1, 1.25, 1.25, 1.25, 1.25}, []float64{0.5, -0.75, 1.25, -0.75, 1.25}
	var loss, regret float64
	for k := range losses {
		loss, regret = loss+losses[k], regret+regrets[k]
		for column, want := range map[string]float64{
			"average-loss:uniform": loss / float64(k+1), "average-regret:uniform": regret / float64(k+1),
		} {
			if got := r.Rows[k][r.Column(column)]; math.Abs(got-want) > 1e-15 {
				t.Errorf("t=%d: %s is %g, want %g", k+1, column, got, want)
			}
		}
	}
}

func TestOnlineSequence(t *testing.T) {
	c := absolute(sequence, 30, 1)
	c.Instance.Online = true
	plan := &config.Plan{Seeds: 5, Checkpoints: 100, Averages: allAverages(), Cases: []config.Case{c}}
	records := mustRun(t, plan, open(t, t.TempDir()), Options{})
	if len(records[0]) != 1 || len(records[0][0].Rows) != 30 {
		t.Fatalf("%d repetitions, %d rows", len(records[0]), len(records[0][0].Rows))
	}
	// The running mean of the losses, increments undone, is the loss of row t-1.
	r := records[0][0]
	loss := r.Column("average-loss:uniform")
	first := c.Instance.Objective.Subgradient(make([]float64, 5), c.Instance.Start, 0)
	if got := r.Rows[0][loss]; got != first {
		t.Errorf("loss at step 1 is %v, row 0 has %v", got, first)
	}
}
