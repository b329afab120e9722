package schedule_test

import (
	"fmt"
	"math"
	"math/big"
	"testing"

	"regret/optim/schedule"
)

const precision = 300 // bits, so that no reference loses a digit

// number is a short name for references in high precision.
type number = *big.Float

func exact(x float64) number   { return fresh().SetFloat64(x) }
func whole(n int) number       { return fresh().SetInt64(int64(n)) }
func fresh() number            { return new(big.Float).SetPrec(precision) }
func plus(a, b number) number  { return fresh().Add(a, b) }
func minus(a, b number) number { return fresh().Sub(a, b) }
func times(a, b number) number { return fresh().Mul(a, b) }
func over(a, b number) number  { return fresh().Quo(a, b) }
func root(a number) number     { return fresh().Sqrt(a) }
func power(a number, n int) number {
	result := whole(1)
	for range n {
		result = times(result, a)
	}
	return result
}

func least(a, b number) number {
	if a.Cmp(b) < 0 {
		return a
	}
	return b
}

var pi, _, _ = big.ParseFloat("3.14159265358979323846264338327950288419716939937510582097494459230781640628620899862803482534211706798214808651328230664709384460955", 10, precision, big.ToNearestEven)

// cosine sums the Taylor series.
func cosine(x number) number {
	sum, term := whole(1), whole(1)
	for k := 1; k < 200; k += 2 {
		term = over(times(times(term, x), times(x, whole(-1))), whole(k*(k+1)))
		sum = plus(sum, term)
	}
	return sum
}

// TestValues compares with the definitions, written literally and computed in
// high precision.
func TestValues(t *testing.T) {
	const alpha, c = 0.3, 0.25 // 1-sqrt has a vertical tangent where it begins, so c is exact
	a, fall := exact(alpha), exact(c)
	one, two := whole(1), whole(2)
	left := func(t, T int) number { return over(whole(T-t), times(fall, whole(T))) } // (T-t)/(cT)
	tests := []struct {
		schedule schedule.Schedule
		want     func(t, T int) number
	}{
		{schedule.Constant{Step: alpha}, func(t, T int) number { return a }},
		{schedule.InverseSqrt{Alpha: alpha}, func(t, T int) number { return over(a, root(whole(t))) }},
		{schedule.InverseTime{Alpha: alpha, Offset: 2.5}, func(t, T int) number { return over(a, plus(whole(t), exact(2.5))) }},
		{schedule.Polynomial{Alpha: alpha, Power: 1.5}, func(t, T int) number { return over(a, times(whole(t), root(whole(t)))) }},
		{schedule.Polynomial{Alpha: alpha, Power: -0.25}, func(t, T int) number { return times(a, root(root(whole(t)))) }},
		{schedule.LinearDecay{Alpha: alpha}, func(t, T int) number { return over(times(a, whole(T-t)), whole(T)) }},
		{schedule.Cosine{Alpha: alpha}, func(t, T int) number {
			return over(times(a, plus(one, cosine(over(times(pi, whole(t)), whole(T))))), two)
		}},
		{schedule.WarmupStableDecay{Alpha: alpha, Cooldown: c, Shape: schedule.Linear}, func(t, T int) number {
			return times(a, least(one, left(t, T)))
		}},
		{schedule.WarmupStableDecay{Alpha: alpha, Cooldown: c, Shape: schedule.OneMinusSqrt}, func(t, T int) number {
			start := times(minus(one, fall), whole(T)) // (1-c)T
			if whole(t).Cmp(start) <= 0 {
				return a
			}
			return times(a, minus(one, root(over(minus(whole(t), start), times(fall, whole(T))))))
		}},
		{schedule.WarmupStableDecay{Alpha: alpha, Warmup: 0.25, Cooldown: c, Shape: schedule.Linear}, func(t, T int) number {
			return times(times(a, least(one, over(whole(4*t), whole(T)))), least(one, left(t, T)))
		}},
		{schedule.Warmup{Of: schedule.InverseSqrt{Alpha: alpha}, Length: 50}, func(t, T int) number {
			return times(over(a, root(whole(t))), least(one, over(whole(t), whole(50))))
		}},
		{schedule.StepDecay{Alpha: alpha, Factor: 0.5, Every: 10}, func(t, T int) number { return times(a, power(exact(0.5), (t-1)/10)) }},
		{schedule.StepDecay{Alpha: alpha, Factor: 0.9, Every: 50}, func(t, T int) number { return times(a, power(exact(0.9), (t-1)/50)) }},
		{schedule.Exponential{Alpha: alpha, Ratio: 0.99}, func(t, T int) number { return times(a, power(exact(0.99), t-1)) }},
	}
	for _, test := range tests {
		t.Run(fmt.Sprint(test.schedule), func(t *testing.T) {
			for _, T := range []int{1, 2, 7, 100, 1000} {
				compare(t, test.schedule, test.want, T, 1)
			}
		})
	}
	// Long runs, at the ends and in between.
	for _, i := range []int{1, 5, 6, 7, 8, 9} {
		compare(t, tests[i].schedule, tests[i].want, 1e8, 9999999)
	}
}

