package schedule_test

import (
	"math"
	"testing"

	"regret/optim/schedule"
)

// TestEqualBitForBit has pairs of which one is the other in different words.
func TestEqualBitForBit(t *testing.T) {
	const alpha = 0.3
	constant := schedule.Constant{Step: alpha}
	tests := []struct{ a, b schedule.Schedule }{
		{schedule.WarmupStableDecay{Alpha: alpha, Cooldown: 0.2, Shape: schedule.Linear},
			schedule.Cooldown{Of: constant, Fraction: 0.2, Shape: schedule.Linear}},
		{schedule.WarmupStableDecay{Alpha: alpha, Cooldown: 0.35, Shape: schedule.OneMinusSqrt},
			schedule.Cooldown{Of: constant, Fraction: 0.35, Shape: schedule.OneMinusSqrt}},
		{schedule.WarmupStableDecay{Alpha: alpha, Warmup: 0.1, Cooldown: 0.2, Shape: schedule.Linear},
			schedule.Warmup{Of: schedule.Cooldown{Of: constant, Fraction: 0.2, Shape: schedule.Linear}, Length: 0.1}},
		{schedule.WarmupStableDecay{Alpha: alpha, Warmup: 11, Cooldown: 0.2, Shape: schedule.Linear},
			schedule.Cooldown{Of: schedule.Warmup{Of: constant, Length: 11}, Fraction: 0.2, Shape: schedule.Linear}},
		{schedule.WarmupStableDecay{Alpha: alpha, Cooldown: 1, Shape: schedule.Linear}, schedule.LinearDecay{Alpha: alpha}},
		{schedule.WarmupStableDecay{Alpha: alpha, Shape: schedule.OneMinusSqrt}, constant},
		{schedule.Polynomial{Alpha: alpha, Power: 0.5}, schedule.InverseSqrt{Alpha: alpha}},
		{schedule.Polynomial{Alpha: alpha, Power: 1}, schedule.InverseTime{Alpha: alpha}},
		{schedule.Polynomial{Alpha: alpha}, constant},
		{schedule.StepDecay{Alpha: alpha, Factor: 0.1, Every: math.MaxInt}, constant},
		{schedule.Exponential{Alpha: alpha, Ratio: 1}, constant},
		{schedule.Warmup{Of: constant}, constant},
		{schedule.Warmup{Of: constant, Length: 1}, constant},
		{parse("0.3/sqrt(t)", nil), schedule.InverseSqrt{Alpha: alpha}},
		{parse("0.3*((T-t)/T)", nil), schedule.LinearDecay{Alpha: alpha}},
		{parse("0.3*min(1, (T-t)/(0.2*T))", nil), schedule.WarmupStableDecay{Alpha: alpha, Cooldown: 0.2, Shape: schedule.Linear}},
		{parse("D*G", map[string]float64{"D": 0.1, "G": 3}), parse("0.1*3", nil)},
	}
	for _, test := range tests {
		for _, T := range []int{60, 101, 1000} {
			a, b := make([]float64, T), make([]float64, T)
			test.a.Fill(a, 1, T)
			test.b.Fill(b, 1, T)
			for i := range a {
				if math.Float64bits(a[i]) != math.Float64bits(b[i]) {
					t.Fatalf("eta_%d of %d: %v gives %.17g, %v gives %.17g", i+1, T, test.a, a[i], test.b, b[i])
				}
			}
		}
	}
}
