package linear

import (
	"fmt"
	"math"
	"testing"
)

// finite are the losses that are finite at every margin.
var finite = []Loss{Squared{}, Logistic{}, Hinge{}, Absolute{}, Huber{Delta: 0.7}, Quantile{Tau: 0.2}, Identity{},
	SquaredHinge{}, Poisson{}, Exponential{}}

var losses = append(finite[:len(finite):len(finite)], NegativeLog{})

// targets of each loss: both classes, and numbers that are no classes.
func targets(l Loss) []float64 {
	switch l.(type) {
	case Logistic, Hinge, SquaredHinge, Exponential:
		return []float64{-1, 1}
	case Poisson:
		return []float64{0, 1, 2.5}
	}
	return []float64{-1, 0, 1, 2.5}
}

// someMargins are margins on a grid that meets the kinks, as far as the loss is finite there.
func someMargins(l Loss) []float64 {
	first := -40
	if _, positive := l.(NegativeLog); positive {
		first = 1
	}
	var z []float64
	for k := first; k <= 40; k++ {
		z = append(z, float64(k)/8)
	}
	return z
}

// each runs f for every loss, target and margin.
func each(t *testing.T, f func(t *testing.T, l Loss, z, y float64)) {
	for _, l := range losses {
		t.Run(fmt.Sprintf("%T", l), func(t *testing.T) {
			for _, y := range targets(l) {
				for _, z := range someMargins(l) {
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
		for _, x := range someMargins(l) {
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
			if _, open := l.(NegativeLog); open {
				hi = -1e-9 // 0 is no slope
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
		if math.Abs((ahead-behind)/(2*h)-c) > 1e-9*(1+c*c) {
			t.Errorf("curvature %g at z = %g, y = %g, differences say %g", c, z, y, (ahead-behind)/(2*h))
		}
		if c > l.MaxCurvature() {
			t.Errorf("curvature %g is above its maximum %g", c, l.MaxCurvature())
		}
	})
}

// On every interval of margins, finite or not, CurvatureOn bounds the curvature at
// each point and the slope's rate of change between any two, and is no wider than
// what a fine grid shows.
func TestCurvatureOnIntervals(t *testing.T) {
	for _, l := range losses {
		for _, y := range targets(l) {
			z := someMargins(l)
			for i := range z {
				for _, j := range []int{i, min(i+3, len(z)-1), len(z) - 1} {
					checkCurvatureOn(t, l, z[i], z[j], y)
				}
			}
		}
	}
}

func checkCurvatureOn(t *testing.T, l Loss, lo, hi, y float64) {
	t.Helper()
	least, most := l.CurvatureOn(lo, hi, y)
	seenLeast, seenMost := math.Inf(1), 0.0
	const points = 32
	for k := range points + 1 {
		x := lo + (hi-lo)*float64(k)/points
		c := l.Curvature(x, y)
		seenLeast, seenMost = min(seenLeast, c), max(seenMost, c)
		if k == 0 || lo == hi {
			continue
		}
		_, here := l.Eval(x, y)
		_, before := l.Eval(x-(hi-lo)/points, y)
		rate := (here - before) / ((hi - lo) / points)
		if rate > most*(1+1e-9)+1e-9 || rate < least*(1-1e-9)-1e-9 {
			t.Errorf("%T, y = %g: the slope changes at the rate %g on [%g, %g], CurvatureOn says [%g, %g]", l, y, rate, lo, hi, least, most)
		}
		if rate > seenMost*1.5+1e-9 {
			seenMost = math.Inf(1) // a kink
		}
	}
	if seenLeast < least*(1-1e-12) || seenMost > most*(1+1e-12) && !math.IsInf(seenMost, 1) {
		t.Errorf("%T, y = %g: curvatures [%g, %g] on [%g, %g], CurvatureOn says [%g, %g]", l, y, seenLeast, seenMost, lo, hi, least, most)
	}
	_, below := l.Eval(lo-1e-9, y)
	_, above := l.Eval(hi+1e-9, y)
	if math.IsInf(most, 1) && above > below {
		seenMost = most // a kink, if only at an end
	}
	if seenLeast > least*1.5 || seenMost < most/1.5 && hi > lo {
		t.Errorf("%T, y = %g: CurvatureOn(%g, %g) = [%g, %g] is wider than the [%g, %g] seen", l, y, lo, hi, least, most, seenLeast, seenMost)
	}
}

func TestCurvatureOnTheRealLine(t *testing.T) {
	inf := math.Inf(1)
	for _, c := range []struct {
		loss        Loss
		least, most float64
	}{
		{Squared{}, 1, 1}, {Logistic{}, 0, 0.25}, {Hinge{}, 0, inf}, {Absolute{}, 0, inf}, {Huber{Delta: 1}, 0, 1},
		{Quantile{Tau: 0.2}, 0, inf}, {Identity{}, 0, 0}, {SquaredHinge{}, 0, 2}, {Poisson{}, 0, inf}, {Exponential{}, 0, inf},
	} {
		if least, most := c.loss.CurvatureOn(-inf, inf, 1); least != c.least || most != c.most || most != c.loss.MaxCurvature() {
			t.Errorf("%T: [%g, %g], at most %g; want [%g, %g]", c.loss, least, most, c.loss.MaxCurvature(), c.least, c.most)
		}
	}
	if least, most := (NegativeLog{}).CurvatureOn(0, inf, 1); least != 0 || most != inf {
		t.Errorf("negative log: [%g, %g]", least, most)
	}
}

// Where the exponential overflows, values are infinite and never NaN.
func TestOverflowIsInfinite(t *testing.T) {
	for _, c := range []struct {
		loss         Loss
		z, y         float64
		value, slope float64
	}{
		{Poisson{}, 1000, 3, math.Inf(1), math.Inf(1)},
		{Poisson{}, -1000, 3, 3000, -3},
		{Exponential{}, 1000, -1, math.Inf(1), math.Inf(1)},
		{Exponential{}, 1000, 1, 0, 0},
		{NegativeLog{}, 0, 0, math.Inf(1), math.Inf(-1)},
		{NegativeLog{}, -1, 0, math.Inf(1), math.Inf(-1)},
		{NegativeLog{}, 1e-300, 0, 300 * math.Ln10, -1e300},
		{SquaredHinge{}, 1e200, -1, math.Inf(1), 2e200},
	} {
		value, slope := c.loss.Eval(c.z, c.y)
		if !near(value, c.value) || !near(slope, c.slope) {
			t.Errorf("%T at z = %g, y = %g: %g and %g, want %g and %g", c.loss, c.z, c.y, value, slope, c.value, c.slope)
		}
	}
}

func near(got, want float64) bool { return got == want || math.Abs(got-want) <= 1e-14*math.Abs(want) }

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
