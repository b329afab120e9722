package worst

import (
	"fmt"
	"math"

	"regret/optim/bound"
	"regret/problems"
	"regret/problems/domain"
)

// HarveyConvex is the problem on the unit ball on which the last iterate of the
// steps 1/sqrt t is off by a logarithm: its gap is at least ln(T-1)/(32 sqrt(T-1)).
type HarveyConvex struct{}

// Validate has nothing to refuse.
func (HarveyConvex) Validate() error { return nil }

// Formula implements Kind.
func (HarveyConvex) Formula() string { return `f(x) = \max_{i \le T} h_i^\top x` }

// Constants implements Kind.
func (HarveyConvex) Constants() map[string]problems.Constant {
	constants := unitBall()
	constants["G"] = problems.Constant{Value: 1, Provenance: problems.Certified, Formula: "above max_i |h_i|"}
	return constants
}

// BuildFor implements Kind; the steps are 1/sqrt t, and T is at least 2.
func (w HarveyConvex) BuildFor(steps bound.Steps, T int) (*problems.Problem, error) {
	if err := follow(steps, T, "1/sqrt(t)", func(t float64) float64 { return 1 / math.Sqrt(t) }); err != nil {
		return nil, err
	}
	return setting{w, steps, T, domain.Ball{Radius: 1}}.ordered(bound.HarveyConvex(T))
}

// HarveyStronglyConvex is the like for the steps 1/t: the gap of the last iterate
// is at least ln(T-1)/(4(T-1)).
type HarveyStronglyConvex struct{}

// Validate has nothing to refuse.
func (HarveyStronglyConvex) Validate() error { return nil }

// Formula implements Kind.
func (HarveyStronglyConvex) Formula() string {
	return `f(x) = \max_{i \le T} h_i^\top x + \tfrac12 \|x\|^2`
}

// Constants implements Kind.
func (HarveyStronglyConvex) Constants() map[string]problems.Constant {
	constants := unitBall()
	constants["G"] = problems.Constant{
		Value: 1 + math.Sqrt(1+math.Pi*math.Pi/24), Provenance: problems.Certified,
		Formula: "sqrt(1 + pi^2/24) + 1, above max_i |h_i| + |x|",
	}
	constants["mu"] = exact(1, "that of |x|^2/2")
	return constants
}

// BuildFor implements Kind; the steps are 1/t, and T is at least 2.
func (w HarveyStronglyConvex) BuildFor(steps bound.Steps, T int) (*problems.Problem, error) {
	if err := follow(steps, T, "1/t", func(t float64) float64 { return 1 / t }); err != nil {
		return nil, err
	}
	return setting{w, steps, T, domain.Ball{Radius: 1}}.ordered(bound.HarveyStronglyConvex(T))
}

// follow refuses other steps than those for which piece t is a largest one at
// theta_t: its answers would not be subgradients.
func follow(steps bound.Steps, T int, formula string, want func(t float64) float64) error {
	eta := make([]float64, T)
	steps.Fill(eta, 1, T)
	for i, step := range eta[:T-1] {
		if t := float64(i + 1); math.Abs(step-want(t)) > 1e-12*want(t) {
			return fmt.Errorf("the instance answers for the steps %s only: eta_%d = %g", formula, i+1, step)
		}
	}
	return nil
}

func unitBall() map[string]problems.Constant {
	constants := kinked()
	constants["D"] = exact(2, "diameter of the unit ball")
	constants["R"] = exact(0, "the start is a minimizer")
	return constants
}
