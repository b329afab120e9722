package population

import (
	"math"
	"testing"

	"gonum.org/v1/gonum/integrate/quad"
)

// legendre returns E f(z), z ~ N(0, s^2), f even, by Gauss's rule on short pieces,
// each of which is a polynomial to rounding.
func legendre(s float64, f func(z float64) float64) float64 {
	var sum float64
	end := 10 * s
	piece := min(s/2, 1)
	for from := 0.0; from < end; from += piece {
		sum += quad.Fixed(func(z float64) float64 {
			return f(z) * math.Exp(-z*z/(2*s*s))
		}, from, from+piece, 20, quad.Legendre{}, 0)
	}
	return 2 * sum / (s * math.Sqrt(2*math.Pi))
}

func TestMeansAgreeWithGaussLegendre(t *testing.T) {
	for _, v := range []float64{1e-12, 1e-4, 0.01, 0.0305, 0.1, 1, 3, 10, 21, 100, 1e4, 1e6} {
		s := math.Sqrt(v)
		for name, c := range map[string]struct {
			got  float64
			want func(z float64) float64
		}{
			"slope":         {meanSlope(v), func(z float64) float64 { return 1 / (4 * math.Pow(math.Cosh(z/2), 2)) }},
			"squared slope": {meanSquaredSlope(v), func(z float64) float64 { return z * z / v / (4 * math.Pow(math.Cosh(z/2), 2)) }},
			"softplus":      {meanSoftplus(v), func(z float64) float64 { return z/2 + math.Log1p(math.Exp(-z)) }},
		} {
			if want := legendre(s, c.want); math.Abs(c.got-want) > 1e-14*want {
				t.Errorf("v = %g: %s %.17g, Gauss and Legendre have %.17g", v, name, c.got, want)
			}
		}
	}
}

// At v = 0 the means are the values at 0, and A' = B/2.
func TestMeansAtZeroAndSlope(t *testing.T) {
	for name, c := range map[string]struct{ got, want float64 }{
		"softplus": {meanSoftplus(0), math.Ln2}, "slope": {meanSlope(0), 0.25}, "squared slope": {meanSquaredSlope(0), 0.25},
	} {
		if math.Abs(c.got-c.want) > MeanError(c.want) {
			t.Errorf("%s at 0 is %.17g, want %.17g", name, c.got, c.want)
		}
	}
	for _, v := range []float64{0.1, 2, 30, 1000} {
		h := 1e-4 * v
		slope := (meanSoftplus(v+h) - meanSoftplus(v-h)) / (2 * h)
		if want := meanSlope(v) / 2; math.Abs(slope-want) > 1e-8*want {
			t.Errorf("v = %g: A' is %.12g, B/2 %.12g", v, slope, want)
		}
	}
}

// A run that goes astray meets huge variances: B(v) is then 1/sqrt(2 pi v).
func TestMeansOfHugeVariance(t *testing.T) {
	if got := meanSlope(math.Inf(1)); !math.IsNaN(got) {
		t.Errorf("%v", got)
	}
	if got, want := meanSlope(1e300), 1e-150/math.Sqrt(2*math.Pi); math.Abs(got-want) > 1e-13*want {
		t.Errorf("%v, want %v", got, want)
	}
}
