package problems

import (
	"context"
	"errors"
	"math"

	"regret/problems/domain"
	"regret/problems/linear"
	"regret/problems/optimum"
)

// NesterovNonsmooth is the function that is hard for every subgradient method,
//
//	F(x) = Gamma max_i x_i + (Mu/2)|x|^2
//
// with the resisting answer: the subgradient of the first coordinate that is
// largest, so that from theta_1 = 0 each answer tells of one coordinate more.
// Over R^d it is least at x_i = -Gamma/(Mu d), where it is -Gamma^2/(2 Mu d):
// Nesterov, Introductory Lectures on Convex Optimization (2004), Section 3.2.1.
type NesterovNonsmooth struct {
	Function
	Gamma float64 `param:"gamma" range:"(0,inf)" default:"1" doc:"weight of the largest coordinate"`
	Mu    float64 `param:"mu" range:"[0,inf)" default:"1" doc:"modulus of strong convexity; 0 needs a bounded domain"`
}

// Validate asks for what Function asks, a finite gamma > 0 and a finite mu >= 0.
func (p NesterovNonsmooth) Validate() error {
	if err := errors.Join(p.Function.Validate(), positive("gamma", p.Gamma)); err != nil {
		return err
	}
	if !(p.Mu >= 0) || math.IsInf(p.Mu, 1) {
		return errors.New("mu must be finite and at least 0")
	}
	return nil
}

// Build finds the certified minimizer and the constants.
func (p NesterovNonsmooth) Build(ctx context.Context, _ *optimum.Store) (*Problem, error) {
	if err := p.Validate(); err != nil {
		return nil, err
	}
	smoothness := Constant{math.Inf(1), Exact, "the function has kinks"}
	if p.Dim == 1 {
		smoothness = Constant{p.Mu, Exact, "that of (mu/2)|x|^2; the rest is linear"}
	}
	what := described{
		terms: single{p.Dim, p.eval}, start: make([]float64, p.Dim),
		constants: map[string]Constant{
			"G":  p.steepest(),
			"L":  smoothness,
			"mu": {p.Mu, Exact, "that of (mu/2)|x|^2; the rest is linear along rays"},
		},
		formula: `F(x)=\gamma\max_ix_i+\tfrac\mu2\|x\|^2,\quad \gamma=` + texNumber(p.Gamma) + `,\ \mu=` + texNumber(p.Mu),
	}
	return p.problem(ctx, p, what, p.minimum)
}

// eval writes the subgradient of the first largest coordinate to dst, unless
// that is nil, and returns F(x).
func (p NesterovNonsmooth) eval(dst, x []float64) float64 {
	first := 0
	for i, v := range x {
		if v > x[first] {
			first = i
		}
	}
	for i := range dst {
		dst[i] = p.Mu * x[i]
	}
	if dst != nil {
		dst[first] += p.Gamma
	}
	return p.Gamma*x[first] + p.Mu/2*linear.Dot(x, x)
}

// minimum uses that function and domain do not change when coordinates trade
// places: averaged over all orders, a minimizer has equal coordinates s, and
// gamma s + mu d s^2/2 is left to minimize. The certificate's subgradient is
// the mean of all answers there.
func (p NesterovNonsmooth) minimum() (optimum.Certificate, error) {
	d, s := float64(p.Dim), math.Inf(-1)
	if p.Mu > 0 {
		s = -p.Gamma / (p.Mu * d)
	}
	set := p.set()
	switch b := set.(type) {
	case domain.Ball:
		s = max(s, -b.Radius/math.Sqrt(d))
	case domain.Box:
		s = min(max(s, b.Lo), b.Hi)
	case domain.Simplex:
		s = 1 / d
	}
	if math.IsInf(s, -1) {
		return optimum.Certificate{}, errors.New("mu = 0 leaves no minimizer: the largest coordinate is unbounded below on this domain; give mu > 0 or a bounded domain")
	}
	u, g := make([]float64, p.Dim), make([]float64, p.Dim)
	for i := range u {
		u[i] = s
	}
	set.Project(u)
	for i := range u {
		g[i] = p.Gamma/d + p.Mu*u[i]
	}
	value := p.eval(nil, u)
	gap := optimum.TangentGap(set, u, g, value, p.Mu)
	return optimum.Certificate{Theta: u, Value: value, Gap: gap, Method: "closed form; Frank-Wolfe gap or subgradient norm with strong convexity"}, nil
}

// steepest is G = sup |gamma e_i + mu x|, x_i the largest coordinate. The norm is
// convex and so largest at an extreme point of {x in the domain : x_j <= x_i}: in
// a box all coordinates low, or x_i high and the others at the end farther from 0.
// On ball and simplex x along e_i attains gamma + mu sup|x|.
func (p NesterovNonsmooth) steepest() Constant {
	if p.Mu == 0 {
		return Constant{p.Gamma, Exact, "gamma"}
	}
	if b, ok := p.set().(domain.Box); ok {
		others := float64(p.Dim - 1)
		corner := func(first, other float64) float64 {
			return math.Hypot(p.Gamma+p.Mu*first, p.Mu*other*math.Sqrt(others))
		}
		G := max(corner(b.Lo, b.Lo), corner(b.Hi, max(math.Abs(b.Lo), math.Abs(b.Hi))))
		return Constant{G, Exact, "|gamma e_i + mu x| at the worst corner"}
	}
	return Constant{p.Gamma + p.Mu*p.set().Norm(p.Dim), Exact, "gamma + mu sup|theta|"}
}
