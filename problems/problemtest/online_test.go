package problemtest

import (
	"context"
	"math"
	"strings"
	"testing"

	"regret/problems"
	"regret/problems/dataset"
	"regret/problems/domain"
)

// The comparator of an online problem is the best one in hindsight: that of more
// losses is found out, one that nothing is claimed of passes.
func TestWrongHindsightIsFound(t *testing.T) {
	of := problems.Absolute{FiniteSum: problems.FiniteSum{
		Data:   dataset.Drifting{Rows: 40, Dim: 3, Noise: 0.1, Speed: 0.1, Path: "rotation", Seed: 1},
		Domain: domain.Ball{Radius: 2}, Order: problems.Order{Online: true},
	}}
	all, err := of.Build(context.Background(), nil)
	if err != nil {
		t.Fatal(err)
	}
	of.SetHorizon(20)
	p, err := of.Build(context.Background(), nil)
	if err != nil {
		t.Fatal(err)
	}
	Check(t, p)
	p.Optimum.Theta, p.Constants["R"] = all.Optimum.Theta, all.Constants["R"]
	p.Optimum.Value = p.Objective.Value(p.Optimum.Theta)
	if faults := Faults(p); len(faults) != 1 || !strings.Contains(faults[0].Error(), "a search found") {
		t.Errorf("the comparator of 40 losses passes for that of 20: %v", faults)
	}
	p.Optimum.Value, p.Optimum.Gap = math.NaN(), math.NaN()
	Check(t, p)
	p.Online = false
	if len(Faults(p)) == 0 {
		t.Error("a minimum without a certificate passes")
	}
}
