package boundtest

import (
	"math"

	"regret/optim/bound"
)

const horizon = 3000 // longer than a block of the sweeps, and no multiple of one

var nan = math.NaN()

// Shape is eta_t as a formula of t and T.
type Shape func(t, T float64) float64

// Fill implements bound.Steps.
func (s Shape) Fill(eta []float64, t, T int) {
	for i := range eta {
		eta[i] = s(float64(t+i), float64(T))
	}
}

// scaled multiplies steps by a factor.
type scaled struct {
	steps  bound.Steps
	factor float64
}

// Fill implements bound.Steps.
func (s scaled) Fill(eta []float64, t, T int) {
	s.steps.Fill(eta, t, T)
	for i := range eta {
		eta[i] *= s.factor
	}
}

var inverseSqrt = Shape(func(t, _ float64) float64 { return 0.7 / math.Sqrt(t) })

// shapes are the steps that theorems are tried on: some begin or end with zeros,
// some increase.
var shapes = []struct {
	name  string
	steps Shape
}{
	{"constant", func(_, _ float64) float64 { return 0.03 }},
	{"inverse-sqrt", inverseSqrt},
	{"inverse-time", func(t, _ float64) float64 { return 1 / t }},
	{"linear-decay", func(t, T float64) float64 { return 0.05 * (T - t) / T }},
	{"linear-decay-to-one-step", func(t, T float64) float64 { return 0.05 * (T + 1 - t) / T }},
	{"warmup", func(t, T float64) float64 { return 0.05 * min(1, 10*(t-1)/T, 3*(T-t)/T) }},
	{"oscillating", func(t, _ float64) float64 { return 0.04 * (1 + math.Sin(t)) }},
	{"halved", func(t, T float64) float64 {
		step := 2 / (1.5 * math.Sqrt(T))
		for left := T; left > 1 && math.Ceil(left/2) > T-t; left = math.Ceil(left / 2) {
			step /= 2
		}
		return step
	}},
	{"cooldown", func(t, T float64) float64 { return 0.05 * min(1, (T+1-t)/(T+1-cooldownStart)) }},
	{"zero", func(_, _ float64) float64 { return 0 }},
}

// cooldownStart is the last step before the shape "cooldown" falls.
const cooldownStart = 2000

// input is a problem whose constants are all known and finite, and so are the
// parameters that have no default.
func input(steps bound.Steps, T int) bound.Input {
	return bound.Input{
		Steps: steps, Horizon: T,
		D: 2, G: 1.5, R: 1.3, L: 4, Lmax: 9, Mu: 0.1, Sigma: 1.1,
		Observed: []bound.Observed{{D: 1.7, G: 1.2}},
		Params:   map[string]float64{"T0": cooldownStart, "regret": 0.25},
	}
}
