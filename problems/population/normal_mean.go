package population

import (
	"math"

	"regret/problems/linear"
)

// normalMean returns E g(s x, x), x a standard normal variable, for the three
// functions below. It is NaN for an infinite s. Its error is at most MeanError.
//
// The trapezoidal rule with step h errs by at most
//
//	2M/(exp(2 pi a/h) - 1)
//
// on a function that is analytic for |Im x| < a, where M bounds the integral of its
// modulus along each line of that strip. Here that function is g times the normal
// density, and a is the least of pi/(2s), so that |Im z| <= pi/2 for z = sx, and 9.
// As |g| <= 5 + |x|^2/2 there, M <= 46 exp(a^2/2), and the step for which
// 2 pi a/h = 48 + a^2/2 leaves 2e-19. What is cut off beyond |x| = 10 or |z| = 46 is
// less than 2e-18. Source of the bound: Trefethen and
// Weideman (2014), The exponentially convergent trapezoidal rule, Theorem 5.1, SIAM
// Review 56(3).
func normalMean(s float64, g func(z, x float64) float64) float64 {
	if math.IsInf(s, 1) || math.IsNaN(s) {
		return math.NaN()
	}
	a := min(math.Pi/(2*s), 9)
	h := 2 * math.Pi * a / (48 + a*a/2)
	var sum linear.Sum
	sum.Add(g(0, 0) / 2)
	for k := range int(min(10, 46/s) / h) {
		x := float64(k+1) * h
		sum.Add(g(s*x, x) * math.Exp(-x*x/2))
	}
	return 2 * h / math.Sqrt(2*math.Pi) * sum.Value()
}

// MeanError bounds the error of a mean: that of the rule, and the rounding of a sum
// of positive terms, each with an error of a few units in its last place.
func MeanError(mean float64) float64 { return 3e-18 + 0x1p-49*math.Abs(mean) }

// logisticSlope is s'(z) = 1/(4 cosh(z/2)^2), the slope of the logistic function s. In
// the strip |s'| = 1/(2 (cosh Re z + cos Im z)) <= 1/2.
func logisticSlope(z, _ float64) float64 {
	e := math.Exp(-math.Abs(z))
	return e / ((1 + e) * (1 + e))
}

// squaredSlope is x^2 s'(z).
func squaredSlope(z, x float64) float64 { return x * x * logisticSlope(z, x) }

// logisticExcess is 2 log(2 cosh(z/2)) - z erf(z/(2 sqrt 2)), analytic where
// |Im z| < pi, and for z >= 0 equal to z erfc(z/(2 sqrt 2)) + 2 log(1+exp(-z)). In the
// strip |erfc(p+iq)| <= exp(q^2-p^2) and |log(1+w)| <= |w|, w = exp(-z), as Re w >= 0:
// for u = Re z >= 0 it is at most (u+pi/2) exp(pi^2/32-u^2/8) + 2 exp(-u) <= 5.
func logisticExcess(z, _ float64) float64 {
	z = math.Abs(z)
	return z*math.Erfc(z/(2*math.Sqrt2)) + 2*math.Log1p(math.Exp(-z))
}

// meanSlope returns B(v) = E s'(z), z ~ N(0, v).
func meanSlope(v float64) float64 { return normalMean(math.Sqrt(v), logisticSlope) }

// meanSquaredSlope returns C(v) = E s'(z) z^2/v, z ~ N(0, v). Neither B nor C
// increases with v, and C <= B, since s' falls with |z|.
func meanSquaredSlope(v float64) float64 { return normalMean(math.Sqrt(v), squaredSlope) }

// meanSoftplus returns A(v) = E log(1+exp z) = E log(2 cosh(z/2)), z ~ N(0, v). By
// Stein's lemma E z erf(z/(2 sqrt 2)) = v sqrt(2/pi)/sqrt(4+v): half of this is
// added to the mean of half the excess, which decays, so that the number of nodes
// does not grow with v.
func meanSoftplus(v float64) float64 {
	return v/math.Sqrt(2*math.Pi*(4+v)) + normalMean(math.Sqrt(v), logisticExcess)/2
}
