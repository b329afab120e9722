// Package worst holds the problems on which bounds are attained, or which show
// that a logarithm or a constant cannot be improved. They join theorems with
// problems, of which neither knows the other.
//
// Most depend on the horizon, some on the steps too: BuildFor takes the place
// of Build. Their constants are known before, so that steps may depend on them.
package worst

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"math"

	"regret/optim/bound"
	"regret/problems"
	"regret/problems/domain"
	"regret/problems/optimum"
)

// Kind is what all kinds of this package are.
type Kind interface {
	Validate() error
	// Formula is the objective in LaTeX.
	Formula() string
	// Constants are those that do not depend on horizon and steps.
	Constants() map[string]problems.Constant
	// BuildFor returns the problem for a run of T points with the given steps.
	// It is an error if there is none for them.
	BuildFor(steps bound.Steps, T int) (*problems.Problem, error)
}

// setting is what an instance was made for.
type setting struct {
	of    Kind
	steps bound.Steps
	T     int
	set   domain.Set
}

// ordered makes an instance, or the error in its place, into a problem whose
// rows are answers in order. Its comparator is a minimizer by construction. What
// constants depend on horizon and steps are those of the instance.
func (s setting) ordered(in bound.Instance, err error) (*problems.Problem, error) {
	if err != nil {
		return nil, err
	}
	p := s.problem(in)
	p.Ordered = true
	p.Optimum.Value = in.Objective.Value(in.Comparator)
	for name, c := range map[string]problems.Constant{
		"G": exact(in.G, "max_t |g_t|, which depends on the steps"),
		"R": exact(in.R, "|x_1 - u|, which depends on the horizon"),
	} {
		if _, known := p.Constants[name]; !known && !math.IsNaN(c.Value) {
			p.Constants[name] = c
		}
	}
	return p, nil
}

// online makes an instance, or the error in its place, into an online problem. On
// the whole space linear losses have no best point: nothing is claimed of u.
func (s setting) online(in bound.Instance, err error) (*problems.Problem, error) {
	if err != nil {
		return nil, err
	}
	p := s.problem(in)
	p.Online = true
	p.Optimum.Value, p.Optimum.Gap = math.NaN(), math.NaN()
	return p, nil
}

func (s setting) problem(in bound.Instance) *problems.Problem {
	return &problems.Problem{
		Objective: in.Objective,
		Domain:    s.set,
		Start:     in.Start,
		Optimum:   optimum.Certificate{Theta: in.Comparator, Method: "construction"},
		Constants: s.of.Constants(),
		Content:   s.content(),
		Formula:   s.of.Formula(),
	}
}

// content identifies the instance: all that it is built from.
func (s setting) content() string {
	eta := make([]float64, s.T)
	s.steps.Fill(eta, 1, s.T)
	hash := sha256.New()
	fmt.Fprintf(hash, "%T %x %d\n", s.of, s.of, s.T)
	for _, step := range eta {
		fmt.Fprintf(hash, "%x\n", step)
	}
	return hex.EncodeToString(hash.Sum(nil))
}

// positive refuses a parameter that is not finite and above 0.
func positive(name string, value float64) error {
	if !(value > 0) || math.IsInf(value, 1) {
		return fmt.Errorf("%s must be finite and greater than 0", name)
	}
	return nil
}

func exact(value float64, formula string) problems.Constant {
	return problems.Constant{Value: value, Provenance: problems.Exact, Formula: formula}
}

// kinked holds what is common to convex functions of linear pieces whose rows are
// subgradients of the function itself.
func kinked() map[string]problems.Constant {
	return map[string]problems.Constant{
		"L":          exact(math.Inf(1), "the function has kinks"),
		"Lmax":       exact(math.Inf(1), "the function has kinks"),
		"mu":         exact(0, "linear pieces"),
		"sigma":      noiseless,
		"sigma_star": noiseless,
	}
}

var (
	noiseless = exact(0, "each row answers with a subgradient of F")
	unbounded = exact(math.Inf(1), "the domain is the whole space")
)
