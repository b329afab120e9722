package optimum

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"math"
	"slices"

	"gonum.org/v1/gonum/mat"

	"regret/problems/domain"
	"regret/problems/linear"
)

// MinimizeMeanDistance finds the geometric median of points over the whole space, a
// ball, a box or the simplex, and bounds F(u) - F* by duality, independently of the
// solver: see medianGap. Its errors are those of Minimize. A nil store keeps nothing.
func (s *Store) MinimizeMeanDistance(ctx context.Context, m *linear.MeanDistance, set domain.Set) (Certificate, error) {
	digest := sha256.New()
	fmt.Fprintf(digest, "mean distance\n%T%+v\n%d points\n", set, set, m.Points.N)
	hashNumbers(digest, m.Points.Data)
	key := hex.EncodeToString(digest.Sum(nil))
	return s.Find(key, func() (Certificate, error) { return minimizeMeanDistance(ctx, m, set) })
}

// smoothing is F with the distances sqrt(|theta - a_i|^2 + width^2).
type smoothing struct {
	*linear.MeanDistance
	set   constraint
	width float64
}

// minimizeMeanDistance follows the minimizers of smoothings of ever smaller width by
// Newton's method, and certifies them as points for F itself.
func minimizeMeanDistance(ctx context.Context, m *linear.MeanDistance, set domain.Set) (Certificate, error) {
	w := make([]float64, m.Dim())
	set.Project(w)
	first := m.Value(w)
	if first == 0 {
		return Certificate{Theta: w, Method: "F is at least 0"}, nil
	}
	j := newRecord(ctx, first, nonSmoothTarget(len(m.Points.Data)))
	s := &smoothing{MeanDistance: m, set: constraintOf(set, m.Dim())}
	s.set.start(w, make([]float64, s.set.pairs()))
	const widest, narrowest, steps = 1e-1, 1e-10, 30
	for s.width = widest * first; s.width >= narrowest*first && ctx.Err() == nil; s.width /= 10 {
		for range steps {
			next, decrease := s.newtonStep(w)
			if next == nil {
				break
			}
			w = next
			if decrease <= 4*rounding*first {
				break
			}
		}
		if j.add(s.certify(set, w)) {
			break
		}
	}
	if err := ctx.Err(); err != nil {
		return Certificate{}, err
	}
	return j.verdict()
}

// certify takes w, or the nearest of the points where that is better.
func (s *smoothing) certify(set domain.Set, w []float64) Certificate {
	theta := slices.Clone(w)
	set.Project(theta)
	dual := s.slopes(theta)
	value, nearest := s.Value(theta), slices.Clone(theta)
	least := math.Inf(1)
	r := make([]float64, len(theta))
	for i := range s.Points.N {
		if away := s.Subgradient(r, theta, i); away < least {
			least = away
			copy(nearest, s.Points.Row(i))
		}
	}
	set.Project(nearest)
	if v := s.Value(nearest); v < value {
		theta, value = nearest, v
	}
	return Certificate{Theta: theta, Value: value, Gap: medianGap(s.MeanDistance, set, theta, dual), Method: "duality gap of a sum of distances"}
}

// slopes are the gradients of the smoothed distances, shorter than 1.
func (s *smoothing) slopes(theta []float64) *linear.Dense {
	out := &linear.Dense{N: s.Points.N, D: s.Points.D, Data: make([]float64, len(s.Points.Data))}
	for i := range out.N {
		row := out.Row(i)
		r := s.Subgradient(row, theta, i)
		for j := range row {
			row[j] *= r / math.Hypot(r, s.width)
		}
	}
	return out
}

// smoothed returns the value of the smoothing.
func (s *smoothing) smoothed(w []float64) float64 {
	var sum linear.Sum
	r := make([]float64, len(w))
	for i := range s.Points.N {
		sum.Add(math.Hypot(s.Subgradient(r, w, i), s.width))
	}
	return sum.Value() / float64(s.Points.N)
}

// newtonStep minimizes the quadratic model of the smoothing over the set and halves
// the step until Armijo's condition holds. It returns what the model promises.
func (s *smoothing) newtonStep(w []float64) (next []float64, decrease float64) {
	gradient, h := s.model(w)
	d := len(w)
	c := mat.NewVecDense(d, nil)
	c.MulVec(h, mat.NewVecDense(d, w))
	c.SubVec(mat.NewVecDense(d, gradient), c)
	x := (&program{quad: h, linear: c.RawVector().Data, set: s.set}).minimizer()
	if x == nil {
		return nil, 0
	}
	step := slices.Clone(x)
	addScaled(step, -1, w)
	value, slope := s.smoothed(w), linear.Dot(gradient, step)
	for t := 1.0; t > 1e-10; t /= 2 {
		next = slices.Clone(w)
		addScaled(next, t, step)
		if fall := -1e-4 * t * slope; s.smoothed(next) <= value-fall || fall <= rounding*value {
			return next, -slope
		}
	}
	return nil, 0
}

// model returns gradient and Hessian: with r = theta - a_i, s^2 = |r|^2 + width^2,
// the mean of r/s and of I/s - r r'/s^3.
func (s *smoothing) model(w []float64) (gradient []float64, h *mat.SymDense) {
	n, d := s.Points.N, s.Points.D
	dual, weights := s.slopes(w), make([]float64, n)
	r := make([]float64, d)
	var inverse linear.Sum
	for i := range weights {
		weights[i] = 1 / math.Hypot(s.Subgradient(r, w, i), s.width) / float64(n)
		inverse.Add(weights[i])
	}
	outer := mat.NewSymDense(d, nil)
	addGram(outer, dual, weights)
	h = mat.NewSymDense(d, nil)
	for i := range d {
		for j := i; j < d; j++ {
			h.SetSym(i, j, -outer.At(i, j))
		}
		h.SetSym(i, i, max(inverse.Value()-outer.At(i, i), 0x1p-50*inverse.Value()))
	}
	ones := slices.Repeat([]float64{1 / float64(n)}, n)
	gradient = make([]float64, d)
	addTransposed(gradient, dual, ones)
	return gradient, h
}
