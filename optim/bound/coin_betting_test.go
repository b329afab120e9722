package bound_test

import (
	"math"
	"math/rand/v2"
	"testing"

	"regret/optim/bound"
)

// bet runs the bettor of Krichevsky and Trofimov on gradients within [-G, G].
func bet(gradients []float64, G, start float64) (wealth, sum, losses float64) {
	wealth = start
	for t, g := range gradients {
		x := -sum / float64(t+1) * wealth
		losses += g * x
		wealth -= g / G * x
		sum += g / G
	}
	return wealth, math.Abs(sum), losses
}

func TestCoinBettingBoundsHold(t *testing.T) {
	random := rand.New(rand.NewPCG(61, 62))
	closest := map[string]float64{}
	for trial := range 400 {
		const G = 1.4
		T, start := 1+random.IntN(300), math.Exp(random.NormFloat64())
		bias := random.Float64()
		gradients := make([]float64, T)
		for i := range gradients {
			gradients[i] = -G
			if random.Float64() > bias {
				gradients[i] = G
			}
			if trial%2 == 1 {
				gradients[i] *= random.Float64()
			}
		}
		wealth, sum, losses := bet(gradients, G, start)
		in := bound.Input{Horizon: T, G: G, Params: map[string]float64{"sum": sum, "wealth": start}}
		b := value(t, "coin-betting-wealth", in)
		if wealth < b*(1-1e-11) {
			t.Errorf("T = %d: wealth %g below %g", T, wealth, b)
		}
		if trial%2 == 0 && !near(wealth, b, 1e-11) {
			t.Errorf("T = %d: outcomes +-1 leave %g, not %g", T, wealth, b)
		}
		for range 20 {
			u := math.Exp(4 * random.NormFloat64())
			regret := losses + G*sum*u // u points against the sum
			in.R = u
			judge(t, closest, "coin-betting-regret", in, regret/float64(T))
		}
	}
	if closest["coin-betting-regret"] < 0.6 {
		t.Errorf("no run comes closer than %g", closest["coin-betting-regret"])
	}
}

// TestPotentialOfLongGames: with all outcomes on one side the potential is the product
// 2^T (1/2) (3/4) (5/6) ...; for S = 0 it falls like 1/sqrt(pi T/2).
func TestPotentialOfLongGames(t *testing.T) {
	for _, T := range []int{1, 2, 7, 40, 1000} {
		in := bound.Input{Horizon: T, G: 1, Params: map[string]float64{"sum": float64(T)}}
		want := 1.0
		for k := 1; k <= T; k++ {
			want *= 2 * (float64(k) - 0.5) / float64(k)
		}
		if got := value(t, "coin-betting-wealth", in); !near(got, want, 1e-11) {
			t.Errorf("T = %d: %.15g, want %.15g", T, got, want)
		}
	}
	const T = 1_000_000
	in := bound.Input{Horizon: T, G: 1, Params: map[string]float64{"sum": 0}}
	want := math.Sqrt(2/(math.Pi*T)) * (1 - 1.0/(4*T))
	if got := value(t, "coin-betting-wealth", in); !near(got, want, 1e-12) {
		t.Errorf("%.15g, want %.15g", got, want)
	}
	in.Params["sum"] = T + 1
	if err := theorem(t, "coin-betting-wealth").Applies(in); err == nil {
		t.Error("a sum of T+1 outcomes is accepted")
	}
}
