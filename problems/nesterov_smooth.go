package problems

import (
	"context"
	"errors"
	"fmt"
	"math"

	"regret/problems/linear"
	"regret/problems/optimum"
)

// NesterovSmooth is the quadratic that is hard for every method which moves in
// the span of its gradients, from theta_1 = 0,
//
//	F(x) = ((L-Mu)/8) [x_1^2 + sum_{i<d} (x_i-x_{i+1})^2 + b x_d^2 - 2x_1] + (Mu/2)|x|^2.
//
// With Mu = 0 and b = 1 it is least at x_i = 1 - i/(d+1), where it is
// -(L/8) d/(d+1): Nesterov, Introductory Lectures on Convex Optimization (2004),
// Section 2.1.2. With Mu > 0, Q = L/Mu and b = 2/(sqrt Q + 1) it is least at
// x_i = q^i, q = (sqrt Q - 1)/(sqrt Q + 1), the first d coordinates of the minimizer
// of his infinite-dimensional function (Section 2.1.4): b is what the tail leaves
// (Lan and Zhou, Mathematical Programming 171, 2018).
type NesterovSmooth struct {
	Function
	L  float64 `param:"L" range:"(0,inf)" default:"1" doc:"smoothness"`
	Mu float64 `param:"mu" range:"[0,inf)" default:"0" doc:"modulus of strong convexity, below L"`
}

// Validate asks for what Function asks, a finite L > 0 and 0 <= mu < L.
func (p NesterovSmooth) Validate() error {
	if err := errors.Join(p.Function.Validate(), positive("L", p.L)); err != nil {
		return err
	}
	if !(p.Mu >= 0 && p.Mu < p.L) {
		return errors.New("mu must be at least 0 and less than L")
	}
	return nil
}

// last is b, the weight of x_d^2.
func (p NesterovSmooth) last() float64 {
	if p.Mu == 0 {
		return 1
	}
	return 2 / (math.Sqrt(p.L/p.Mu) + 1)
}

// Build finds the certified minimizer and the constants.
func (p NesterovSmooth) Build(ctx context.Context, optima *optimum.Store) (*Problem, error) {
	if err := p.Validate(); err != nil {
		return nil, err
	}
	free := p.minimizer()
	what := described{
		terms: single{p.Dim, p.eval}, start: make([]float64, p.Dim),
		constants: p.curvature(),
		formula: fmt.Sprintf(`F(x)=\tfrac{L-\mu}8\bigl[x_1^2+\sum_{i<d}(x_i-x_{i+1})^2+b\,x_d^2-2x_1\bigr]+\tfrac\mu2\|x\|^2,\quad L=%s,\ \mu=%s,\ b=%s`,
			texNumber(p.L), texNumber(p.Mu), texNumber(p.last())),
	}
	far, _ := farthest(p.set(), free)
	what.constants["G"] = Constant{p.L * far, Certified, "L sup|theta - x*|, x* the minimizer over R^d"}
	if math.IsInf(far, 1) {
		what.constants["G"] = Constant{far, Exact, "the gradient is unbounded on an unbounded domain"}
	}
	return p.problem(ctx, p, what, func() (optimum.Certificate, error) { return p.minimum(ctx, optima, free) })
}

// minimizer over R^d in closed form.
func (p NesterovSmooth) minimizer() []float64 {
	x := make([]float64, p.Dim)
	root := math.Sqrt(p.L / p.Mu)
	q := (root - 1) / (root + 1)
	for i := range x {
		x[i] = math.Pow(q, float64(i+1))
		if p.Mu == 0 {
			x[i] = 1 - float64(i+1)/float64(p.Dim+1)
		}
	}
	return x
}

// eval writes the gradient to dst, unless that is nil, and returns F(x).
func (p NesterovSmooth) eval(dst, x []float64) float64 {
	var sum linear.Sum
	sum.Add(x[0] * (x[0] - 2))
	for i := range x {
		next, weight := 0.0, p.last()
		if i+1 < len(x) {
			next, weight = x[i+1], 1
		}
		ahead := weight * (x[i] - next)
		sum.Add(ahead * (x[i] - next))
		if dst != nil {
			behind := x[0] - 1
			if i > 0 {
				behind = x[i] - x[i-1]
			}
			dst[i] = (p.L-p.Mu)/4*(ahead+behind) + p.Mu*x[i]
		}
	}
	return (p.L-p.Mu)/8*sum.Value() + p.Mu/2*linear.Dot(x, x)
}

// curvature uses the eigenvalues 2 - 2 cos(i pi/(d+1)), i = 1..d, of the matrix
// tridiag(-1, 2, -1); with b < 1 they lie between 0 and 4 still.
func (p NesterovSmooth) curvature() map[string]Constant {
	if p.Mu > 0 {
		return map[string]Constant{
			"L":  {p.L, Certified, "mu + ((L-mu)/4) 4, above mu + ((L-mu)/4) lambda_max"},
			"mu": {p.Mu, Certified, "that of (mu/2)|x|^2"},
		}
	}
	angle := math.Pi / float64(2*(p.Dim+1))
	cos, sin := math.Cos(angle), math.Sin(angle)
	return map[string]Constant{
		"L":  {p.L * cos * cos, eigenvaluesOn(p.set()), "L cos^2(pi/(2(d+1))), the largest eigenvalue"},
		"mu": {p.L * sin * sin, eigenvaluesOn(p.set()), "L sin^2(pi/(2(d+1))), the least eigenvalue"},
	}
}

// minimum is known where the domain holds the minimizer over R^d; elsewhere F
// plus (L-mu)/8 is minimized as a sum of squares.
func (p NesterovSmooth) minimum(ctx context.Context, optima *optimum.Store, free []float64) (optimum.Certificate, error) {
	set := p.set()
	if set.Contains(free, 0) {
		g := make([]float64, p.Dim)
		value := p.eval(g, free)
		gap := optimum.TangentGap(set, free, g, value, p.curvature()["mu"].Value)
		return optimum.Certificate{Theta: free, Value: value, Gap: gap, Method: "closed form; gradient norm with strong convexity"}, nil
	}
	const largest = 1000 // of dense solves
	if p.Dim > largest {
		return optimum.Certificate{}, fmt.Errorf("dim must be at most %d on this domain, which leaves the minimizer over R^d out", largest)
	}
	best, err := optima.Minimize(ctx, p.squares(), set)
	if err != nil {
		return best, err
	}
	best.Value = p.eval(nil, best.Theta)
	best.Gap += 0x1p-50 * (math.Abs(best.Value) + p.L/8) // sums of other terms
	return best, nil
}

// squares is F + (L-mu)/8 as the mean of squares of x_1 - 1, the differences and x_d.
func (p NesterovSmooth) squares() *linear.Model {
	d, n := p.Dim, p.Dim+1
	scale := math.Sqrt(float64(n) * (p.L - p.Mu) / 4)
	rows := &linear.Dense{N: n, D: d, Data: make([]float64, n*d)}
	y := make([]float64, n)
	rows.Row(0)[0], y[0] = scale, scale
	for i := 1; i < d; i++ {
		rows.Row(i)[i-1], rows.Row(i)[i] = scale, -scale
	}
	rows.Row(d)[d-1] = scale * math.Sqrt(p.last())
	return &linear.Model{Rows: rows, Y: y, Loss: linear.Squared{}, Ridge: p.Mu}
}
