package problems_test

import (
	"math"
	"testing"

	"gonum.org/v1/gonum/mat"

	"regret/problems"
	"regret/problems/dataset"
	"regret/problems/domain"
)

// An exact L, Lmax or mu of a quadratic is that of its Hessian along the domain: all
// directions but on the simplex, where those of sum 0 are left. Others are on the safe side.
func TestProvenanceOfCurvature(t *testing.T) {
	const d = 4
	source := dataset.Synthetic{Rows: 30, Dim: d, Noise: 1, Condition: 10, Seed: 3}
	for _, set := range append([]domain.Set{domain.Box{Lo: 0.2, Hi: 0.9}}, everySet...) {
		directions := mat.NewDense(d, d, nil)
		for j := range d {
			directions.Set(j, j, 1)
		}
		_, flat := set.(domain.Simplex)
		if flat { // e_1-e_j and so on, orthonormal: Helmert's contrasts
			directions = contrasts(d)
		}
		f := problems.Function{Dim: d, Domain: set}
		for _, kind := range []builder{
			squared(problems.FiniteSum{Data: source, Domain: set}),
			squared(problems.FiniteSum{Data: source, Domain: set, Ridge: 0.3, Preprocess: "none"}),
			problems.Quadratic{Centred: problems.Centred{Function: f, Centre: []float64{0.1}, Start: []float64{1}}, L: 3, Condition: 7},
			problems.NesterovSmooth{Function: f, L: 2},
			streaming(set),
		} {
			p := build(t, kind)
			L, mu := curvatures(p.Objective.FullSubgradient, directions)
			want := map[string]float64{"L": L, "mu": mu}
			for i := range p.Objective.Len() {
				if p.Stream == nil {
					most, _ := curvatures(func(dst, x []float64) float64 { return p.Objective.Subgradient(dst, x, i) }, directions)
					want["Lmax"] = max(want["Lmax"], most)
				}
			}
			for name, x := range want {
				c := p.Constants[name]
				safe := c.Value >= x*(1-1e-9)
				if name == "mu" {
					safe = c.Value <= x*(1+1e-9)
				}
				same := math.Abs(c.Value-x) <= 1e-9*x
				if !safe || c.Provenance == problems.Exact && !same || !flat && c.Provenance != problems.Exact {
					t.Errorf("%T on %v: %s = %.12g is %s, on the domain it is %.12g", kind, set, name, c.Value, c.Provenance, x)
				}
			}
		}
	}
}

// contrasts has d-1 orthonormal columns of sum 0.
func contrasts(d int) *mat.Dense {
	out := mat.NewDense(d, d-1, nil)
	for k := 1; k < d; k++ {
		size := math.Sqrt(float64(k * (k + 1)))
		for j := range k {
			out.Set(j, k-1, 1/size)
		}
		out.Set(k, k-1, -float64(k)/size)
	}
	return out
}

// curvatures returns sup |Hv|/|v| and inf v'Hv/|v|^2 over the span of orthonormal
// directions, the Hessian H of a quadratic read off its gradients.
func curvatures(gradient func(dst, x []float64) float64, directions *mat.Dense) (largest, least float64) {
	d, k := directions.Dims()
	origin, g, x := make([]float64, d), make([]float64, d), make([]float64, d)
	gradient(origin, x)
	h := mat.NewDense(d, d, nil)
	for j := range d {
		x[j] = 1
		gradient(g, x)
		x[j] = 0
		for i := range g {
			h.Set(i, j, g[i]-origin[i])
		}
	}
	var along, inner mat.Dense
	along.Mul(h, directions)
	inner.Mul(directions.T(), &along)
	symmetric := mat.NewSymDense(k, nil)
	for i := range k {
		for j := i; j < k; j++ {
			symmetric.SetSym(i, j, inner.At(i, j))
		}
	}
	var eigen mat.EigenSym
	var singular mat.SVD
	if !eigen.Factorize(symmetric, false) || !singular.Factorize(&along, mat.SVDNone) {
		panic("no eigenvalues")
	}
	return singular.Values(nil)[0], eigen.Values(nil)[0]
}
