package analysis

import (
	"cmp"

	"regret/experiments/config"
	"regret/optim/bound"
)

// sgd is the kind of method that theorems speak of if they do not name another.
const sgd = "sgd"

// speaksOf says whether a theorem is about the case's method.
func speaksOf(th *bound.Theorem, c *config.Case) bool {
	return cmp.Or(th.Method, sgd) == cmp.Or(c.MethodKind, sgd)
}
