package problemtest

import (
	"fmt"
	"math"
)

// mean: F and its subgradient are the means of the terms', unless each row of an
// ordered problem is one answer for F. Of a population see sampleMean.
func (e *experiment) mean() error {
	if e.p.Ordered || e.p.Stream != nil {
		return nil
	}
	for range 3 {
		x := e.point()
		var sum, size float64
		total := make([]float64, e.d)
		for i := range e.n {
			v, g := e.term(i)(x)
			sum += v / float64(e.n)
			size += math.Abs(v) / float64(e.n)
			total = along(total, 1/float64(e.n), g)
		}
		value, gradient := e.objective(x)
		if math.Abs(value-sum) > 1e-12*size {
			return fmt.Errorf("the value of F is %.17g, the mean of its terms %.17g", value, sum)
		}
		if again := e.p.Objective.Value(x); math.Abs(again-value) > 1e-14*size {
			return fmt.Errorf("the F of Value is %.17g, that of FullSubgradient %.17g", again, value)
		}
		if gap := distance(gradient, total); gap > 1e-10*(1+norm(total)) {
			return fmt.Errorf("the subgradient of F is %g from the mean of its terms'", gap)
		}
	}
	return nil
}

func (e *experiment) termDerivative() error {
	for range e.trials {
		i := e.row()
		if err := e.differences(e.term(i), e.point()); err != nil {
			return fmt.Errorf("term %d: %w", i, err)
		}
	}
	return nil
}

func (e *experiment) derivative() error {
	for range e.trials {
		if err := e.differences(e.objective, e.point()); err != nil {
			return fmt.Errorf("subgradient of F: %w", err)
		}
	}
	return nil
}

// differences: a convex f has, for every h > 0,
//
//	(f(x) - f(x-hv))/h <= <g, v> <= (f(x+hv) - f(x))/h,
//
// at kinks too. For small h the interval is narrow wherever f is smooth. Rounding
// moves x, and with it f by |g||x|, however small f is.
func (e *experiment) differences(f function, x []float64) error {
	v := e.normal(1)
	h := 1e-5 * max(1e-3, e.radius)
	here, g := f(x)
	ahead, _ := f(along(x, h, v))
	behind, _ := f(along(x, -h, v))
	noise := 1e-15 * float64(10+e.d) * (math.Abs(here) + math.Abs(ahead) + math.Abs(behind) + norm(g)*(norm(x)+h*norm(v))) / h
	slope, lo, hi := dot(g, v), (here-behind)/h, (ahead-here)/h
	if slope < lo-noise || slope > hi+noise {
		return fmt.Errorf("the subgradient has the slope %.12g along a line, differences say [%.12g, %.12g]", slope, lo, hi)
	}
	return nil
}

// convexity: f((1-t)x + ty) <= (1-t)f(x) + t f(y), for F and for terms.
func (e *experiment) convexity() error {
	for range e.trials {
		x, y, t := e.point(), e.point(), e.random.Float64()
		for _, f := range []function{e.objective, e.term(e.row())} {
			a, _ := f(x)
			b, _ := f(y)
			chord := (1-t)*a + t*b
			if middle, _ := f(along(x, t, minus(y, x))); middle > chord+1e-12*(math.Abs(a)+math.Abs(b)) {
				return fmt.Errorf("not convex: %.17g above the chord's %.17g", middle, chord)
			}
		}
	}
	return nil
}

// subgradientInequality: f(y) >= f(x) + <g(x), y-x>, for F and for terms.
func (e *experiment) subgradientInequality() error {
	for range e.trials {
		x, y := e.point(), e.point()
		for _, f := range []function{e.objective, e.term(e.row())} {
			a, g := f(x)
			b, _ := f(y)
			tangent := a + dot(g, minus(y, x))
			if b < tangent-1e-12*(math.Abs(a)+math.Abs(b)+norm(g)*distance(x, y)) {
				return fmt.Errorf("not a subgradient: %.17g below the tangent's %.17g", b, tangent)
			}
		}
	}
	return nil
}
