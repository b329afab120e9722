package runner

import (
	"context"
	"math"
	"testing"

	"regret/experiments/config"
	"regret/experiments/store"
	"regret/optim/schedule"
	"regret/problems"
	"regret/problems/domain"
	"regret/problems/linear"
)

// divergingPlan is gradient descent on theta^2/2 with steps of 10, which
// multiplies theta by -9 until it leaves the floats.
func divergingPlan() *config.Plan {
	square := &linear.Model{Rows: &linear.Dense{N: 1, D: 1, Data: []float64{1}}, Y: []float64{0}, Loss: linear.Squared{}}
	c := absolute(full, 3000, 1)
	c.Instance = &problems.Problem{Objective: square, Domain: domain.WholeSpace{}, Start: []float64{1}}
	c.Instance.Optimum.Theta = []float64{0}
	c.Steps = schedule.Constant{Step: 10}
	return &config.Plan{Seeds: 1, Checkpoints: 3000, Averages: allAverages(), Cases: []config.Case{c}}
}

func TestDivergence(t *testing.T) {
	r := mustRun(t, divergingPlan(), open(t, t.TempDir()), Options{})[0][0]
	// |theta_t|^2 = 81^(t-1) is the first to overflow, at t-1 > 1024 ln 2 / ln 81.
	if want := 1 + int(math.Ceil(1024*math.Ln2/math.Log(81))); r.DivergedAt != want {
		t.Fatalf("diverged at %d, want %d", r.DivergedAt, want)
	}
	if len(r.Rows) != 3000 {
		t.Fatalf("%d rows", len(r.Rows))
	}
	for k, row := range r.Rows {
		if row[0] != float64(k+1) || row[1] != 10 {
			t.Errorf("row %d starts with %v", k, row[:2])
		}
		for j, v := range row[2:] {
			if math.IsInf(v, 1) != (k+1 >= r.DivergedAt) || math.IsNaN(v) {
				t.Errorf("t = %d, %s = %v", k+1, r.Columns[j+2], v)
			}
		}
	}
}

// A hundred times the steps take no more memory: records hold checkpoints, and
// nothing is allocated a step, or a block of steps (97 more of them; a few
// allocations may be the test's own surroundings).
func TestMemoryDoesNotGrowWithTheHorizon(t *testing.T) {
	allocations := func(horizon int) float64 {
		c := absolute(iid, horizon, 1)
		r := newRun(&config.Plan{Seeds: 1, Averages: allAverages()}, &c, 0)
		return testing.AllocsPerRun(3, func() {
			if err := (group{r}).execute(context.Background(), &progress{}, store.Provenance{}); err != nil {
				t.Fatal(err)
			}
		})
	}
	if short, long := allocations(1000), allocations(100_000); long > short+50 {
		t.Errorf("%v allocations for 1,000 steps, %v for 100,000", short, long)
	}
}
