package worst

import (
	"errors"
	"math"

	"regret/optim/bound"
	"regret/problems"
	"regret/problems/domain"
)

// smooth holds the constants of smooth functions on the line.
type smooth struct {
	L float64 `param:"L" doc:"smoothness" range:"(0,inf)" default:"1"`
	R float64 `param:"R" doc:"distance of the start from the minimizer" range:"(0,inf)" default:"1"`
}

// Validate asks for L, R > 0.
func (s smooth) Validate() error { return errors.Join(positive("L", s.L), positive("R", s.R)) }

// Constants implements Kind.
func (s smooth) Constants() map[string]problems.Constant {
	constants := smoothness(exact(s.L, "the largest second derivative"))
	constants["mu"] = exact(0, "the function is linear far out")
	constants["R"] = exact(s.R, "|x_1 - u|")
	return constants
}

func smoothness(L problems.Constant) map[string]problems.Constant {
	return map[string]problems.Constant{"L": L, "Lmax": L, "D": unbounded, "sigma": noiseless, "sigma_star": noiseless}
}

// HuberSlope is the problem on which gradient descent with steps up to 1/L attains
// the bound gradient-descent. Its G depends on the steps, and is that of the
// problem.
type HuberSlope struct{ smooth }

// NewHuberSlope returns the instance with the given constants.
func NewHuberSlope(L, R float64) HuberSlope { return HuberSlope{smooth{L, R}} }

// Formula implements Kind.
func (HuberSlope) Formula() string {
	return `f(x) = \tfrac L2 x^2 \text{ if } |x| \le \delta \text{ else } L \delta |x| - \tfrac L2 \delta^2,` +
		`\quad \delta = R/(2L \textstyle\sum_{t<T} \eta_t + 1)`
}

// BuildFor implements Kind; the steps are up to 1/L.
func (w HuberSlope) BuildFor(steps bound.Steps, T int) (*problems.Problem, error) {
	return setting{w, steps, T, domain.WholeSpace{}}.ordered(bound.HuberSlope(steps, T, w.L, w.R))
}

// Parabola is (L/2) x^2 from R, the worst function for long constant steps.
type Parabola struct{ smooth }

// NewParabola returns the instance with the given constants.
func NewParabola(L, R float64) Parabola { return Parabola{smooth{L, R}} }

// Formula implements Kind.
func (Parabola) Formula() string { return `f(x) = \tfrac L2 x^2` }

// Constants implements Kind.
func (w Parabola) Constants() map[string]problems.Constant {
	constants := w.smooth.Constants()
	constants["G"] = exact(math.Inf(1), "the domain is the whole space")
	constants["mu"] = exact(w.L, "the second derivative")
	return constants
}

// BuildFor implements Kind.
func (w Parabola) BuildFor(steps bound.Steps, T int) (*problems.Problem, error) {
	return setting{w, steps, T, domain.WholeSpace{}}.ordered(bound.Parabola(T, w.L, w.R))
}

// NesterovChain is the quadratic that is hard for every method which moves in the
// span of its gradients: the gap is at least 3LR^2/(32 T^2) after T-1 steps.
type NesterovChain struct {
	L float64 `param:"L" doc:"smoothness" range:"(0,inf)" default:"1"`
}

// Validate asks for L > 0.
func (w NesterovChain) Validate() error { return positive("L", w.L) }

// Formula implements Kind.
func (NesterovChain) Formula() string {
	return `f(x) = \tfrac L4 (\tfrac12 x^\top A x - x_1),\quad A = \mathrm{tridiag}(-1, 2, -1) \in \mathbb{R}^{(2T-1) \times (2T-1)}`
}

// Constants implements Kind. R depends on the horizon, and is that of the problem.
func (w NesterovChain) Constants() map[string]problems.Constant {
	constants := smoothness(problems.Constant{Value: w.L, Provenance: problems.Certified, Formula: "above (L/4) lambda_max(A)"})
	constants["G"] = exact(math.Inf(1), "the domain is the whole space")
	constants["mu"] = problems.Constant{Value: 0, Provenance: problems.Certified, Formula: "the function is convex"}
	return constants
}

// BuildFor implements Kind.
func (w NesterovChain) BuildFor(steps bound.Steps, T int) (*problems.Problem, error) {
	return setting{w, steps, T, domain.WholeSpace{}}.ordered(bound.NesterovChain(T, w.L))
}
