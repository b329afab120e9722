package optimum

import (
	"math"

	"regret/problems/domain"
	"regret/problems/linear"
)

// pieces is a maximum of affine functions z_i = a_i.theta + b_i, dense, in which
// |z| stands as the two pieces z and -z.
type pieces struct {
	rows    *linear.Dense
	offsets []float64
	ridge   float64
}

func newPieces(m *linear.Maximum) *pieces {
	a := linear.Densify(m.Rows)
	p := &pieces{rows: a, offsets: m.Offsets, ridge: m.Ridge}
	if !m.Absolute {
		return p
	}
	p.rows = &linear.Dense{N: 2 * a.N, D: a.D, Data: make([]float64, 2*a.N*a.D)}
	p.offsets = make([]float64, 2*a.N)
	for i := range a.N {
		p.offsets[i], p.offsets[a.N+i] = m.Offsets[i], -m.Offsets[i]
		copy(p.rows.Row(i), a.Row(i))
		for j, v := range a.Row(i) {
			p.rows.Row(a.N + i)[j] = -v
		}
	}
	return p
}

// spread returns sum_i p_i (max z - z_i), whose terms are >= 0, and an allowance for
// its rounding, that of F among it.
func (p *pieces) spread(theta, weights []float64) (gap, allowance float64) {
	z, top := make([]float64, p.rows.N), math.Inf(-1)
	for i := range z {
		z[i] = p.rows.Dot(i, theta) + p.offsets[i]
		top = max(top, z[i])
	}
	var sum, size linear.Sum
	for i, w := range weights {
		sum.Add(w * (top - z[i]))
		size.Add(w * (math.Abs(z[i]) + math.Abs(p.offsets[i])))
	}
	return sum.Value(), rounding * (size.Value() + math.Abs(top) + p.ridge/2*linear.Dot(theta, theta))
}

// gap bounds F(theta) - min F over the set from above, given any weights p >= 0 of
// the pieces with sum 1. As max z >= sum_i p_i z_i, with v = sum_i p_i a_i
//
//	F(theta) - F* <= sum_i p_i (max z - z_i(theta)) + <v + (Ridge/2)(theta+x), theta-x>
//
// where x minimizes <v, x> + (Ridge/2)|x|^2 over the set: weak duality, whatever
// theta and p are. It is +Inf if there is no such x.
func (p *pieces) gap(set domain.Set, theta, weights []float64) float64 {
	rows, allowance := p.spread(theta, weights)
	v := make([]float64, p.rows.D)
	addTransposed(v, p.rows, weights)
	x := make([]float64, len(v))
	for j := range v {
		x[j] = -v[j] / p.ridge
	}
	if p.ridge > 0 {
		set.Project(x)
	} else if !set.MinimizeLinear(x, v) {
		return math.Inf(1)
	}
	var rest linear.Sum
	for j, t := range theta {
		rest.Add((v[j] + p.ridge/2*(t+x[j])) * (t - x[j]))
		allowance += rounding * math.Abs(v[j]*(t-x[j]))
	}
	return rows + max(rest.Value(), 0) + allowance
}

// normalize makes weights of numbers that are near to some: none negative, sum 1.
func normalize(weights []float64) {
	for i, w := range weights {
		weights[i] = max(w, 0)
	}
	sum := total(weights)
	for i := range weights {
		weights[i] /= sum
	}
}
