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
	// Rows of ordered problems are not drawn; of a population see sampleNoise.
	if !known || e.p.Ordered || e.p.Stream != nil {
		return nil
	}
	for range 5 {
		if seen := e.deviation(e.point()); seen > claim*(1+1e-12) {
			return fmt.Errorf("the noise of the gradient is %g, claimed sigma = %g", seen, claim)
		}
	}
	return nil
}

// noiseAtOptimum: the root mean square of |g_i - grad F| at u is sigma_star.
func (e *experiment) noiseAtOptimum() error {
	claim, known := e.claim("sigma_star")
	if !known || e.p.Ordered || e.p.Stream != nil {
		return nil
	}
	rounding := 1e-13 * e.deviation(e.p.Start)
	if seen := e.deviation(e.p.Optimum.Theta); math.Abs(seen-claim) > 1e-9*max(seen, claim)+rounding {
		return fmt.Errorf("the noise of the gradient at the optimum is %.12g, claimed sigma_star = %.12g", seen, claim)
	}
	return nil
}

// deviation is the root mean square of |g_i - grad F| at x.
func (e *experiment) deviation(x []float64) float64 {
	_, full := e.objective(x)
	var sum float64
	for i := range e.n {
		_, g := e.term(i)(x)
		sum += math.Pow(distance(g, full), 2) / float64(e.n)
	}
	return math.Sqrt(sum)
}

// expectedSmoothness: the mean of |g_i(x) - g_i(u)|^2 is at most 2 Lexp (F(x) - F*),
// at random points of the domain and at ever smaller steps from u.
func (e *experiment) expectedSmoothness() error {
	claim, known := e.claim("Lexp")
	if !known || e.p.Ordered || e.p.Stream != nil {
		return nil
	}
	u := e.p.Optimum.Theta
	at := make([][]float64, e.n)
	for i := range at {
		_, at[i] = e.term(i)(u)
	}
	for k := range e.trials {
		x := e.point()
		if k%2 == 0 {
			x = e.project(along(u, math.Pow(2, -float64(k%20)), e.normal(e.radius)))
		}
		value, _ := e.objective(x)
		var change float64
		for i := range at {
			_, g := e.term(i)(x)
			change += math.Pow(distance(g, at[i]), 2) / float64(e.n)
		}
		excess := value - e.p.Optimum.Value
		slack := e.p.Optimum.Gap + 1e-13*(math.Abs(value)+math.Abs(e.p.Optimum.Value))
		if change > 2*claim*(excess+slack)*(1+1e-9) {
			return fmt.Errorf("gradients differ from those at the optimum by %.12g in the mean square, claimed 2 Lexp = %.12g times the gap %.12g", change, 2*claim, excess)
		}
	}
	return nil
}

func (e *experiment) smoothness() error {
	return e.steepest("L", e.trials, func() (function, []float64) { return e.objective, e.point() })
}

// termSmoothness looks at random points, at the start, where margins are 0 as a rule,
// and at the points where the direction of the term's own gradient leads.
func (e *experiment) termSmoothness() error {
	return e.steepest("Lmax", max(e.trials, 4*e.n), func() (function, []float64) {
		f, x := e.term(e.row()), e.point()
		_, g := f(x)
		least, largest, ok := e.opposite(g)
		switch k := e.random.IntN(4); {
		case ok && k == 0:
			x = least
		case ok && k == 1:
			x = largest
		case k == 2:
			x = e.p.Start
		}
		return f, x
	})
}

// steepest: |grad f(y) - grad f(x)| <= L|y-x| in the domain, for random y near x and
// along the direction of largest curvature, which power iteration finds.
func (e *experiment) steepest(name string, trials int, draw func() (f function, x []float64)) error {
	claim, known := e.claim(name)
	if !known {
		return nil
	}
	for range trials {
		f, x := draw()
		_, g := f(x)
		v := e.normal(1e-3 * e.radius)
		for range 20 {
			move, there := e.step(f, x, v)
			if norm(move) < norm(v)/2 { // the boundary is in the way
				v = scaled(-1, v)
				move, there = e.step(f, x, v)
			}
			change := minus(there, g)
			if norm(change) > claim*norm(move)*(1+1e-9)+1e-13*norm(g) {
				return fmt.Errorf("a gradient changes at the rate %.12g, claimed %s = %.12g", norm(change)/norm(move), name, claim)
			}
			if norm(change) == 0 {
				break
			}
			v = scaled(norm(v)/norm(change), change)
		}
	}
	return nil
}

// step goes from x towards x+v as far as the domain reaches. It returns the move and
// the gradient at its end.
func (e *experiment) step(f function, x, v []float64) (move, gradient []float64) {
	y := e.project(along(x, 1, v))
	_, gradient = f(y)
	return minus(y, x), gradient
}
