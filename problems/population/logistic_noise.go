package population

import (
	"math"

	"regret/problems/linear"
)

// VarianceBound returns an upper bound of E|g - grad F(u)|^2: with v = u - theta0,
//
//	E|a|^2 [s'(w) + (s(z)-s(w))^2] - |grad F(u) - Ridge u|^2
//	    <= TruthVariance + (tr H v'Hv + 2 v'H^2 v)/16 - |grad F(u) - Ridge u|^2,
//
// as s is 1/4-Lipschitz and by Isserlis' theorem; and tr H, as |a (s(z)-1{y=1})| <= |a|. It
// is the variance where u is theta0.
func (l *Logistic) VarianceBound(u []float64) float64 {
	var square, fourth, gradient linear.Sum
	g := make([]float64, l.Dim())
	l.FullSubgradient(g, u)
	for j, h := range l.H {
		r, slope := u[j]-l.Truth[j], g[j]-l.Ridge*u[j]
		square.Add(h * r * r)
		fourth.Add(h * h * r * r)
		gradient.Add(slope * slope)
	}
	if square.Value() == 0 {
		return l.TruthVariance()
	}
	bound := l.TruthVariance() + (l.Trace()*square.Value()+2*fourth.Value())/16 - gradient.Value()
	return min(bound, l.Trace()) * (1 + 1e-12)
}

// ExpectedSmoothness returns a constant Lexp with E|g(theta)-g(u)|^2 <= 2 Lexp [F(theta)-F(u)]
// for the minimizer u of a convex set and all theta in it.
//
// Proof. Let x^2 = v'Hv, v = theta-u. The difference is a d + Ridge v, |d| <= min(1, |a'v|/4), so
// that its mean square is at most Ridge^2|v|^2 plus
//
//	E|a|^2 (a'v)^2/16 + Ridge x^2/2 <= (K/16 + Ridge/2) x^2,  K = tr H + 2 max h_j, and
//	E|a|^2 + 2 Ridge E|a'v|         <= tr H + 2 Ridge x.
//
// F(theta)-F(u) is at least Ridge|v|^2/2 plus the Bregman distance of the losses, a convex
// function along the ray from u. Up to x = r it is at least C x^2/2, where C = C((|u|_H + r)^2)
// is the least curvature in the norm of H there, see LeastCurvature; hence C r x/2 beyond. The first
// line serves up to r, the second one beyond, and r = 4 sqrt(tr H/K) makes them agree without ridge.
func (l *Logistic) ExpectedSmoothness(u []float64) float64 {
	K := l.Trace() + 2*l.H[0]
	r := 4 * math.Sqrt(l.Trace()/K)
	size, _ := l.products(u)
	C := meanSquaredSlope(math.Pow(math.Sqrt(size)+r, 2)) * (1 - 1e-12)
	near := (K/16 + l.Ridge/2) / C
	far := (l.Trace()/r + 2*l.Ridge) / (r * C)
	return max(near, far, l.Ridge)
}
