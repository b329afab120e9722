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
		Kind:    "multinomial",
		Tasks:   twoClass,
		New:     func() any { return new(problems.Multinomial) },
		Doc:     "logistic regression, any number of classes",
		Formula: `\log \sum_k e^{z_k} - z_y`,
		Source:  "Boehning (1992)",
		Example: "problems: [{kind: multinomial, data: digits, ridge: 1/n}]",
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
	{
		Kind:    "squared-hinge",
		New:     func() any { return new(problems.SquaredHinge) },
		Doc:     "support vector machine with squared errors, two classes",
		Formula: `\phi(z, y) = \max(0, 1 - yz)^2`,
		Source:  "Fan, Chang, Hsieh, Wang and Lin, LIBLINEAR, JMLR 9 (2008): their L2-loss, without a factor 1/2",
		Example: "problems: [{kind: squared-hinge, data: heart, ridge: 1/n}]",
		Tasks:   twoClass,
	},
	{
		Kind:    "exponential",
		New:     func() any { return new(problems.Exponential) },
		Doc:     "the loss of AdaBoost, two classes",
		Formula: `\phi(z, y) = e^{-yz}`,
		Source:  "Schapire and Singer, Improved boosting algorithms, Machine Learning 37 (1999)",
		Example: "problems: [{kind: exponential, data: heart, domain: {ball: 1}}]",
		Tasks:   twoClass,
	},
	{
		Kind:    "poisson",
		New:     func() any { return new(problems.Poisson) },
		Doc:     "Poisson regression with logarithmic link; targets from 0 on, not centred; log y! is left out",
		Formula: `\phi(z, y) = e^z - yz`,
		Source:  "Nelder and Wedderburn, Generalized linear models, JRSS A 135 (1972)",
		Example: "problems: [{kind: poisson, data: {synthetic: {rows: 1000, dim: 20}}, domain: {ball: 2}}]",
		Tasks:   regression,
	},
	{
		Kind:    "portfolio",
		New:     func() any { return new(problems.Portfolio) },
		Doc:     "minus the logarithm of the factor that a constantly rebalanced portfolio earns in a day, on the simplex",
		Formula: `\phi(z) = -\log z,\quad z = r_i^\top\theta,\ r_{ij} > 0`,
		Source:  "Cover, Universal portfolios, Mathematical Finance 1 (1991)",
		Example: "problems: [{kind: portfolio, data: {market: {days: 1000, assets: 10}}}]",
	},
	{
		Kind:    "streaming-squared",
		New:     func() any { return new(problems.StreamingSquared) },
		Doc:     "least squares on a population: one fresh normal sample a step, F known exactly",
		Formula: `F(\theta) = \tfrac12 \mathbb{E}(a^\top\theta - y)^2,\ a \sim N(0, \mathrm{diag}(h)),\ y = a^\top\theta^0 + \varepsilon`,
		Source:  "Bach and Moulines (2013); capacity and source exponents: Dieuleveut and Bach (2016)",
		Example: "problems: [{kind: streaming-squared, dim: 100, capacity: 2, noise: 0.5}]",
	},
	{
		Kind:    "streaming-logistic",
		New:     func() any { return new(problems.StreamingLogistic) },
		Doc:     "logistic regression on a population: one fresh normal sample a step, F by certified quadrature",
		Formula: `F(\theta) = \mathbb{E}\log(1 + e^{-y a^\top\theta}),\ a \sim N(0, \mathrm{diag}(h)),\ \mathbb{P}(y = 1 \mid a) = 1/(1 + e^{-a^\top\theta^0})`,
		Source:  "standard; quadrature: Trefethen and Weideman (2014)",
		Example: "problems: [{kind: streaming-logistic, dim: 20, signal: 2, ridge: 0.01}]",
	},
	maxAffine, linfRegression, geometricMedian,
	norm, quadratic, huberFunction, nesterovSmooth, nesterovNonsmooth,
	linearLosses, experts,
	worstInstance,
}
