package runner

import (
	"context"
	"fmt"
	"math"
	"math/rand/v2"
	"testing"

	"regret/experiments/config"
	"regret/experiments/store"
	"regret/optim/average"
	"regret/optim/schedule"
	"regret/problems/domain"
	"regret/problems/linear"
)

// BenchmarkRun times a step and run of 32 schedules on dense logistic regression with 10,000 rows of 20
// numbers, with checkpoints and records, for one worker and for two: their ratio is
// what the second core is worth, if it is idle.
func BenchmarkRun(b *testing.B) {
	plan := manySchedules(32, 1<<21)
	for _, workers := range []int{1, 2} {
		b.Run(fmt.Sprintf("workers=%d", workers), func(b *testing.B) {
			for b.Loop() {
				st, err := store.Open(b.TempDir())
				if err != nil {
					b.Fatal(err)
				}
				if _, err := Run(context.Background(), plan, st, Options{Workers: workers}); err != nil {
					b.Fatal(err)
				}
			}
			steps := b.N * len(plan.Cases) * plan.Cases[0].Horizon
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(steps), "ns/step")
		})
	}
}

// manySchedules is a plan of as many cases c/sqrt(t) on one problem.
func manySchedules(count, horizon int) *config.Plan {
	const n, d = 10_000, 20
	random := rand.New(rand.NewPCG(3, 4))
	rows := &linear.Dense{N: n, D: d, Data: make([]float64, n*d)}
	for i := range rows.Data {
		rows.Data[i] = random.NormFloat64()
	}
	m := &linear.Model{Rows: rows, Y: make([]float64, n), Loss: linear.Logistic{}}
	for i := range m.Y {
		m.Y[i] = math.Copysign(1, random.Float64()-0.5)
	}
	in := instance(linear.Logistic{}, domain.Ball{Radius: 5})
	in.Objective, in.Start, in.Optimum.Theta = m, make([]float64, d), make([]float64, d)
	cases := sweep(iid, horizon, count)
	for k := range cases {
		c := &cases[k]
		c.Problem, c.ProblemSpec, c.Instance = "logistic", "logistic of the benchmark", in
		c.Steps = schedule.InverseSqrt{Alpha: 0.01 * float64(k+1)}
	}
	return &config.Plan{
		Name: "many", Seed: 1, Seeds: 1, Checkpoints: 20, Cases: cases,
		Averages: []config.Average{{Name: "last", Average: average.Last{}}},
	}
}
