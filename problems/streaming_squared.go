package problems

import (
	"context"
	"errors"
	"fmt"
	"math"

	"regret/problems/domain"
	"regret/problems/optimum"
	"regret/problems/population"
)

// StreamingSquared is least squares on a population: a ~ N(0, H), y = a.theta0 + e,
// one fresh sample a step, and
//
//	F(theta) = (1/2)(theta-theta0)'H(theta-theta0) + E e^2/2 + (Ridge/2)|theta|^2.
type StreamingSquared struct {
	population.Features
	population.Noise
	Domain domain.Set `param:"domain" group:"domains" default:"whole-space" doc:"convex set that theta lives in"`
	Ridge  float64    `param:"ridge" range:"[0,inf)" default:"0" doc:"lambda of the term (lambda/2)|theta|^2, a part of every f_i"`
}

// mostConstrained is the dimension up to which a minimizer is found that is not
// theta0: the solver factorizes matrices of that size.
const mostConstrained = 2000

// Validate asks for valid features, noise and domain and a finite ridge >= 0. In
// structs built in Go a nil Domain is the whole space.
func (p StreamingSquared) Validate() error {
	if err := errors.Join(p.Features.Validate(), p.Noise.Validate()); err != nil {
		return err
	}
	if v, ok := p.Domain.(interface{ Validate() error }); ok {
		if err := v.Validate(); err != nil {
			return err
		}
	}
	switch {
	case !(p.Ridge >= 0) || math.IsInf(p.Ridge, 1):
		return errors.New("ridge must be finite and at least 0")
	case !p.free() && p.Dim > mostConstrained:
		return fmt.Errorf("dim must be at most %d with a ridge or a domain", mostConstrained)
	}
	return nil
}

func (p StreamingSquared) set() domain.Set {
	if p.Domain == nil {
		return domain.WholeSpace{}
	}
	return p.Domain
}

// free says whether theta0 is the minimizer by construction.
func (p StreamingSquared) free() bool { return p.set() == domain.WholeSpace{} && p.Ridge == 0 }

// Build finds the certified minimizer and the constants.
func (p StreamingSquared) Build(ctx context.Context, optima *optimum.Store) (*Problem, error) {
	if err := p.Validate(); err != nil {
		return nil, err
	}
	law := &population.Squared{Gaussian: population.NewGaussian(p.Features), Noise: p.Noise, Ridge: p.Ridge}
	out := streamed(law, p.set(), struct {
		population.Features
		population.Noise
	}{p.Features, p.Noise})
	const rounding = 0x1p-50 // of F, from which gaps are differences
	out.Optimum = optimum.Certificate{Theta: law.Truth, Gap: rounding * law.Value(law.Truth),
		Method: "theta0, where the gradient is 0; the gap is rounding"}
	if !p.free() {
		var err error
		if out.Optimum, err = optima.Minimize(ctx, law.Equivalent(), p.set()); err != nil {
			return nil, err
		}
	}
	out.Optimum.Value = law.Value(out.Optimum.Theta)
	out.Optimum = out.Optimum.Against(law.Value(out.Start))
	out.Constants = p.constants(law, out)
	out.Formula = p.formula()
	return out, nil
}

// constants adds what is known of least squares in closed form.
func (p StreamingSquared) constants(law *population.Squared, out *Problem) map[string]Constant {
	all := streamedConstants(out)
	all["L"] = Constant{law.H[0] + p.Ridge, eigenvaluesOn(p.set()), "max h_j + ridge"}
	all["Lexp"] = Constant{law.ExpectedSmoothness(), Certified,
		"max_j (h_j (tr H + 2 h_j) + 2 ridge h_j + ridge^2)/(h_j + ridge): E|g(theta) - g(u)|^2 <= 2 Lexp (F(theta) - F(u))"}
	if p.set() == (domain.WholeSpace{}) {
		all["Lexp"] = Constant{all["Lexp"].Value, Exact, all["Lexp"].Formula}
	}
	all["mu"] = Constant{law.H[len(law.H)-1] + p.Ridge, eigenvaluesOn(p.set()), "min h_j + ridge"}
	all["sigma_star"] = Constant{math.Sqrt(law.Variance(out.Optimum.Theta)), Exact,
		"sqrt(sum_j h_j (tr H + h_j)(u_j - theta0_j)^2 + E|a|^2 e^2)"}
	switch spread, known := widest(out.Domain, law.Spread(), law.Truth); {
	case math.IsInf(spread, 1):
		all["sigma"] = Constant{spread, Exact, "the noise grows with |theta - theta0|, without bound on this domain"}
	case known:
		all["sigma"] = Constant{math.Sqrt(spread+law.Energy()) * (1 + 1e-12), Certified,
			"sqrt(sup_theta sum_j h_j (tr H + h_j)(theta_j - theta0_j)^2 + E|a|^2 e^2), the supremum at a corner or by its Lagrangian dual"}
	}
	if p.free() {
		all["Rx"] = Constant{law.Radius(), Exact, "sqrt(tr H + 2 max h_j): E|a|^2 a a' <= Rx^2 H"}
		all["noise"] = Constant{law.Level(), Exact, "E e^2 a a' <= noise^2 H"}
	}
	return all
}

// formula is F in LaTeX.
func (p StreamingSquared) formula() string {
	f := `F(\theta)=\tfrac12\mathbb E\bigl(a^\top\theta-y\bigr)^2`
	where := gaussianTeX(p.Features) + `,\ y=a^\top\theta^0+\varepsilon,\ ` + p.noiseTeX()
	if p.Ridge != 0 {
		f += `+\frac{\lambda}{2}\|\theta\|^2`
		where += `,\ \lambda=` + texNumber(p.Ridge)
	}
	return f + `,\quad ` + where
}

func (p StreamingSquared) noiseTeX() string {
	tau := `,\ \tau=` + texNumber(p.Deviation)
	switch p.Law {
	case population.Student:
		return `\varepsilon\sim\tau\sqrt{1-2/\nu}\;t_\nu` + tau + `,\ \nu=` + texNumber(p.Freedom)
	case population.Multiplicative:
		return `\varepsilon\sim N\bigl(0,\tau^2(a^\top\theta^0)^2/s^2\bigr)` + tau
	}
	return `\varepsilon\sim N(0,\tau^2)` + tau
}

// gaussianTeX is the law of the features in LaTeX.
func gaussianTeX(f population.Features) string {
	h := `j^{-` + texNumber(f.Capacity) + `}`
	if f.Condition != 1 {
		h += `\,` + texNumber(f.Condition) + `^{-(j-1)/(d-1)}`
	}
	return `a\sim N(0,\mathrm{diag}(h)),\ h_j=` + h + `,\ \theta^0_j\propto j^{-1/2}h_j^{r-1/2},\ r=` + texNumber(f.Source) +
		`,\ \mathbb E(a^\top\theta^0)^2=s^2,\ s=` + texNumber(f.Signal)
}
