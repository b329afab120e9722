package worst

import (
	"errors"

	"regret/optim/bound"
	"regret/problems"
	"regret/problems/domain"
)

// interval holds the constants of the two online instances.
type interval struct {
	D float64 `param:"D" doc:"diameter of the domain" range:"(0,inf)" default:"1"`
	G float64 `param:"G" doc:"bound on the subgradients" range:"(0,inf)" default:"1"`
}

// Validate asks for D, G > 0.
func (i interval) Validate() error { return errors.Join(positive("D", i.D), positive("G", i.G)) }

// Formula is that of linear losses.
func (interval) Formula() string { return `f_t(x) = a_t^\top x` }

func (i interval) constants(diameter string) map[string]problems.Constant {
	return map[string]problems.Constant{
		"D": exact(i.D, diameter),
		"G": exact(i.G, "|a_t| for every t"),
		"R": exact(i.D, "|x_1 - u|"),
	}
}

// Zinkevich is the online problem on which constant steps D/(G sqrt T), T a square,
// attain the bound zinkevich: regret DG sqrt T.
type Zinkevich struct{ interval }

// NewZinkevich returns the instance with the given constants.
func NewZinkevich(D, G float64) Zinkevich { return Zinkevich{interval{D, G}} }

// Constants implements Kind.
func (w Zinkevich) Constants() map[string]problems.Constant {
	return w.constants("length of the interval [-D/2, D/2]")
}

// BuildFor implements Kind; T must be a square.
func (w Zinkevich) BuildFor(steps bound.Steps, T int) (*problems.Problem, error) {
	set := domain.Box{Lo: -w.D / 2, Hi: w.D / 2}
	return setting{w, steps, T, set}.online(bound.WorstZinkevich(w.D, w.G, T))
}

// RegretExact is the online problem on which the given steps attain the bound
// regret-exact.
type RegretExact struct{ interval }

// NewRegretExact returns the instance with the given constants.
func NewRegretExact(D, G float64) RegretExact { return RegretExact{interval{D, G}} }

// Constants implements Kind.
func (w RegretExact) Constants() map[string]problems.Constant {
	return w.constants("diameter of the hull of the iterates and u")
}

// BuildFor implements Kind; the steps must not increase, and eta_1 G <= D.
func (w RegretExact) BuildFor(steps bound.Steps, T int) (*problems.Problem, error) {
	return setting{w, steps, T, domain.WholeSpace{}}.online(bound.WorstRegret(steps, T, w.D, w.G))
}
