package problems

import (
	"slices"

	"regret/problems/domain"
	"regret/problems/optimum"
)

// radial is F(theta) = h(|theta - c|) for a non-decreasing h, given with its
// slope. At c the subgradient is 0.
func radial(c []float64, h func(r float64) (value, slope float64)) single {
	return single{dim: len(c), eval: func(dst, theta []float64) float64 {
		r := distance(theta, c)
		value, slope := h(r)
		for j := range dst {
			dst[j] = 0
			if r > 0 {
				dst[j] = slope * ((theta[j] - c[j]) / r)
			}
		}
		return value
	}}
}

// onRays says how well the curvature 0 along rays from c stands for mu on a set: no ray
// from a point beside the plane of the simplex stays in it.
func onRays(set domain.Set, c []float64) Provenance {
	if _, flat := set.(domain.Simplex); flat && !set.Contains(c, 0) {
		return Certified
	}
	return Exact
}

// nearest is the projection of c, where a radial function is least; the
// certificate is the tangent there.
func nearest(set domain.Set, f single, c []float64) optimum.Certificate {
	u := slices.Clone(c)
	set.Project(u)
	g := make([]float64, len(u))
	value := f.FullSubgradient(g, u)
	return optimum.Certificate{
		Theta: u, Value: value,
		Gap:    optimum.TangentGap(set, u, g, value, 0),
		Method: "projection of c; Frank-Wolfe gap",
	}
}
