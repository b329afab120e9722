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
	"regret/problems"
	"regret/problems/domain"
	"regret/problems/linear"
)

// golden holds, for the value of Numerics in front, hashes of records.
var golden = map[string]string{
	"squared":      "4 1ec8ace282f17c59",
	"logistic":     "4 6f4c9eafde1a6a86",
	"hinge":        "4 5a67e772b5f85734",
	"absolute":     "4 de8444245f18c86e",
	"huber":        "4 63eff65408b0e6be",
	"quantile":     "4 282e224cd6fc055f",
	"whole space":  "4 630cd81f33c5b5c9",
	"box":          "4 603339a9b82a23b7",
	"simplex":      "4 3981b8c93b969be1",
	"full":         "4 aa33ca6f7cba5895",
	"polynomial":   "4 116dc175a45da1b9",
	"cosine":       "4 f8dbba2b7ab4a596",
	"exponential":  "4 3bc8f158bab3465e",
	"shuffle":      "4 de4f3c869becd301",
	"shuffle-once": "4 d9939dc3f78f2549",
	"cyclic":       "4 879055db936777ff",
	"sparse":       "4 7d09674aedcfe629",
	"population":   "4 dbdaa50de4548ff3",
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
	add("sparse", linear.Logistic{}, ball, iid)
	cases[len(cases)-1].Instance = halved(cases[len(cases)-1].Instance)
	population := fresh(t, iid, 3000, 0.1)
	return append(cases, population)
}

// halved is a problem on linear rows with every other entry, stored sparsely.
func halved(p *problems.Problem) *problems.Problem {
	m := *p.Objective.(*linear.Model)
	rows := &linear.Sparse{N: m.Len(), D: m.Dim(), Starts: []int{0}}
	for i := range rows.N {
		_, values := m.Rows.Entries(i)
		for j := i % 2; j < rows.D; j += 2 {
			rows.Columns, rows.Values = append(rows.Columns, int32(j)), append(rows.Values, values[j])
		}
		rows.Starts = append(rows.Starts, len(rows.Columns))
	}
	m.Rows = rows
	out := *p
	out.Objective, out.Content = &m, "thirty halves of rows"
	return &out
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
