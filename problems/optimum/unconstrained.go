package optimum

import (
	"math"
	"slices"

	"gonum.org/v1/gonum/mat"

	"regret/problems/linear"
	"regret/problems/spectral"
)

// gap bounds F(theta) - min F on the whole space without ridge. There the dual
// slopes have to satisfy (1/n) B'alpha = 0, which rounding leaves at some rho.
// For every x, with convexity and Fenchel's inequality,
//
//	F(theta) - F(x) <= rowGap + |rho| (|w_theta| + |w_x|),
//
// so a bound on the norm of the minimizer is needed too. Let e_i be such that
// alpha_i +- e_i is in the domain of phi_i*, and M_i the larger phi_i* there:
// phi_i(z) >= alpha_i z + e_i |z| - M_i. The mean over the rows, and
// sum_i e_i |b_i.x| >= |diag(e) B x| >= s |x| with s the least singular value of
// diag(e) B, give
//
//	F(x) >= (s/n - |rho|) |x| - mean M,
//
// hence every x with F(x) <= F(theta), theta included, has
// |x| <= (F(theta) + mean M) / (s/n - |rho|). That this is positive also proves
// that there is a minimizer. The slopes of this second argument need not be
// those of the first: the basis keeps the ones that proved most, see growth.
// The computed rho is widened by its own rounding.
//
// What is proved holds for the data up to the directions of A that newBasis
// calls rounding. Where the set of minimizers is unbounded, nearbyGap is left.
func (b *basis) gap(m *linear.Model, theta, alpha []float64) (gap float64, method string) {
	if _, squared := m.Loss.(linear.Squared); squared {
		return b.squaredGap(m, theta), "gradient norm and least non-zero eigenvalue"
	}
	method = "Fenchel duality gap and a bound on the minimizer's norm"
	gap = math.Inf(1)
	if !recedes(m.Loss) {
		// alpha = 0 leaves no residual, and a piecewise quadratic that is
		// bounded below has a minimizer. Other losses have to prove it.
		zero, allowance := rowGap(m, theta, make([]float64, m.Len()))
		gap = zero + allowance
	}
	balanced, room, ok := b.balance(m, alpha)
	if ok {
		value, rho := m.Value(theta), b.residual(balanced)
		if g := b.growthAt(m, balanced, room, rho); g.norm(value) < b.best.norm(value) {
			b.best = g
		}
		norm := b.best.norm(value)
		if !math.IsInf(norm, 1) {
			rows, allowance := rowGap(m, theta, balanced)
			return min(gap, rows+allowance+2*rho*norm), method
		}
	}
	if !recedes(m.Loss) {
		if g := b.nearbyGap(m, theta, alpha); g < gap {
			return g, "Fenchel duality gap" + nearby
		}
	}
	return gap, method
}

// growth states F(x) >= rate |x| - height for all x, in white coordinates. The
// zero value states nothing.
type growth struct{ rate, height float64 }

// norm bounds |x| for all x with F(x) <= value.
func (g growth) norm(value float64) float64 {
	if !(g.rate > 0) {
		return math.Inf(1)
	}
	return max(value+g.height, 0) / g.rate
}

// growthAt proves growth from balanced slopes, their room and their residual.
func (b *basis) growthAt(m *linear.Model, alpha, room []float64, rho float64) growth {
	var height linear.Sum
	for i, a := range alpha {
		height.Add(max(m.Loss.Conjugate(a+room[i], m.Y[i]), m.Loss.Conjugate(a-room[i], m.Y[i])))
	}
	n := float64(m.Len())
	return growth{b.leastSingular(room)/n - rho, height.Value() / n}
}

// squaredGap uses that F is strongly convex in w, the modulus mu being the least
// eigenvalue of B'B/n: F(theta) - F* <= |grad_w F|^2 / (2 mu).
func (b *basis) squaredGap(m *linear.Model, theta []float64) float64 {
	residuals, ones := slopes(m, theta), make([]float64, m.Len())
	for i := range ones {
		ones[i] = 1
	}
	gradient, least := b.residual(residuals), b.leastSingular(ones)
	_, allowance := rowGap(m, theta, residuals)
	return gradient*gradient/(2*least*least/float64(m.Len())) + allowance
}

// residual bounds |(1/n) B'alpha|.
func (b *basis) residual(alpha []float64) float64 {
	v := make([]float64, b.rows.D)
	b.addTransposed(v, alpha)
	var size linear.Sum
	for i, a := range alpha {
		row := b.rows.Row(i)
		size.Add(math.Abs(a) * math.Sqrt(linear.Dot(row, row)))
	}
	norm := math.Sqrt(linear.Dot(v, v))
	if !b.exact {
		const ulp = 0x1p-52
		return (norm + ulp*size.Value()) / float64(len(alpha))
	}
	ulps := 0x1p-52 * float64(len(alpha))
	return (norm*(1+rounding*float64(len(v))) + ulps*ulps*size.Value()) / float64(len(alpha))
}

// addTransposed adds B'x to dst.
func (b *basis) addTransposed(dst, x []float64) {
	if b.exact {
		addExactly(dst, b.rows, x)
	} else {
		addTransposed(dst, b.rows, x)
	}
}

// balance moves alpha to a nearby solution of B'alpha = 0 and returns it with
// the room that it leaves: alpha_i +- room_i lies in the domain of phi_i*. The
// move is the least one in the norm weighted by the room, so that slopes near
// the end of their interval hardly move. It fails if alpha would leave its
// interval.
func (b *basis) balance(m *linear.Model, alpha []float64) (balanced, room []float64, ok bool) {
	balanced = slices.Clone(alpha)
	const rounds = 2
	for range rounds {
		weights := roomOf(m, balanced)
		for i, w := range weights {
			weights[i] = w * w
		}
		h := mat.NewSymDense(b.rows.D, nil)
		addGram(h, b.rows, weights)
		system, ok := factorize(h, false)
		if !ok {
			return nil, nil, false
		}
		v, x := make([]float64, b.rows.D), make([]float64, b.rows.D)
		b.addTransposed(v, balanced)
		system.solve(x, v, 0)
		for i, w := range weights {
			balanced[i] -= w * linear.Dot(b.rows.Row(i), x)
		}
	}
	for i, a := range balanced {
		if lo, hi := m.Loss.Slopes(m.Y[i]); !(a >= lo && a <= hi) {
			return nil, nil, false
		}
	}
	return balanced, roomOf(m, balanced), true
}

// roomOf returns the distances of the slopes to the ends of their intervals,
// none of them above max|alpha|, to stay in the scale of the problem.
func roomOf(m *linear.Model, alpha []float64) []float64 {
	var largest float64
	for _, a := range alpha {
		largest = max(largest, math.Abs(a))
	}
	room := make([]float64, len(alpha))
	for i, a := range alpha {
		lo, hi := m.Loss.Slopes(m.Y[i])
		room[i] = max(0, min(a-lo, hi-a, largest)*(1-rounding))
	}
	return room
}

// leastSingular bounds the least singular value of diag(scale) B from below.
func (b *basis) leastSingular(scale []float64) float64 {
	weights := make([]float64, len(scale))
	for i, s := range scale {
		weights[i] = s * s
	}
	h := mat.NewSymDense(b.rows.D, nil)
	addGram(h, b.rows, weights)
	values, ok := spectral.Eigenvalues(h)
	if !ok {
		return 0
	}
	return math.Sqrt(max(0, values[0]-0x1p-44*values[len(values)-1]))
}
