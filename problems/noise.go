package problems

import (
	"math"

	"regret/problems/linear"
)

// noise returns sigma, a bound of the root mean square of grad f_i - grad F over the
// domain, in which the penalties cancel. For every point c of R^d,
//
//	mean_i |phi'_i a_i - mean_k phi'_k a_k|^2 <= mean_i |phi'_i a_i - c|^2
//	                                          <= mean_i max(|phi' a_i - c|^2 : phi' at the ends of its interval),
//
// a convex function of phi'. Two points are tried, 0 and the mean gradient where all
// slopes are in the middle.
func (r rowBounds) noise(m *linear.Model) Constant {
	plain := r.spread(m, make([]float64, m.Dim()))
	if middle := r.spread(m, r.middle(m)); middle < plain {
		return Constant{middle, Certified, "sqrt(mean_i sup|phi' a_i - c|^2), c the mean gradient at the middle slopes; the penalties cancel"}
	}
	return Constant{plain, Certified, "sqrt(mean_i (|a_i| sup|phi'|)^2), as E|g - grad F|^2 <= E|g|^2 and the penalties cancel in g - grad F"}
}

// middle returns the mean of the a_i times the middle of their slopes; it is not
// finite if a slope is not bounded.
func (r rowBounds) middle(m *linear.Model) []float64 {
	c := make([]float64, m.Dim())
	for i := range r.lengths {
		m.Rows.AddScaled(c, (r.falling[i]+r.rising[i])/2/float64(m.Len()), i)
	}
	return c
}

// spread returns sqrt(mean_i max|phi' a_i - c|^2) over the ends of the slopes.
func (r rowBounds) spread(m *linear.Model, c []float64) float64 {
	square := linear.Dot(c, c)
	var sum linear.Sum
	for i, length := range r.lengths {
		along := m.Rows.Dot(i, c)
		at := func(slope float64) float64 {
			if math.IsInf(slope, 0) {
				return math.Inf(1)
			}
			return slope*length*(slope*length) - 2*slope*along
		}
		sum.Add(max(at(r.falling[i]), at(r.rising[i])) + square)
	}
	return math.Sqrt(sum.Value() / float64(m.Len()))
}

// NoiseAt returns the root mean square of w_i grad f_i - grad F at u where row i is drawn
// with probability 1/(n w_i); without weights the w_i are 1.
func NoiseAt(f Objective, weights, u []float64) float64 {
	gradient, mean := make([]float64, f.Dim()), make([]float64, f.Dim())
	f.FullSubgradient(mean, u)
	var sum linear.Sum
	for i := range f.Len() {
		w := 1.0
		if weights != nil {
			w = weights[i]
		}
		f.Subgradient(gradient, u, i)
		for j, g := range gradient {
			gradient[j] = w*g - mean[j]
		}
		sum.Add(linear.Dot(gradient, gradient) / w)
	}
	return math.Sqrt(sum.Value() / float64(f.Len()))
}

// noiseAt returns the root mean square of grad f_i - grad F at u, in which the ridge
// cancels.
func noiseAt(m *linear.Model, u []float64) float64 {
	slopes, mean := make([]float64, m.Len()), make([]float64, m.Dim())
	for i, y := range m.Y {
		_, slopes[i] = m.Loss.Eval(m.Rows.Dot(i, u), y)
		m.Rows.AddScaled(mean, slopes[i]/float64(m.Len()), i)
	}
	var sum linear.Sum
	deviation := make([]float64, m.Dim())
	for i, s := range slopes {
		for j, v := range mean {
			deviation[j] = -v
		}
		m.Rows.AddScaled(deviation, s, i)
		sum.Add(linear.Dot(deviation, deviation))
	}
	return math.Sqrt(sum.Value() / float64(m.Len()))
}
