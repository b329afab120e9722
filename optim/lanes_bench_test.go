package optim_test

import (
	"context"
	"fmt"
	"math"
	"testing"

	"regret/optim"
	"regret/optim/average"
	"regret/optim/schedule"
	"regret/problems/linear"
)

// BenchmarkRunLanes times a step and run of SGD on the dense workloads W1 to W3 with all
// that an experiment records, alone and among eight, without and with the exact average.
// What a run allocates before its first step is in B/op, whatever the number of steps.
func BenchmarkRunLanes(b *testing.B) {
	for _, w := range []struct {
		name    string
		n, d    int
		loss    linear.Loss
		horizon int
	}{
		{"W1", 10_000, 100, linear.Logistic{}, 1 << 18},
		{"W2", 10_000, 20, linear.Logistic{}, 1 << 19},
		{"W3", 20_000, 1000, linear.Squared{}, 1 << 16},
	} {
		job := benchmarkJob(w.n, w.d)
		job.Objective.(*linear.Model).Loss = w.loss
		job.Set, job.Horizon, job.Checkpoints = ball{math.Inf(1)}, w.horizon, []int{w.horizon}
		for _, a := range []average.Average{average.Last{}, average.Uniform{}} {
			for _, count := range []int{1, linear.Width} {
				var jobs []optim.Job
				for k := range count {
					job.Averages, job.Steps = []average.Average{a}, schedule.InverseSqrt{Alpha: 1e-3 * float64(k+1)}
					jobs = append(jobs, job)
				}
				b.Run(fmt.Sprintf("%s/%T/runs=%d", w.name, a, count), func(b *testing.B) {
					b.ReportAllocs()
					for b.Loop() {
						if _, err := optim.RunLanes(context.Background(), jobs, func(int, *optim.Snapshot) {}); err != nil {
							b.Fatal(err)
						}
					}
					b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(count*w.horizon), "ns/step")
				})
			}
		}
	}
}
