package optimum

import (
	"math"
	"slices"

	"gonum.org/v1/gonum/mat"

	"regret/problems/linear"
)

// wholeGap bounds F(theta) - min F on the whole space without ridge, where the
// weights have to satisfy B'p = 0, which rounding leaves at some rho:
//
//	F(theta) - F(x) <= sum_i p_i (max z - z_i(theta)) + |rho| (|w_theta| + |w_x|).
//
// The norm of a minimizer x is bounded by means of any weights q with B'q = rho:
// the parts of s = Bx, weighed by q, add up to q.s = rho.x, so that
//
//	sum_i q_i |s_i| <= 2 max(0, max s) + |rho| |x|,
//
// and the left side is at least |diag(q) s| >= sigma |x| with the least singular
// value sigma of diag(q) B. Hence F(x) >= max s + min b >= (sigma - |rho|)/2 |x| + min b.
//
// The gap of rows nearby, see nearby, is taken where it is less.
func (b *basis) wholeGap(p *pieces, theta, weights []float64, value float64) (gap float64, method string) {
	gap, method = math.Inf(1), "weak duality and a bound on the minimizer's norm"
	if level := b.level(weights); level != nil {
		b.grow(p, level, value)
		if norm := b.best.norm(value); !math.IsInf(norm, 1) {
			rows, allowance := p.spread(theta, level)
			gap = rows + allowance + 2*b.weightsResidual(level)*norm
		}
	}
	if change, ok := nearbyRows(p.rows, theta, weights); ok {
		rows, allowance := p.spread(theta, weights)
		if g := rows + allowance + change; g < gap {
			return g, "weak duality" + nearby
		}
	}
	return gap, method
}

// grow keeps the weights' bound on the norm if it is better.
func (b *basis) grow(p *pieces, weights []float64, value float64) {
	rate := (b.leastSingular(weights) - b.weightsResidual(weights)) / 2
	if g := (growth{rate, -slices.Min(p.offsets)}); g.norm(value) < b.best.norm(value) {
		b.best = g
	}
}

// weightsResidual bounds |B'p|; residual is that of a mean.
func (b *basis) weightsResidual(weights []float64) float64 {
	return b.residual(weights) * float64(len(weights))
}

// level moves weights to a nearby solution of B'p = 0, sum p = 1, the least move in
// the norm weighted by 1/p. It returns nil if one would become negative.
func (b *basis) level(weights []float64) []float64 {
	d := b.rows.D
	bordered := &linear.Dense{N: b.rows.N, D: d + 1, Data: make([]float64, b.rows.N*(d+1))}
	for i := range b.rows.N {
		copy(bordered.Row(i), b.rows.Row(i))
		bordered.Row(i)[d] = 1
	}
	out := slices.Clone(weights)
	const rounds = 2
	for range rounds {
		squares := make([]float64, len(out))
		for i, w := range out {
			squares[i] = w * w
		}
		h := mat.NewSymDense(d+1, nil)
		addGram(h, bordered, squares)
		system, ok := factorize(h, false)
		if !ok {
			return nil
		}
		off, x := make([]float64, d+1), make([]float64, d+1)
		off[d] = -1
		addTransposed(off, bordered, out)
		system.solve(x, off, 0)
		for i, w := range squares {
			out[i] -= w * linear.Dot(bordered.Row(i), x)
			if !(out[i] >= 0) {
				return nil
			}
		}
	}
	return out
}
