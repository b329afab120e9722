package problems

import (
	"context"
	"errors"
	"fmt"
	"math"
	"slices"

	"regret/problems/domain"
	"regret/problems/optimum"
	"regret/problems/population"
)

// StreamingLogistic is logistic regression on a population: a ~ N(0, H),
// P(y = 1 | a) = 1/(1+exp(-a.theta0)), else y = -1, one fresh sample a step, and
//
//	F(theta) = E log(1+exp(-y a.theta)) + (Ridge/2)|theta|^2
//
// by certified quadrature.
type StreamingLogistic struct {
	population.Features
	Domain domain.Set `param:"domain" group:"domains" default:"whole-space" doc:"convex set that theta lives in"`
	Ridge  float64    `param:"ridge" range:"[0,inf)" default:"0" doc:"lambda of the term (lambda/2)|theta|^2, a part of every f_i"`
}

// Validate asks for valid features and domain and a finite ridge >= 0. In structs
// built in Go a nil Domain is the whole space.
func (p StreamingLogistic) Validate() error {
	if err := p.Features.Validate(); err != nil {
		return err
	}
	if !(p.Ridge >= 0) || math.IsInf(p.Ridge, 1) {
		return errors.New("ridge must be finite and at least 0")
	}
	if v, ok := p.Domain.(interface{ Validate() error }); ok {
		return v.Validate()
	}
	return nil
}

// Build finds the certified minimizer and the constants.
func (p StreamingLogistic) Build(ctx context.Context, optima *optimum.Store) (*Problem, error) {
	if err := p.Validate(); err != nil {
		return nil, err
	}
	if p.Domain == nil {
		p.Domain = domain.WholeSpace{}
	}
	law := population.NewLogistic(population.NewGaussian(p.Features), p.Ridge)
	out := streamed(law, p.Domain, p.Features)
	var err error
	key := fmt.Sprintf("logistic population %x %v %x", p.Features, p.Domain, p.Ridge)
	if out.Optimum, err = optima.Find(key, func() (optimum.Certificate, error) { return law.Minimize(ctx, p.Domain) }); err != nil {
		return nil, err
	}
	out.Constants = p.constants(law, out)
	out.Formula = p.formula()
	return out, nil
}

func (p StreamingLogistic) constants(law *population.Logistic, out *Problem) map[string]Constant {
	all, origin := streamedConstants(out), make([]float64, law.Dim())
	all["L"] = Constant{law.Smoothness(), Certified, "max h_j / 4 + ridge"}
	if out.Domain.Contains(origin, 0) {
		all["L"] = Constant{law.Smoothness(), Exact, "max h_j / 4 + ridge, the curvature at 0"}
	}
	if largest, known := widest(out.Domain, law.H, origin); known {
		all["mu"] = Constant{law.LeastCurvature(largest), Certified,
			"ridge + min h_j * E s'(z) z^2/v, z ~ N(0, v), v = sup theta'H theta; ridge if that is infinite"}
	}
	all["sigma"] = Constant{math.Sqrt(law.Trace()), Certified, "sqrt(tr H), as |g - ridge * theta| <= |a|"}
	if slices.Equal(out.Optimum.Theta, law.Truth) {
		all["sigma_star"] = Constant{math.Sqrt(law.TruthVariance()), Exact, "sqrt(E|a|^2 s'(a.theta0)), by certified quadrature"}
	} else {
		all["sigma_star"] = Constant{math.Sqrt(law.VarianceBound(out.Optimum.Theta)), Certified,
			"sqrt(E|a|^2 s'(a.theta0) + E|a|^2 (a.(u-theta0))^2/16 - |grad F(u) - ridge u|^2), at most sqrt(tr H)"}
	}
	all["Lexp"] = Constant{law.ExpectedSmoothness(), Certified,
		"(tr H + 2 max h_j)/4 + ridge: E|g(theta) - g(u)|^2 <= 2 Lexp (F(theta) - F(u))"}
	return all
}

// formula is F in LaTeX.
func (p StreamingLogistic) formula() string {
	f := `F(\theta)=\mathbb E\log\bigl(1+e^{-y\,a^\top\theta}\bigr)`
	where := gaussianTeX(p.Features) + `,\ \mathbb P(y=1\mid a)=1/(1+e^{-a^\top\theta^0})=1-\mathbb P(y=-1\mid a)`
	if p.Ridge != 0 {
		f += `+\frac{\lambda}{2}\|\theta\|^2`
		where += `,\ \lambda=` + texNumber(p.Ridge)
	}
	return f + `,\quad ` + where
}
