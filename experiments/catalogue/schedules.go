package catalogue

import "regret/optim/schedule"

var scheduleKinds = []Entry{
	{
		Kind:    "constant",
		New:     func() any { return new(schedule.Constant) },
		Doc:     "the same step at every t",
		Formula: `\eta_t = \eta`,
		Source:  "standard; D/(G*sqrt(T)) minimizes the bound of Zinkevich (2003)",
		Example: "schedules: [{kind: constant, step: D/(G*sqrt(T))}]",
	},
	{
		Kind:    "inverse-sqrt",
		New:     func() any { return new(schedule.InverseSqrt) },
		Doc:     "decay with the root of t, for any horizon",
		Formula: `\eta_t = \frac{\alpha}{\sqrt{t}}`,
		Source:  "Zinkevich (2003)",
		Example: "schedules: [{kind: inverse-sqrt, alpha: D/(sqrt(2)*G)}]",
	},
	{
		Kind:    "inverse-time",
		New:     func() any { return new(schedule.InverseTime) },
		Doc:     "decay with t, for strongly convex problems",
		Formula: `\eta_t = \frac{\alpha}{t + t_0}`,
		Source:  "Robbins and Monro (1951)",
		Example: "schedules: [{kind: inverse-time, alpha: 1, offset: 10}]",
	},
	{
		Kind:    "polynomial",
		New:     func() any { return new(schedule.Polynomial) },
		Doc:     "a power of t",
		Formula: `\eta_t = \alpha\, t^{-p}`,
		Source:  "standard",
		Example: "schedules: [{kind: polynomial, alpha: 1, power: 0.75}]",
	},
	{
		Kind:    "linear-decay",
		New:     func() any { return new(schedule.LinearDecay) },
		Doc:     "linear decay to 0 at T",
		Formula: `\eta_t = \alpha\,\frac{T - t}{T}`,
		Source:  "Zamani and Glineur (2025); Defazio, Cutkosky, Mehta, Mishchenko (2023)",
		Example: "schedules: [{kind: linear-decay, alpha: R/(G*sqrt(T))}]",
	},
	{
		Kind:    "cosine",
		New:     func() any { return new(schedule.Cosine) },
		Doc:     "half a cosine from alpha to 0 at T",
		Formula: `\eta_t = \frac{\alpha}{2}\left(1 + \cos\frac{\pi t}{T}\right)`,
		Source:  "Loshchilov and Hutter (2017)",
		Example: "schedules: [{kind: cosine, alpha: R/(G*sqrt(T))}]",
	},
	{
		Kind:    "warmup-stable-decay",
		New:     func() any { return new(schedule.WarmupStableDecay) },
		Doc:     "linear rise, plateau, and a cooldown to 0 at T",
		Formula: `\eta_t = \alpha\,\min\left(1, \tfrac{t}{w}\right) \min\left(1, \tfrac{T-t}{cT}\right)`,
		Source:  "Hägele et al. (2024)",
		Example: "schedules: [{kind: warmup-stable-decay, alpha: R/(G*sqrt(T)), cooldown: 0.2}]",
	},
	{
		Kind:    "step-decay",
		New:     func() any { return new(schedule.StepDecay) },
		Doc:     "constant stages, each lower than the one before by a factor",
		Formula: `\eta_t = \alpha\, q^{\lfloor (t-1)/m \rfloor}`,
		Source:  "standard",
		Example: "schedules: [{kind: step-decay, alpha: 1, factor: 0.5, every: 1000}]",
	},
	{
		Kind:    "exponential",
		New:     func() any { return new(schedule.Exponential) },
		Doc:     "geometric decay",
		Formula: `\eta_t = \alpha\, q^{t-1}`,
		Source:  "standard",
		Example: "schedules: [{kind: exponential, alpha: 1, ratio: 0.999}]",
	},
	{
		Kind:    "table",
		New:     func() any { return new(schedule.Table) },
		Doc:     "steps from a list or a CSV file",
		Formula: `\eta_1, \eta_2, \dots`,
		Source:  "the user",
		Example: "schedules: [{kind: table, file: steps.csv}]",
	},
	{
		Kind:    "refined",
		New:     func() any { return new(schedule.Refined) },
		Doc:     "linear decay refined by the subgradient norms of a pilot run",
		Formula: `\eta_t = \frac{\alpha}{G_t^2\sqrt{Q_T}}\left(1-\frac{Q_t}{Q_T}\right),\quad Q_t=\sum_{s\le t}G_s^{-2}`,
		Source:  "Defazio et al. (2023)",
		Example: "schedules: [{kind: refined, alpha: R, pilot: results/pilot/curves.csv}]",
	},
	{
		Kind:    "formula",
		New:     func() any { return new(schedule.Formula) },
		Doc:     "whatever you write in terms of t, T and the problem's constants",
		Formula: `\eta_t = \eta(t, T)`,
		Source:  "the user",
		Example: `schedules: [{name: mine, kind: formula, step: "R/(G*sqrt(T)) * min(1, 5*(1 - t/T))"}]`,
	},
}

// compositionKinds change any schedule that they are keys of.
var compositionKinds = []Entry{
	{
		Kind:    "warmup",
		New:     func() any { return new(schedule.Warmup) },
		Doc:     "multiplies any schedule by a linear rise",
		Formula: `\min\left(1, \frac{t}{w}\right)`,
		Source:  "standard",
		Example: "schedules: [{kind: inverse-sqrt, alpha: 1, warmup: 100}]",
	},
	{
		Kind:    "cooldown",
		New:     func() any { return new(schedule.Cooldown) },
		Doc:     "multiplies any schedule by a fall to 0 at T",
		Formula: `\min\left(1, \frac{T - t}{cT}\right)`,
		Source:  "Hägele et al. (2024)",
		Example: "schedules: [{kind: constant, step: 0.1, cooldown: {fraction: 0.2, shape: 1-sqrt}}]",
	},
}
