//go:build amd64 && !amd64.v3

// Other architectures, and GOAMD64=v3, fuse products and sums: they agree with
// these bits to rounding only.

package runner

import (
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"math"
	"testing"

	"regret/experiments/config"
	"regret/experiments/store"
	"regret/optim/schedule"
	"regret/problems/domain"
	"regret/problems/linear"
)

// golden holds, for the value of Numerics in front, hashes of records.
var golden = map[string]string{
	"squared":      "2 ce6d86085b6dffb0",
	"logistic":     "2 eabd501dd1480fab",
	"hinge":        "2 0a98b71b993368b9",
	"absolute":     "2 f981e5dddaa75e57",
	"huber":        "2 52a5feddc4fac23d",
	"quantile":     "2 6d0c841d47e180d4",
	"whole space":  "2 c52102ece6a2cf3a",
	"box":          "2 603339a9b82a23b7",
	"simplex":      "2 3981b8c93b969be1",
	"full":         "2 aa33ca6f7cba5895",
	"polynomial":   "2 45869434ff255e87",
	"cosine":       "2 5fbf29aca1ae452d",
	"exponential":  "2 0d5ace8de1ba689f",
	"shuffle":      "2 30b67d82849230b4",
	"shuffle-once": "2 f6b19dcd89c538f4",
	"cyclic":       "2 75d5885202618f3a",
	"population":   "2 dbdaa50de4548ff3",
}

func goldenCases(t *testing.T) []config.Case {
	var cases []config.Case
	add := func(name string, loss linear.Loss, set domain.Set, sampling string) {
		c := absolute(sampling, 3000, 0.3)
		c.Problem, c.ProblemSpec, c.Instance = name, name, instance(loss, set)
		cases = append(cases, c)
	}
	addSchedule := func(name string, steps schedule.Schedule) {
		add(name, linear.Squared{}, domain.Ball{Radius: 0.5}, iid)
		cases[len(cases)-1].Steps = steps
	}
	ball := domain.Ball{Radius: 0.5}
	add("squared", linear.Squared{}, ball, iid)
	add("logistic", linear.Logistic{}, ball, iid)
	add("hinge", linear.Hinge{}, ball, iid)
	add("absolute", linear.Absolute{}, ball, iid)
	add("huber", linear.Huber{Delta: 0.5}, ball, iid)
	add("quantile", linear.Quantile{Tau: 0.3}, ball, iid)
	add("whole space", linear.Squared{}, domain.WholeSpace{}, iid)
	add("box", linear.Squared{}, domain.Box{Lo: -0.1, Hi: 0.2}, iid)
	add("simplex", linear.Squared{}, domain.Simplex{}, iid)
	add("full", linear.Squared{}, ball, full)
	add("shuffle", linear.Squared{}, ball, "shuffle")
	add("shuffle-once", linear.Squared{}, ball, "shuffle-once")
	add("cyclic", linear.Squared{}, ball, "cyclic")
	addSchedule("polynomial", schedule.Polynomial{Alpha: 0.3, Power: 0.6})
	addSchedule("cosine", schedule.Cosine{Alpha: 0.1})
	addSchedule("exponential", schedule.Exponential{Alpha: 0.3, Ratio: 0.999})
	population := fresh(t, iid, 3000, 0.1)
	return append(cases, population)
}

// The numbers of a record are the same to the last bit, or Numerics is raised.
func TestGoldenBits(t *testing.T) {
	plan := &config.Plan{Seed: 1, Seeds: 1, Checkpoints: 30, Averages: allAverages(), Cases: goldenCases(t)}
	for i, records := range mustRun(t, plan, open(t, t.TempDir()), Options{}) {
		name := plan.Cases[i].Problem
		if got := fmt.Sprintf("%d %.16x", Numerics, bits(records[0])); got != golden[name] {
			t.Errorf("the numbers of %s have changed: raise Numerics, and store %q: %q", name, name, got)
		}
	}
}

// bits returns a hash of a record's columns and numbers.
func bits(r *store.Record) []byte {
	h := sha256.New()
	fmt.Fprintf(h, "%q", r.Columns)
	for _, row := range r.Rows {
		for _, v := range row {
			binary.Write(h, binary.BigEndian, math.Float64bits(v))
		}
	}
	return h.Sum(nil)[:8]
}
