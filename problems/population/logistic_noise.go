package population

import "regret/problems/linear"

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
// for the minimizer u of a convex set and all theta in it:
//
//	K/4 + Ridge,  K = tr H + 2 max h_j,
//
// the constant of least squares, K, times the largest curvature of the loss. Without ridge it is
// attained in the limit, where u and theta go to 0 along the first axis.
//
// Proof. Let v = theta-u and b the Bregman distance of the sample's loss, so that that of f is
// b + Ridge|v|^2/2. As f is convex and (|a|^2/4 + Ridge)-smooth, |g(theta)-g(u)|^2 is at most
// 2 (|a|^2/4 + Ridge) times it (Nesterov 2004, Theorem 2.1.5). Its mean is at most F(theta)-F(u),
// and that of the product at most K/4 + Ridge times it, as E|a|^2 <= K and E|a|^2 b <= K E b:
//
// b is the integral of (1-t) s'(a'p) (a'v)^2 over t in [0, 1], p = u + tv, hence
// E|a|^2 s'(a'p) a a' <= K E s'(a'p) a a' for all p is enough. Let x = H^(-1/2) a in axes of which the
// first is along H^(1/2) p, and M the matrix H in them. Weighted by s' the x_j remain independent,
// all but x_1 normal. Let q = E x_1^2, S = diag(q, 1, ..., 1). As s' falls with |x_1|,
// q <= 1 and E x_1^4 <= 3q (Chebyshev's inequality), and so
//
//	S^(-1/2) E[(x'Mx) x x'] S^(-1/2)
//	    = tr(MS) I + 2 S^(1/2) M S^(1/2) + (E x_1^4/q - 3q) M_11 e_1 e_1'
//	    <= tr M I + 2 [S^(1/2) M S^(1/2) + (1-q) M_11 e_1 e_1'].
//
// The bracket is M with the first row and column times sqrt q but for M_11: a mean of M and
// its reflection in x_1, which are <= max h_j.
func (l *Logistic) ExpectedSmoothness() float64 { return (l.Trace()+2*l.H[0])/4 + l.Ridge }
