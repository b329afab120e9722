package problemtest

import (
	"fmt"
	"math"

	"regret/problems/linear"
)

// gradientBound: |g_i| <= G.
func (e *experiment) gradientBound() error { return e.longest("G", e.term) }

// lossGradientBound: |g_i| <= Gloss without the term l1 |theta|_1.
func (e *experiment) lossGradientBound() error {
	objective, composite := e.p.Objective.(interface {
		Split() (*linear.Model, float64)
	})
	if !composite {
		return nil
	}
	losses, _ := objective.Split()
	return e.longest("Gloss", func(i int) function {
		return func(x []float64) (float64, []float64) {
			g := make([]float64, e.d)
			return losses.Subgradient(g, x, i), g
		}
	})
}

// longest looks for subgradients longer than the claim at random points of the
// domain, and at those where the direction of the term's own gradient leads.
func (e *experiment) longest(name string, term func(i int) function) error {
	claim, known := e.claim(name)
	if !known {
		return nil
	}
	for i := range e.n {
		x := e.point()
		for range 6 {
			_, g := term(i)(x)
			if norm(g) > claim*(1+1e-12) {
				return fmt.Errorf("the subgradient of term %d has norm %.17g, claimed %s = %.17g", i, norm(g), name, claim)
			}
			least, largest, ok := e.opposite(g)
			if !ok {
				break
			}
			x = largest
			if e.random.IntN(2) == 0 {
				x = least
			}
		}
	}
	return nil
}

// noise: the root mean square of |g_i - grad F| is at most sigma.
func (e *experiment) noise() error {
	claim, known := e.claim("sigma")
	if !known || e.p.Ordered { // rows of ordered problems are not drawn
		return nil
	}
	for range 5 {
		x := e.point()
		_, full := e.objective(x)
		var sum float64
		for i := range e.n {
			_, g := e.term(i)(x)
			sum += math.Pow(distance(g, full), 2) / float64(e.n)
		}
		if math.Sqrt(sum) > claim*(1+1e-12) {
			return fmt.Errorf("the noise of the gradient is %g, claimed sigma = %g", math.Sqrt(sum), claim)
		}
	}
	return nil
}

func (e *experiment) smoothness() error {
	return e.steepest("L", func() function { return e.objective })
}

func (e *experiment) termSmoothness() error {
	return e.steepest("Lmax", func() function { return e.term(e.row()) })
}

// steepest: |grad f(x+v) - grad f(x)| <= L|v|, for random v and along the
// direction of largest curvature, which power iteration finds.
func (e *experiment) steepest(name string, draw func() function) error {
	claim, known := e.claim(name)
	if !known {
		return nil
	}
	for range e.trials {
		f, x := draw(), e.point()
		_, g := f(x)
		v := e.normal(1e-3 * e.radius)
		for range 20 {
			_, there := f(along(x, 1, v))
			change := minus(there, g)
			if norm(change) > claim*norm(v)*(1+1e-9)+1e-13*norm(g) {
				return fmt.Errorf("a gradient changes at the rate %.12g, claimed %s = %.12g", norm(change)/norm(v), name, claim)
			}
			if norm(change) == 0 {
				break
			}
			v = scaled(norm(v)/norm(change), change)
		}
	}
	return nil
}

// strongConvexity: <grad F(x+v) - grad F(x), v> >= mu |v|^2, for random v and
// along the direction of least curvature, which power iteration on L - H finds.
func (e *experiment) strongConvexity() error {
	claim, known := e.claim("mu")
	largest, smooth := e.claim("L")
	if !known {
		return nil
	}
	for range 10 {
		x := e.point()
		_, g := e.objective(x)
		v := e.normal(e.radius)
		for range 100 {
			_, there := e.objective(along(x, 1, v))
			change := minus(there, g)
			square := dot(v, v)
			if dot(change, v) < claim*square*(1-1e-9)-1e-12*(norm(g)+norm(there))*norm(v) {
				return fmt.Errorf("the curvature is %.12g in a direction, claimed mu = %.12g", dot(change, v)/square, claim)
			}
			if !smooth || largest == 0 {
				break
			}
			next := along(v, -1/largest, change)
			if norm(next) == 0 {
				break
			}
			v = scaled(norm(v)/norm(next), next)
		}
	}
	return nil
}
