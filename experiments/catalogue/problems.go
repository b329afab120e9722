package catalogue

import (
	"regret/problems"
	"regret/problems/dataset"
)

// What the targets of a problem's data may be.
var (
	regression = []dataset.Task{dataset.Regression}
	twoClass   = []dataset.Task{dataset.TwoClass}
)

var problemKinds = []Entry{
	{
		Kind:    "squared",
		Tasks:   regression,
		New:     func() any { return new(problems.Squared) },
		Doc:     "least squares",
		Formula: `\phi(z, y) = \tfrac12 (z - y)^2`,
		Source:  "standard",
		Example: "problems: [{kind: squared, data: diabetes, domain: {ball: 100}}]",
	},
	{
		Kind:    "logistic",
		Tasks:   twoClass,
		New:     func() any { return new(problems.Logistic) },
		Doc:     "logistic regression, two classes",
		Formula: `\phi(z, y) = \log(1 + e^{-yz})`,
		Source:  "standard",
		Example: "problems: [{kind: logistic, data: breast-cancer, domain: {ball: 5}}]",
	},
	{
		Kind:    "hinge",
		Tasks:   twoClass,
		New:     func() any { return new(problems.Hinge) },
		Doc:     "support vector machine, two classes",
		Formula: `\phi(z, y) = \max(0, 1 - yz)`,
		Source:  "standard",
		Example: "problems: [{kind: hinge, data: heart, ridge: 1/n}]",
	},
	{
		Kind:    "absolute",
		Tasks:   regression,
		New:     func() any { return new(problems.Absolute) },
		Doc:     "least absolute deviations",
		Formula: `\phi(z, y) = |z - y|`,
		Source:  "standard",
		Example: "problems: [{kind: absolute, data: {synthetic: {rows: 1000, dim: 20}}, domain: {ball: 2}}]",
	},
	{
		Kind:    "huber",
		Tasks:   regression,
		New:     func() any { return new(problems.Huber) },
		Doc:     "quadratic near 0, linear beyond delta",
		Formula: `\phi(z, y) = \tfrac12 r^2 \text{ if } |r| \le \delta \text{ else } \delta |r| - \tfrac12 \delta^2,\ r = z - y`,
		Source:  "Huber (1964)",
		Example: "problems: [{kind: huber, data: concrete, delta: 1, domain: {ball: 100}}]",
	},
	{
		Kind:    "quantile",
		Tasks:   regression,
		New:     func() any { return new(problems.Quantile) },
		Doc:     "quantile regression",
		Formula: `\phi(z, y) = \tau (y - z)_+ + (1 - \tau)(z - y)_+`,
		Source:  "Koenker and Bassett (1978)",
		Example: "problems: [{kind: quantile, data: diabetes, tau: 0.9, domain: {ball: 100}}]",
	},
	worstInstance,
}
