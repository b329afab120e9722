package bound_test

import (
	"testing"

	"regret/optim/bound"
	"regret/optim/boundtest"
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
