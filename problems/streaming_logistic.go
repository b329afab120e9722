package problems

import (
	"context"
	"errors"
	"math"

	"regret/problems/domain"
	"regret/problems/optimum"
	"regret/problems/population"
)

// StreamingLogistic is logistic regression on a population: a ~ N(0, H),
// P(y = 1 | a) = 1/(1+exp(-a.theta0)), else y = -1, one fresh sample a step, and
//
//	F(theta) = E log(1+exp(-y a.theta)),
//
// by certified quadrature. The minimizer is theta0; a domain must hold it. There
// is no ridge, with which the minimizer would be another.
type StreamingLogistic struct {
	population.Features
	Domain domain.Set `param:"domain" group:"domains" default:"whole-space" doc:"convex set that theta lives in; it must hold theta0"`
}

// Validate asks for valid features and domain.
func (p StreamingLogistic) Validate() error {
	if err := p.Features.Validate(); err != nil {
		return err
	}
	if v, ok := p.Domain.(interface{ Validate() error }); ok {
		return v.Validate()
	}
	return nil
}

// Build computes the constants. It is an error if theta0 is outside the domain.
func (p StreamingLogistic) Build(context.Context, *optimum.Store) (*Problem, error) {
	if err := p.Validate(); err != nil {
		return nil, err
	}
	set := p.Domain
	if set == nil {
		set = domain.WholeSpace{}
	}
	law := population.NewLogistic(population.NewGaussian(p.Features))
	if !set.Contains(law.Truth, 0) {
		return nil, errors.New("domain: theta0 lies outside, and only with theta0 inside is the minimizer of a logistic population known; " +
			"enlarge the domain, lower signal, or take streaming-squared")
	}
	out := streamed(law, set, p.Features)
	out.Optimum = optimum.Certificate{
		Theta: law.Truth, Value: law.Value(law.Truth), Gap: 2 * law.ValueError(law.Truth),
		Method: "theta0, where the gradient is 0; the gap is the error of the quadrature",
	}
	out.Constants = p.constants(law, out)
	out.Formula = `F(\theta)=\mathbb E\log\bigl(1+e^{-y\,a^\top\theta}\bigr),\quad ` + gaussianTeX(p.Features) +
		`,\ \mathbb P(y=1\mid a)=1/(1+e^{-a^\top\theta^0})=1-\mathbb P(y=-1\mid a)`
	return out, nil
}

func (p StreamingLogistic) constants(law *population.Logistic, out *Problem) map[string]Constant {
	all := streamedConstants(out)
	all["L"] = Constant{law.H[0] / 4, Certified, "max h_j / 4"}
	if out.Domain.Contains(make([]float64, law.Dim()), 0) {
		all["L"] = Constant{law.H[0] / 4, Exact, "max h_j / 4, the curvature at 0"}
	}
	if largest, known := widest(out.Domain, law.H, make([]float64, law.Dim())); known {
		all["mu"] = Constant{law.LeastCurvature(largest), Certified,
			"min h_j * E s'(z) z^2/v, z ~ N(0, v), v = sup theta'H theta; 0 if that is infinite"}
	}
	all["sigma"] = Constant{math.Sqrt(law.Trace()), Certified, "sqrt(tr H), as |g| <= |a|"}
	all["sigma_star"] = Constant{math.Sqrt(law.TruthVariance()), Exact, "sqrt(E|a|^2 s'(a.theta0)), by certified quadrature"}
	return all
}
