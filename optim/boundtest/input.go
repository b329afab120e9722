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
	{"strongly-convex", func(t, _ float64) float64 { return 1 / (mu * t) }},
	{"strongly-convex-weighted", func(t, _ float64) float64 { return 2 / (mu * (t + 1)) }},
	{"inverse-time-shifted", func(t, _ float64) float64 { return 20 / (100 + t) }},
	{"constant-then-inverse-time", switched},
}

// cooldownStart is the last step before the shape "cooldown" falls.
const cooldownStart = 2000

const mu, lmax = 0.1, 9

// switched is 1/(2 Lmax), and from k = t-1 = 4 ceil(Lmax/mu) on (2k+1)/((k+1)^2 mu).
func switched(t, _ float64) float64 {
	if t-1 < 4*math.Ceil(lmax/mu) {
		return 1.0 / (2 * lmax)
	}
	return (2*t - 1) / (t * t * mu)
}

// input is a problem whose constants are all known and finite, with a value for each
// parameter that has no default.
func input(th *bound.Theorem, steps bound.Steps, T int) bound.Input {
	in := bound.Input{
		Steps: steps, Horizon: T,
		D: 2, G: 1.5, Gloss: 1.4, R: 1.3, L: 4, Lmax: lmax, Mu: mu, Sigma: 1.1,
		Observed: []bound.Observed{{D: 1.7, G: 1.2}},
		Params:   map[string]float64{},
	}
	for _, p := range th.Params {
		if math.IsNaN(p.Default) {
			in.Params[p.Name] = 2
		}
		if p.Name == "T0" {
			in.Params[p.Name] = cooldownStart
		}
	}
	for _, need := range th.Needs {
		if need.Name == "unconstrained problem" {
			in.D = math.Inf(1)
		}
	}
	return in
}
