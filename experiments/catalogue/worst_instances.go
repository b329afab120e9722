package catalogue

import "regret/experiments/worst"

// worstInstance gathers the problems on which bounds are attained under one
// name: "of" tells them apart, by the theorem's ID where there is one.
var worstInstance = Entry{
	Kind:    "worst-instance",
	Doc:     "a problem on which a bound is attained, or that shows a lower one",
	Formula: "that of the instance",
	Source:  "section E of the catalogue of bounds",
	Example: "problems: [{kind: worst-instance, of: zinkevich, D: 2, G: 1}]",
	Variants: []Entry{
		{
			Kind:    "zinkevich",
			New:     func() any { return new(worst.Zinkevich) },
			Doc:     "online; the steps D/(G sqrt T), T a square, have the regret DG sqrt T of the bound zinkevich (E2)",
			Formula: worst.Zinkevich{}.Formula(),
			Source:  "the proof of the bound's tightness: regret show zinkevich",
			Example: "problems: [{kind: worst-instance, of: zinkevich, D: 2, G: 1}]",
		},
		{
			Kind:    "regret-exact",
			New:     func() any { return new(worst.RegretExact) },
			Doc:     "online, built for the steps; they do not increase, eta_1 G <= D, and their regret is the bound regret-exact (E9)",
			Formula: worst.RegretExact{}.Formula(),
			Source:  "the proof of the bound's tightness: regret show regret-exact",
			Example: "problems: [{kind: worst-instance, of: regret-exact, D: 2, G: 1}]",
		},
		{
			Kind:    "last-exact",
			New:     func() any { return new(worst.LastExact) },
			Doc:     "built for the steps, which are positive; the gap of their last iterate is the bound last-exact (E1)",
			Formula: worst.LastExact{}.Formula(),
			Source:  "the proof of the bound's tightness: regret show last-exact",
			Example: "problems: [{kind: worst-instance, of: last-exact, G: 1, R: 1}]",
		},
		{
			Kind:    "touch-once",
			New:     func() any { return new(worst.TouchOnce) },
			Doc:     "the steps R/(G sqrt T) leave the minimax gap RG/sqrt T at the last iterate, the best and the average (E3)",
			Formula: worst.TouchOnce{}.Formula(),
			Source:  "standard",
			Example: "problems: [{kind: worst-instance, of: touch-once, G: 1, R: 1}]",
		},
		{
			Kind:    "absolute-value",
			New:     func() any { return new(worst.AbsoluteValue) },
			Doc:     "constant steps R/((m+1/2) G), m < T whole, fall short of the bound weighted-average by (eta G/2)^2/(2 T eta) (E4)",
			Formula: worst.AbsoluteValue{}.Formula(),
			Source:  "standard",
			Example: "problems: [{kind: worst-instance, of: absolute-value, G: 1, R: 1}]",
		},
		{
			Kind:    "harvey-convex",
			New:     func() any { return new(worst.HarveyConvex) },
			Doc:     "for the steps 1/sqrt t only; their last iterate has at least the gap ln(T-1)/(32 sqrt(T-1)) (E5)",
			Formula: worst.HarveyConvex{}.Formula(),
			Source:  "Harvey, Liaw, Plan and Randhawa (2019)",
			Example: "problems: [{kind: worst-instance, of: harvey-convex}]",
		},
		{
			Kind:    "harvey-strongly-convex",
			New:     func() any { return new(worst.HarveyStronglyConvex) },
			Doc:     "for the steps 1/t only; their last iterate has at least the gap ln(T-1)/(4(T-1)) (E5)",
			Formula: worst.HarveyStronglyConvex{}.Formula(),
			Source:  "Harvey, Liaw, Plan and Randhawa (2019)",
			Example: "problems: [{kind: worst-instance, of: harvey-strongly-convex}]",
		},
		{
			Kind:    "rakhlin-corner",
			New:     func() any { return new(worst.RakhlinCorner) },
			Doc:     "stochastic; the uniform average of the steps c/t is slower by a logarithm than that of the last points (E6)",
			Formula: worst.RakhlinCorner{}.Formula(),
			Source:  "Rakhlin, Shamir and Sridharan (2012), Theorem 4",
			Example: "problems: [{kind: worst-instance, of: rakhlin-corner}]",
		},
		{
			Kind:    "huber-slope",
			New:     func() any { return new(worst.HuberSlope) },
			Doc:     "built for the steps, which are up to 1/L; their last iterate attains the bound gradient-descent (E7)",
			Formula: worst.HuberSlope{}.Formula(),
			Source:  "Drori and Teboulle (2014)",
			Example: "problems: [{kind: worst-instance, of: huber-slope, L: 1, R: 1}]",
		},
		{
			Kind:    "parabola",
			New:     func() any { return new(worst.Parabola) },
			Doc:     "the worst function for gradient descent with long constant steps (E7)",
			Formula: worst.Parabola{}.Formula(),
			Source:  "Drori and Teboulle (2014)",
			Example: "problems: [{kind: worst-instance, of: parabola, L: 1, R: 1}]",
		},
		{
			Kind:    "nesterov-chain",
			New:     func() any { return new(worst.NesterovChain) },
			Doc:     "every method that moves in the span of its gradients leaves at least the gap 3LR^2/(32 T^2) (E8)",
			Formula: worst.NesterovChain{}.Formula(),
			Source:  "Nesterov (2004), Theorem 2.1.7",
			Example: "problems: [{kind: worst-instance, of: nesterov-chain, L: 1}]",
		},
	},
}
