package population

import (
	"math"
	"math/rand/v2"

	"regret/problems/linear"
)

// Logistic is logistic regression on Gaussian features, well-specified:
// P(y = 1 | a) = s(a.theta0), s(z) = 1/(1+exp(-z)), else y = -1. With z = a.theta,
// w = a.theta0, v = theta'H theta and v0 = theta0'H theta0,
//
//	F(theta) = E[log(1+e^z) - z s(w)] + (Ridge/2)|theta|^2
//	         = A(v) - B(v0) theta'H theta0 + (Ridge/2)|theta|^2,
//	A(v) = E log(1+e^z),  B(v) = E s'(z) = 2A'(v),
//
// as E z s(w) = cov(z, w) E s'(w) (Stein). A and B are certified quadratures. The
// gradient H (B(v) theta - B(v0) theta0) + Ridge theta is 0 at theta0 without ridge.
type Logistic struct {
	*Gaussian
	Ridge float64
	slope float64 // B(v0)
}

// NewLogistic returns the distribution.
func NewLogistic(g *Gaussian, ridge float64) *Logistic {
	l := &Logistic{Gaussian: g, Ridge: ridge}
	v, _ := l.products(g.Truth)
	l.slope = meanSlope(v)
	return l
}

// Terms returns logistic loss and the ridge.
func (l *Logistic) Terms() (linear.Loss, float64) { return linear.Logistic{}, l.Ridge }

// Draw draws a sample.
func (l *Logistic) Draw(a []float64, random *rand.Rand) (y float64) {
	l.drawFeatures(a, random)
	if odds := math.Exp(linear.Dot(a, l.Truth)); random.Float64()*(1+1/odds) < 1 {
		return 1
	}
	return -1
}

// FullSubgradient writes the gradient of F at theta to dst and returns F(theta).
func (l *Logistic) FullSubgradient(dst, theta []float64) float64 {
	v, cross := l.products(theta)
	slope := meanSlope(v)
	for j, h := range l.H {
		dst[j] = h*(slope*theta[j]-l.slope*l.Truth[j]) + l.Ridge*theta[j]
	}
	return l.value(v, cross, theta)
}

// Value returns F(theta).
func (l *Logistic) Value(theta []float64) float64 {
	v, cross := l.products(theta)
	return l.value(v, cross, theta)
}

func (l *Logistic) value(v, cross float64, theta []float64) float64 {
	return meanSoftplus(v) - l.slope*cross + 0.5*l.Ridge*linear.Dot(theta, theta)
}

// ValueError bounds the error of Value at theta.
func (l *Logistic) ValueError(theta []float64) float64 {
	v, cross := l.products(theta)
	return MeanError(meanSoftplus(v)) + math.Abs(cross)*MeanError(l.slope) + MeanError(0.5*l.Ridge*linear.Dot(theta, theta))
}

// Smoothness returns max h_j/4 + Ridge, the largest curvature, attained at 0.
func (l *Logistic) Smoothness() float64 { return l.H[0]/4 + l.Ridge }

// products returns theta'H theta and theta'H theta0.
func (l *Logistic) products(theta []float64) (square, cross float64) {
	var squares, crosses linear.Sum
	for j, h := range l.H {
		squares.Add(h * theta[j] * theta[j])
		crosses.Add(h * theta[j] * l.Truth[j])
	}
	return squares.Value(), crosses.Value()
}

// LeastCurvature returns a lower bound of the eigenvalues of the Hessian where
// theta'H theta <= v: Ridge plus the least variance times C(v) = E s'(z) z^2/v. By Stein's lemma
// the Hessian E s'(z) a a', ridge aside, is H^(1/2) (B I + (C-B) w w') H^(1/2) with the unit vector
// w = H^(1/2) theta/sqrt v, and 0 <= C <= B; C falls as v grows.
func (l *Logistic) LeastCurvature(v float64) float64 {
	if math.IsInf(v, 1) {
		return l.Ridge
	}
	return l.Ridge + l.H[len(l.H)-1]*meanSquaredSlope(v)*(1-1e-12)
}

// TruthVariance returns E|g|^2 at theta0 without ridge, where grad F = 0:
//
//	E|a|^2 s'(w) = B(v0) tr H + (C(v0)-B(v0)) theta0'H^2 theta0/v0,
//
// as E[(s(w)-1{y=1})^2 | a] = s(w)(1-s(w)) = s'(w), and given w the mean of |a|^2 is
// tr H + (w^2/v0 - 1) theta0'H^2 theta0/v0.
func (l *Logistic) TruthVariance() float64 {
	v, _ := l.products(l.Truth)
	return l.slope*l.Trace() + (meanSquaredSlope(v)-l.slope)*l.tilt()
}
