package worst

import (
	"errors"

	"regret/optim/bound"
	"regret/problems"
	"regret/problems/domain"
)

// lipschitz holds the constants of convex functions on the whole space.
type lipschitz struct {
	G float64 `param:"G" doc:"norm of the subgradients" range:"(0,inf)" default:"1"`
	R float64 `param:"R" doc:"distance of the start from the minimizer" range:"(0,inf)" default:"1"`
}

// Validate asks for G, R > 0.
func (l lipschitz) Validate() error { return errors.Join(positive("G", l.G), positive("R", l.R)) }

// Constants implements Kind.
func (l lipschitz) Constants() map[string]problems.Constant {
	constants := kinked()
	constants["D"] = unbounded
	constants["G"] = exact(l.G, "|g_t| for every t")
	constants["R"] = exact(l.R, "|x_1 - u|")
	return constants
}

// LastExact is the problem on which the last iterate of the given steps attains
// the bound last-exact.
type LastExact struct{ lipschitz }

// NewLastExact returns the instance with the given constants.
func NewLastExact(G, R float64) LastExact { return LastExact{lipschitz{G, R}} }

// Formula implements Kind.
func (LastExact) Formula() string {
	return `f(x) = \max(0, \max_{t \le T} g_t^\top x),\quad \|g_t\| = G`
}

// BuildFor implements Kind; eta_1..eta_{T-1} must be positive.
func (w LastExact) BuildFor(steps bound.Steps, T int) (*problems.Problem, error) {
	return setting{w, steps, T, domain.WholeSpace{}}.ordered(bound.WorstLast(steps, T, w.G, w.R))
}

// TouchOnce is the problem on which constant steps R/(G sqrt T) leave the minimax
// gap RG/sqrt T at the last iterate, the best one and the average.
type TouchOnce struct{ lipschitz }

// NewTouchOnce returns the instance with the given constants.
func NewTouchOnce(G, R float64) TouchOnce { return TouchOnce{lipschitz{G, R}} }

// Formula implements Kind.
func (TouchOnce) Formula() string { return `f(x) = \max(0, G \max_{i \le T} x_i)` }

// BuildFor implements Kind.
func (w TouchOnce) BuildFor(steps bound.Steps, T int) (*problems.Problem, error) {
	return setting{w, steps, T, domain.WholeSpace{}}.ordered(bound.TouchOnce(T, w.G, w.R))
}

// AbsoluteValue is G|x| from R. For constant steps eta with R = (m+1/2) eta G, m < T
// whole, the step-weighted average of f is below the bound weighted-average by
// exactly (eta G/2)^2/(2 T eta).
type AbsoluteValue struct{ lipschitz }

// NewAbsoluteValue returns the instance with the given constants.
func NewAbsoluteValue(G, R float64) AbsoluteValue { return AbsoluteValue{lipschitz{G, R}} }

// Formula implements Kind.
func (AbsoluteValue) Formula() string { return `f(x) = G\,|x|` }

// BuildFor implements Kind.
func (w AbsoluteValue) BuildFor(steps bound.Steps, T int) (*problems.Problem, error) {
	return setting{w, steps, T, domain.WholeSpace{}}.ordered(bound.AbsoluteValue(T, w.G, w.R))
}
