package figure

import (
	"math"
	"testing"
)

func rangeOf(log bool, curves ...[]float64) scale {
	e := extent{log: log}
	for _, c := range curves {
		e.measured(c)
	}
	return e.scale()
}

// geometric is n values from a to b in equal ratios.
func geometric(a, b float64, n int) (v []float64) {
	for i := range n {
		v = append(v, a*math.Pow(b/a, float64(i)/float64(n-1)))
	}
	return v
}

func TestRangeShowsAllOrdinaryValues(t *testing.T) {
	for _, v := range [][]float64{
		geometric(1, 1e-3, 50), geometric(1, 1e-16, 50), geometric(1e-3, 1, 50), {5}, {1e-250, 1e-249},
	} {
		for _, log := range []bool{true, false} {
			s := rangeOf(log, v)
			for _, y := range v {
				if n := s.norm(y); n < 0 || n > 1 {
					t.Errorf("log %v: %g is not on [%g, %g]", log, y, s.min, s.max)
				}
			}
		}
	}
}

func TestRangeLeavesOutliersOut(t *testing.T) {
	ordinary := geometric(1, 1e-3, 50)
	for _, outlier := range []float64{1e200, 1e-200, math.Inf(1), math.NaN(), 0, -1e200} {
		for _, log := range []bool{true, false} {
			s := rangeOf(log, ordinary, append(geometric(1, 1e-2, 49), outlier))
			share := s.norm(1) - s.norm(1e-3)
			if want := 0.2; share < want {
				t.Errorf("log %v with %g: the rest has %.2f of [%g, %g]", log, outlier, share, s.min, s.max)
			}
		}
	}
}

func TestRangeFollowsBoundsWithinReason(t *testing.T) {
	e := extent{log: true}
	e.measured(geometric(1, 1e-3, 50))
	e.guest(geometric(300, 1, 50))
	if s := e.scale(); s.norm(300) > 1 {
		t.Errorf("a bound of 300 is not on [%g, %g]", s.min, s.max)
	}
	e.guest([]float64{1e50})
	if s := e.scale(); s.max > 1e6 {
		t.Errorf("a bound of 1e50 opens [%g, %g]", s.min, s.max)
	}
}
