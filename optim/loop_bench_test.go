package optim_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"testing"

	"regret/optim"
	"regret/optim/average"
	"regret/problems/linear"
)

type wholeSpace struct{}

func (wholeSpace) Project([]float64) {}

type uniformRows struct {
	random *rand.PCG
	n      uint64
}

func (u uniformRows) Fill(rows []int32, _ int) {
	for i := range rows {
		rows[i] = int32(u.random.Uint64() % u.n)
	}
}

// BenchmarkStepLoop times a step of SGD on dense logistic regression with all
// that an experiment records: online loss, regret, D, G and the uniform
// average.
func BenchmarkStepLoop(b *testing.B) {
	for _, d := range []int{20, 100} {
		b.Run(fmt.Sprintf("logistic/n=10000/d=%d", d), func(b *testing.B) {
			const block = 100_000
			job := benchmarkJob(10_000, d)
			job.Horizon, job.Checkpoints = block, []int{block}
			b.ReportAllocs()
			for b.Loop() {
				if _, err := optim.Run(context.Background(), job, func(*optim.Snapshot) {}); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/block, "ns/step")
		})
	}
}

func benchmarkJob(n, d int) optim.Job {
	random := rand.New(rand.NewPCG(1, 2))
	model := &linear.Model{Rows: &linear.Dense{N: n, D: d}, Loss: linear.Logistic{}}
	for range n {
		for range d {
			linear.Densify(model.Rows).Data = append(linear.Densify(model.Rows).Data, random.NormFloat64())
		}
		model.Y = append(model.Y, float64(2*random.IntN(2)-1))
	}
	return optim.Job{
		Objective: model, Set: wholeSpace{}, Method: optim.SGD{}, Steps: inverseSqrt{0.1},
		Rows:  uniformRows{rand.NewPCG(3, 4), uint64(n)},
		Start: make([]float64, d), Comparator: make([]float64, d),
		Averages: []average.Average{average.Uniform{}},
	}
}
