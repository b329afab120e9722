package runner

import (
	"math"
	"testing"

	"regret/experiments/config"
	"regret/experiments/store"
	"regret/problems"
	"regret/problems/sampling"
)

// under is a small case with a sampling.
func under(t *testing.T, s sampling.Sampling, spec string) config.Case {
	t.Helper()
	c := absolute(iid, 50, 0.3)
	law, err := s.Of(c.Instance)
	if err != nil {
		t.Fatal(err)
	}
	c.Sampling = config.Sampling{Name: spec, Kind: spec, Spec: spec, Law: law}
	return c
}

func recordsOf(t *testing.T, cases ...config.Case) []*store.Record {
	t.Helper()
	plan := &config.Plan{Seed: 1, Seeds: 1, Checkpoints: 30, Averages: allAverages(), Cases: cases}
	var all []*store.Record
	for _, records := range mustRun(t, plan, open(t, t.TempDir()), Options{}) {
		all = append(all, records...)
	}
	return all
}

// A batch of all rows, drawn without replacement, is the full subgradient.
func TestBatchOfAllRowsIsFull(t *testing.T) {
	full := under(t, sampling.Full{}, "full")
	n := full.Instance.Objective.Len()
	records := recordsOf(t, full, under(t, sampling.MiniBatch{Size: n}, "all"))
	for k, row := range records[0].Rows {
		for j, want := range row {
			if got := records[1].Rows[k][j]; math.Abs(got-want) > 1e-9*max(1, math.Abs(want)) {
				t.Errorf("row %d, %s: %v, want %v", k, records[0].Columns[j], got, want)
			}
		}
	}
}

// Weighted rows are seen with their weights: the first loss is w_i f_i(theta_1) for
// the row that the stream draws first.
func TestWeightsReachTheLoop(t *testing.T) {
	c := under(t, doubled{}, "doubled")
	record := recordsOf(t, c)[0]
	first := make([]int32, 1)
	c.Sampling.Law.Draws(newSource(1, c.Instance.Content, "doubled", 0)).Fill(first, 1)
	want := 2 * c.Instance.Objective.Subgradient(make([]float64, 5), c.Instance.Start, int(first[0]))
	if got := record.Rows[0][record.Column("average-loss:uniform")]; got != want {
		t.Errorf("the first loss is %v, want %v", got, want)
	}
}

// doubled is iid with every row twice as heavy.
type doubled struct{ sampling.IID }

func (d doubled) Of(p *problems.Problem) (*sampling.Law, error) {
	law, err := d.IID.Of(p)
	if err != nil {
		return nil, err
	}
	for range p.Objective.Len() {
		law.Weights = append(law.Weights, 2)
	}
	return law, nil
}
