package catalogue

import "regret/problems"

// The deterministic test functions of the field.
var (
	norm = Entry{
		Kind:    "norm",
		New:     func() any { return new(problems.Norm) },
		Doc:     "distance to a point; |theta| on the line",
		Formula: `F(\theta) = \|\theta - c\|`,
		Source:  "standard",
		Example: "problems: [{kind: norm, dim: 2, centre: [3, 4], domain: {ball: 1}}]",
	}
	quadratic = Entry{
		Kind:    "quadratic",
		New:     func() any { return new(problems.Quadratic) },
		Doc:     "ill-conditioned quadratic with curvatures from L to L/condition",
		Formula: `F(\theta) = \tfrac12 \sum_j h_j (\theta_j - c_j)^2,\ h_j = L \kappa^{-(j-1)/(d-1)}`,
		Source:  "standard",
		Example: "problems: [{kind: quadratic, dim: 20, condition: 1000}]",
	}
	huberFunction = Entry{
		Kind:    "huber-function",
		New:     func() any { return new(problems.HuberFunction) },
		Doc:     "Huber's function of the distance to a point",
		Formula: `F(\theta) = \tfrac L2 r^2 \text{ if } r \le \delta \text{ else } L \delta r - \tfrac L2 \delta^2,\ r = \|\theta - c\|`,
		Source:  "Drori and Teboulle (2014), Theorem 3.2",
		Example: "problems: [{kind: huber-function, dim: 1, L: 1, delta: 0.1}]",
	}
	nesterovSmooth = Entry{
		Kind:    "nesterov-smooth",
		New:     func() any { return new(problems.NesterovSmooth) },
		Doc:     "quadratic that is hard for every method in the span of its gradients, convex or strongly convex",
		Formula: `F(x) = \tfrac{L-\mu}8 [x_1^2 + \textstyle\sum_{i<d} (x_i - x_{i+1})^2 + b x_d^2 - 2x_1] + \tfrac\mu2 \|x\|^2`,
		Source:  "Nesterov (2004), Sections 2.1.2 and 2.1.4",
		Example: "problems: [{kind: nesterov-smooth, dim: 100, L: 1}]",
	}
	nesterovNonsmooth = Entry{
		Kind:    "nesterov-nonsmooth",
		New:     func() any { return new(problems.NesterovNonsmooth) },
		Doc:     "maximum of coordinates that is hard for every subgradient method",
		Formula: `F(x) = \gamma \max_i x_i + \tfrac\mu2 \|x\|^2`,
		Source:  "Nesterov (2004), Section 3.2.1",
		Example: "problems: [{kind: nesterov-nonsmooth, dim: 100, domain: {ball: 1}}]",
	}
)
