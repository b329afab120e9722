package bound_test

import (
	"fmt"
	"testing"

	"regret/optim/bound"
	"regret/optim/boundtest"
	"regret/optim/schedule"
)

// constantSteps are filled as fast as memory takes them, so that the theorems
// are measured and not the schedule.
type constantSteps float64

// Fill implements bound.Steps.
func (c constantSteps) Fill(eta []float64, _, _ int) {
	for i := range eta {
		eta[i] = float64(c)
	}
}

// BenchmarkTerms evaluates every theorem that applies to a constant step at one checkpoint,
// T = 1e7.
func BenchmarkTerms(b *testing.B) {
	const T = 10_000_000
	for i := range bound.All {
		th := &bound.All[i]
		b.Run(th.ID, func(b *testing.B) {
			in := unit(constantSteps(1e-4), T)
			in.Observed = []bound.Observed{{D: 1, G: 1}}
			in.L, in.Lmax, in.Mu, in.Sigma = 1, 1, 0.1, 1
			if err := th.Applies(in); err != nil {
				b.Skip(err)
			}
			perStep(b, T, func() { th.Terms(in, []int{T}) })
		})
	}
}

// longSchedules are those of the benchmarks at T = 1e8.
var longSchedules = []schedule.Schedule{
	schedule.Constant{Step: 1e-4}, schedule.InverseSqrt{Alpha: 1}, schedule.LinearDecay{Alpha: 1e-4},
}

// BenchmarkLast evaluates last-exact at T = 1e8: assumptions, terms and best scale.
func BenchmarkLast(b *testing.B) {
	const T = 100_000_000
	for _, s := range longSchedules {
		b.Run(fmt.Sprint(s), func(b *testing.B) {
			th := theorem(b, "last-exact")
			perStep(b, T, func() { bound.Evaluate(th, unit(s, T)) })
		})
	}
}

// BenchmarkShared evaluates the theorems A1 to A9 together at T = 1e8.
func BenchmarkShared(b *testing.B) {
	const T = 100_000_000
	for _, s := range longSchedules {
		b.Run(fmt.Sprint(s), func(b *testing.B) {
			perStep(b, T, func() { evaluateShared(unit(s, T)) })
		})
	}
}

// evaluateShared evaluates A1 to A9 on shared sweeps, with a run.
func evaluateShared(in bound.Input) []bound.Result {
	in.Observed = []bound.Observed{{D: 1, G: 1}}
	var theorems []*bound.Theorem
	var readings []bound.Reading
	for i := range bound.All {
		if th := &bound.All[i]; len(th.Ref) == 2 && th.Ref[0] == 'A' {
			theorems = append(theorems, th)
			readings = append(readings, th.Readings(in)...)
		}
	}
	in = bound.Share(in, []int{in.Horizon}, readings)
	var out []bound.Result
	for _, th := range theorems {
		out = append(out, bound.Evaluate(th, in))
	}
	return out
}

// BenchmarkApplies checks the assumptions of every theorem, T = 1e7.
func BenchmarkApplies(b *testing.B) {
	const T = 10_000_000
	for _, id := range []string{"zinkevich", "last-exact"} {
		th := theorem(b, id)
		b.Run(id, func(b *testing.B) {
			in := unit(constantSteps(1e-4), T)
			perStep(b, T, func() { _ = th.Applies(in) })
		})
	}
}

// BenchmarkLongTail has regret-exact go back over all steps.
func BenchmarkLongTail(b *testing.B) {
	const T = 10_000_000
	th := theorem(b, "regret-exact")
	in := unit(boundtest.Shape(func(_, _ float64) float64 { return 1e-9 }), T)
	perStep(b, T, func() { th.Terms(in, []int{T}) })
}

func perStep(b *testing.B, T int, evaluate func()) {
	b.ReportAllocs()
	for b.Loop() {
		evaluate()
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(T), "ns/step")
}
