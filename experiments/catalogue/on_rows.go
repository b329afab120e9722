package catalogue

import "regret/problems"

// Maxima over the rows of data, and the mean distance to them.
var (
	maxAffine = Entry{
		Kind:    "max-affine",
		Tasks:   regression,
		New:     func() any { return new(problems.MaxAffine) },
		Doc:     "maximum of affine functions, deterministic",
		Formula: `F(\theta) = \max_i (a_i^\top \theta + y_i)`,
		Source:  "standard",
		Example: "problems: [{kind: max-affine, data: {synthetic: {rows: 100, dim: 5}}, domain: {ball: 1}}]",
	}
	linfRegression = Entry{
		Kind:    "linf-regression",
		Tasks:   regression,
		New:     func() any { return new(problems.LinfRegression) },
		Doc:     "Chebyshev approximation: the largest residual, deterministic",
		Formula: `F(\theta) = \max_i |a_i^\top \theta - y_i|`,
		Source:  "standard",
		Example: "problems: [{kind: linf-regression, data: diabetes, domain: {ball: 100}}]",
	}
	geometricMedian = Entry{
		Kind:    "geometric-median",
		New:     func() any { return new(problems.GeometricMedian) },
		Doc:     "mean distance to the rows of data; targets are left out",
		Formula: `F(\theta) = \tfrac1n \sum_i \|\theta - a_i\|`,
		Source:  "Weber (1909)",
		Example: "problems: [{kind: geometric-median, data: iris}]",
	}
)
