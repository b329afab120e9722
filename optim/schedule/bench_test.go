package schedule_test

import (
	"fmt"
	"testing"

	"regret/optim/schedule"
)

// BenchmarkFill reports the time for a step in blocks of 1,000.
func BenchmarkFill(b *testing.B) {
	const T, block = 1_000_000, 1000
	steps := make([]float64, T)
	for _, s := range []schedule.Schedule{
		schedule.Constant{Step: 0.1}, schedule.InverseSqrt{Alpha: 0.3}, schedule.InverseTime{Alpha: 2},
		schedule.Polynomial{Alpha: 0.7, Power: 0.75}, schedule.LinearDecay{Alpha: 0.3}, schedule.Cosine{Alpha: 0.3},
		schedule.WarmupStableDecay{Alpha: 0.3, Warmup: 0.1, Cooldown: 0.9, Shape: schedule.Linear},
		schedule.WarmupStableDecay{Alpha: 0.3, Warmup: 0.1, Cooldown: 0.9, Shape: schedule.OneMinusSqrt},
		schedule.StepDecay{Alpha: 0.3, Factor: 0.99, Every: 10_000}, schedule.Exponential{Alpha: 0.3, Ratio: 0.99999},
		schedule.Table{Steps: steps},
		parse("0.3/sqrt(t)", nil), parse("D/(G*sqrt(T)) * min(1, 5*(1 - t/T))", map[string]float64{"D": 2, "G": 3}),
	} {
		b.Run(fmt.Sprint(s), func(b *testing.B) {
			eta := make([]float64, block)
			for i := range b.N {
				s.Fill(eta, 1+i%(T/block)*block, T)
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/block, "ns/step")
		})
	}
}
