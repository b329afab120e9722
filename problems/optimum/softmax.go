package optimum

import (
	"context"
	"fmt"
	"math"
	"slices"

	"regret/problems/domain"
	"regret/problems/linear"
)

// MinimizeSoftmax finds a minimizer of the multinomial model over the set and bounds
// F(u) - F*. With a ridge or on a bounded set it is MinimizeSmooth. On the whole space
// without ridge it is the minimizer of least norm, with the bound of softmaxWhole.gap;
// the error is ErrSeparable if a class is separated from all others, or every row's
// class from its others, and ErrNearlySeparable if neither that nor a minimizer is proved.
func MinimizeSoftmax(ctx context.Context, m *linear.Softmax, set domain.Set) (Certificate, error) {
	if err := inRange(m.Rows, nil); err != nil {
		return Certificate{}, err
	}
	if _, whole := set.(domain.WholeSpace); !whole || m.Ridge > 0 {
		return MinimizeSmooth(ctx, m, set, m.Ridge)
	}
	if n, d := float64(m.Len()), float64(m.Rows.Dim()); n*d*min(n, d) > smallCost {
		return Certificate{}, fmt.Errorf("%w: the data are too large for a proof on the whole space without ridge; add a ridge term or a bounded domain", ErrUncertified)
	}
	b, err := basisOf(ctx, m.Rows)
	if err != nil {
		return Certificate{}, err
	}
	white := &linear.Softmax{Rows: b.rows, Class: m.Class, K: m.K}
	origin := make([]float64, white.Dim())
	s := &softmaxWhole{record: newRecord(ctx, white.Value(origin), SmoothTarget), model: m, white: white, basis: b}
	s.patience = longer
	err = newtonCG(ctx, white, geometryOf(set), origin, s.consider)
	switch {
	case err != nil:
		return Certificate{}, err
	case s.separable:
		return Certificate{}, ErrSeparable
	case math.IsInf(s.best.Gap, 1):
		return Certificate{}, ErrNearlySeparable
	}
	return s.verdict()
}

// softmaxWhole searches on the whole space without ridge, in white coordinates W of the
// row space, r x K. F does not change if all W_k move alike, so that the W whose columns
// add up to 0 are enough: Newton steps from 0 do not leave them.
type softmaxWhole struct {
	record
	model, white *linear.Softmax
	basis        *basis
	separable    bool
}

// consider certifies the point with the white coordinates w.
func (s *softmaxWhole) consider(w []float64) (enough bool) {
	if s.separated(w) {
		s.separable = true
		return true
	}
	var theta []float64
	r := s.basis.rows.D
	for k := range s.white.K {
		theta = append(theta, s.basis.theta(w[k*r:(k+1)*r])...)
	}
	value := s.model.Value(theta)
	return s.add(Certificate{Theta: theta, Value: value, Gap: s.gap(w, value), Method: "gradient norm and curvature"})
}

// gap bounds F(W) - F*. With room_i the least probability of row i, the Hessian at W is
// at least mu = s^2/n for s the least singular value of diag(sqrt(room)) B, as
//
//	sum_k p_k (z_k - p.z)^2 >= (min_k p_k) |z|^2   for all z with sum 0,
//
// and along unit directions it falls by no more than exp(-rho t) within t, for
// rho = sqrt(2) max|b_i| (Bach, Electronic Journal of Statistics 4, 2010). So if
// |grad F(W)| <= mu/(2 rho), F rises from t = 1/rho on in every direction, which proves
// that there is a minimizer; until then it has fallen by less than
//
//	max over t of |grad F(W)| t - mu t^2/3 = 3 |grad F(W)|^2/(4 mu).
func (s *softmaxWhole) gap(w []float64, value float64) float64 {
	gradient := make([]float64, len(w))
	s.white.FullSubgradient(gradient, w)
	roots, size, longest := s.rows(w)
	n := float64(s.white.Len())
	slope := math.Sqrt(linear.Dot(gradient, gradient)) + rounding*size/n
	least := s.basis.leastSingular(roots)
	mu, rho := least*least/n, math.Sqrt2*longest
	if !(slope <= mu/(2*rho)) {
		return math.Inf(1)
	}
	return 3*slope*slope/(4*mu) + rounding*value
}

// rows returns the root of the least probability of each row, the sum of all
// |slope| |b_i|, and max|b_i|.
func (s *softmaxWhole) rows(w []float64) (roots []float64, size, longest float64) {
	roots = make([]float64, s.white.Len())
	z := make([]float64, s.white.K)
	var sum linear.Sum
	for i, class := range s.white.Class {
		s.margins(z, w, i)
		top := slices.Max(z)
		var total float64
		for k, v := range z {
			z[k] = math.Exp(v - top)
			total += z[k]
		}
		roots[i] = math.Sqrt(slices.Min(z) / total * (1 - rounding))
		row := s.basis.rows.Row(i)
		length := math.Sqrt(linear.Dot(row, row))
		sum.Add(2 * (1 - z[class]/total + rounding) * length)
		longest = max(longest, length)
	}
	return roots, sum.Value(), longest
}

func (s *softmaxWhole) margins(z, w []float64, i int) {
	r := s.basis.rows.D
	for k := range z {
		z[k] = s.basis.rows.Dot(i, w[k*r:(k+1)*r])
	}
}

// separated says whether F is known to fall for ever, by more than rounding: along w if
// every row's own margin is the largest, or along e_k v' if the margins with
// v = W_k less the mean of the others are positive on class k and negative elsewhere.
func (s *softmaxWhole) separated(w []float64) bool {
	all, one := true, make([]bool, s.white.K)
	for k := range one {
		one[k] = true
	}
	z, size := make([]float64, s.white.K), math.Sqrt(linear.Dot(w, w))
	for i, class := range s.white.Class {
		s.margins(z, w, i)
		row := s.basis.rows.Row(i)
		noise := 4 * rounding * size * math.Sqrt(linear.Dot(row, row))
		sum := total(z)
		for k, v := range z {
			all = all && (k == class || z[class]-v > noise)
			away := v - (sum-v)/float64(len(z)-1)
			if k != class {
				away = -away
			}
			one[k] = one[k] && away > noise
		}
	}
	return all || slices.Contains(one, true)
}