// compare asks for eta_1, .., with a stride, and the last three steps.
func compare(t *testing.T, s schedule.Schedule, want func(t, T int) number, T, stride int) {
	t.Helper()
	at := []int{max(1, T-2), max(1, T-1), T}
	for step := 1; step <= T; step += stride {
		at = append(at, step)
	}
	for _, step := range at {
		eta := make([]float64, 1)
		s.Fill(eta, step, T)
		reference, _ := want(step, T).Float64()
		if tolerance := 2e-15 * math.Abs(reference); !(math.Abs(eta[0]-reference) <= tolerance) && math.Abs(reference) > 1e-60 {
			t.Fatalf("%v: eta_%d of %d is %.17g, want %.17g", s, step, T, eta[0], reference)
		}
	}
}

func TestEndsAtZero(t *testing.T) {
	ends := []schedule.Schedule{
		schedule.LinearDecay{Alpha: 0.3}, schedule.Cosine{Alpha: 0.3},
		schedule.WarmupStableDecay{Alpha: 0.3, Cooldown: 0.2, Shape: schedule.Linear},
		schedule.WarmupStableDecay{Alpha: 0.3, Cooldown: 0.7, Shape: schedule.OneMinusSqrt},
		schedule.Cooldown{Of: schedule.Constant{Step: 3}, Fraction: 1, Shape: schedule.OneMinusSqrt},
	}
	for _, s := range ends {
		for T := 1; T <= 3000; T++ {
			eta := []float64{1}
			s.Fill(eta, T, T)
			if eta[0] != 0 {
				t.Fatalf("%v: eta_T is %g for T = %d", s, eta[0], T)
			}
			if T < 2 {
				continue
			}
			if s.Fill(eta, T-1, T); eta[0] <= 0 {
				t.Fatalf("%v: eta_{T-1} is %g for T = %d", s, eta[0], T)
			}
		}
	}
}

// TestNeverRises holds to the last bit: Zinkevich's theorem asks for it.
func TestNeverRises(t *testing.T) {
	const T = 1_000_000
	eta := make([]float64, T)
	for _, s := range []schedule.Schedule{
		schedule.InverseSqrt{Alpha: 0.3}, schedule.InverseTime{Alpha: 0.3, Offset: 0.1}, schedule.Polynomial{Alpha: 0.3, Power: 0.1},
		schedule.LinearDecay{Alpha: 0.3}, schedule.Cosine{Alpha: 0.3},
		schedule.WarmupStableDecay{Alpha: 0.3, Cooldown: 0.9, Shape: schedule.Linear},
		schedule.WarmupStableDecay{Alpha: 0.3, Cooldown: 0.9, Shape: schedule.OneMinusSqrt},
		schedule.StepDecay{Alpha: 0.3, Factor: 0.99, Every: 1000}, schedule.Exponential{Alpha: 0.3, Ratio: 1 - 1e-9},
	} {
		s.Fill(eta, 1, T)
		for i := 1; i < T; i++ {
			if eta[i] > eta[i-1] {
				t.Errorf("%v: eta_%d = %.17g rises above eta_%d = %.17g", s, i+1, eta[i], i, eta[i-1])
				break
			}
		}
	}
}
