package problemtest

import (
	"fmt"
	"math"

	"regret/problems"
)

// strongConvexity: <grad F(y) - grad F(x), y-x> >= mu |y-x|^2 in the domain, for
// random y, far from x or near it, and along the direction of least curvature, which
// power iteration on L - H finds.
func (e *experiment) strongConvexity() error {
	mu, known := e.claim("mu")
	largest, smooth := e.claim("L")
	if !known {
		return nil
	}
	if e.p.Constants["mu"].Provenance == problems.CertifiedInSpan {
		return e.convexityInSpan(mu, largest)
	}
	for k := range 20 {
		x := e.point()
		if err := e.growth(x, mu); err != nil {
			return err
		}
		_, g := e.objective(x)
		v := e.normal(e.radius * []float64{1, 1e-3}[k%2])
		for range 100 {
			move, there := e.step(e.objective, x, v)
			change := minus(there, g)
			if err := curvature(change, move, mu, norm(g)+norm(there)); err != nil {
				return err
			}
			next := along(move, -1/largest, change)
			if !smooth || largest == 0 || norm(next) == 0 {
				break
			}
			v = scaled(norm(v)/norm(next), next)
		}
	}
	return nil
}

// convexityInSpan is strongConvexity for directions in the span of the gradients'
// changes, which holds H v for every v, and for points start + H v.
func (e *experiment) convexityInSpan(mu, largest float64) error {
	origin := e.p.Start
	_, g := e.objective(origin)
	apply := func(v []float64) []float64 {
		_, there := e.objective(along(origin, 1, v))
		return minus(there, g)
	}
	x := origin
	for range 1000 { // gradient steps, which end at the minimizer of the span
		_, g := e.objective(x)
		x = along(x, -1/largest, g)
	}
	if err := e.growth(x, mu); err != nil {
		return err
	}
	for range 20 {
		v := e.normal(e.radius)
		for range 100 {
			next := along(v, -1/largest, apply(v))
			v = scaled(e.radius/norm(next), next)
			w := apply(v)
			if err := curvature(apply(w), w, mu, norm(g)); err != nil {
				return err
			}
			if err := e.growth(along(origin, 1, w), mu); err != nil {
				return err
			}
		}
	}
	return nil
}

// curvature: <change, move> >= mu |move|^2, where change is the difference of two
// gradients of the given size.
func curvature(change, move []float64, mu, size float64) error {
	square := dot(move, move)
	if dot(change, move) < mu*square*(1-1e-9)-1e-12*size*norm(move) {
		return fmt.Errorf("the curvature is %.12g in a direction, claimed mu = %.12g", dot(change, move)/square, mu)
	}
	return nil
}

// growth: F(x) - F* >= (mu/2) |x-u|^2, which binds the optimum to the set where mu is
// claimed. A certified u is within sqrt(2 gap/mu) of the minimizer for which this holds.
func (e *experiment) growth(x []float64, mu float64) error {
	if e.p.Online || mu == 0 {
		return nil
	}
	value, _ := e.objective(x)
	best := e.p.Optimum
	r := distance(x, best.Theta)
	least := mu / 2 * math.Pow(max(0, r-math.Sqrt(2*best.Gap/mu)), 2)
	if value-best.Value < least*(1-1e-9)-1e-13*(math.Abs(value)+math.Abs(best.Value))-best.Gap {
		return fmt.Errorf("at the distance %.12g from its minimizer F has risen by %.12g, claimed mu = %.12g", r, value-best.Value, mu)
	}
	return nil
}
