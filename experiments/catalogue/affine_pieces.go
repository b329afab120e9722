package catalogue

import "regret/problems"

// Maxima over the rows of data.
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
)
