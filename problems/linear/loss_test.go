package linear

import (
	"fmt"
	"math"
	"testing"
)

var losses = []Loss{Squared{}, Logistic{}, Hinge{}, Absolute{}, Huber{Delta: 0.7}, Quantile{Tau: 0.2}, Identity{}}

// targets of each loss: both classes, and numbers that are no classes.
func targets(l Loss) []float64 {
	switch l.(type) {
	case Logistic, Hinge:
		return []float64{-1, 1}
	}
	return []float64{-1, 0, 1, 2.5}
}

// margins on a grid that meets the kinks.
func someMargins() []float64 {
	var z []float64
	for k := -40; k <= 40; k++ {
		z = append(z, float64(k)/8)
	}
	return z
}

// each runs f for every loss, target and margin.
func each(t *testing.T, f func(t *testing.T, l Loss, z, y float64)) {
	for _, l := range losses {
		t.Run(fmt.Sprintf("%T", l), func(t *testing.T) {
			for _, y := range targets(l) {
				for _, z := range someMargins() {
					f(t, l, z, y)
				}
			}
		})
	}
}

// phi(x) >= phi(z) + slope (x - z) for all x, and slopes stay in Slopes.
func TestSubgradients(t *testing.T) {
	each(t, func(t *testing.T, l Loss, z, y float64) {
		value, slope := l.Eval(z, y)
		if lo, hi := l.Slopes(y); slope < lo || slope > hi {
			t.Errorf("slope %g at %g, %g is outside [%g, %g]", slope, z, y, lo, hi)
		}
		for _, x := range someMargins() {
			if there, _ := l.Eval(x, y); there < value+slope*(x-z)-1e-14*(1+math.Abs(value)) {
				t.Errorf("no subgradient at %g, %g: phi(%g) = %g", z, y, x, there)
			}
		}
	})
}

// Fenchel and Young: phi(z) + phi*(slope) = slope z, and >= for other slopes.
func TestConjugates(t *testing.T) {
	each(t, func(t *testing.T, l Loss, z, y float64) {
		value, slope := l.Eval(z, y)
		if gap := value + l.Conjugate(slope, y) - slope*z; math.Abs(gap) > 1e-14*(1+math.Abs(z*slope)+math.Abs(value)) {
			t.Errorf("phi + phi* - alpha z = %g at z = %g, y = %g", gap, z, y)
		}
		lo, hi := l.Slopes(y)
		for _, alpha := range []float64{max(lo, -3), min(hi, 3), max(lo, -3)/2 + min(hi, 3)/2} {
			if gap := value + l.Conjugate(alpha, y) - alpha*z; gap < -1e-14*(1+math.Abs(z)+math.Abs(value)) {
				t.Errorf("Fenchel's inequality fails by %g at z = %g, y = %g, alpha = %g", gap, z, y, alpha)
			}
		}
	})
}

func TestConjugatesEndWithTheSlopes(t *testing.T) {
	for _, l := range losses {
		for _, y := range targets(l) {
			lo, hi := l.Slopes(y)
			if !math.IsInf(lo, -1) && !math.IsInf(l.Conjugate(lo-1e-9, y), 1) {
				t.Errorf("%T: phi* is finite below %g", l, lo)
			}
			if !math.IsInf(hi, 1) && !math.IsInf(l.Conjugate(hi+1e-9, y), 1) {
				t.Errorf("%T: phi* is finite above %g", l, hi)
			}
			if at := []float64{l.Conjugate(max(lo, -9), y), l.Conjugate(min(hi, 9), y)}; math.IsInf(at[0], 1) || math.IsInf(at[1], 1) {
				t.Errorf("%T: phi* at the ends is %v", l, at)
			}
		}
	}
}

// The curvature is the derivative of the slope off the kinks, and at most
// MaxCurvature.
func TestCurvatures(t *testing.T) {
	each(t, func(t *testing.T, l Loss, z, y float64) {
		const h = 1e-5
		z += 0.0123 // off the grid, where kinks are
		_, ahead := l.Eval(z+h, y)
		_, behind := l.Eval(z-h, y)
		c := l.Curvature(z, y)
		if math.Abs((ahead-behind)/(2*h)-c) > 1e-9 {
			t.Errorf("curvature %g at z = %g, y = %g, differences say %g", c, z, y, (ahead-behind)/(2*h))
		}
		if c > l.MaxCurvature() {
			t.Errorf("curvature %g is above its maximum %g", c, l.MaxCurvature())
		}
	})
}

// Far out the logistic loss neither overflows nor loses its digits.
func TestLogisticIsStable(t *testing.T) {
	for _, c := range []struct{ z, y, value, slope float64 }{
		{1000, -1, 1000, 1},
		{-1000, 1, 1000, -1},
		{1000, 1, 0, 0},
		{40, 1, 4.248354255291589e-18, -4.248354255291589e-18}, // exp(-40)
		{-40, -1, 4.248354255291589e-18, 4.248354255291589e-18},
		{0, 1, math.Ln2, -0.5},
	} {
		value, slope := Logistic{}.Eval(c.z, c.y)
		if math.Abs(value-c.value) > 1e-15*c.value || math.Abs(slope-c.slope) > 1e-15*math.Abs(c.slope) {
			t.Errorf("at z = %g, y = %g: %g and %g, want %g and %g", c.z, c.y, value, slope, c.value, c.slope)
		}
	}
}
