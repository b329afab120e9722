package problems_test

import (
	"context"
	"fmt"
	"math"
	"strings"
	"testing"

	"gonum.org/v1/gonum/mat"

	"regret/problems"
	"regret/problems/domain"
	"regret/problems/problemtest"
)

func functions(dim int, set domain.Set) []builder {
	f := problems.Function{Dim: dim, Domain: set}
	off := problems.Centred{Function: f, Centre: []float64{0.7}, Start: []float64{-1}}
	ramp := make([]float64, dim)
	for j := range ramp {
		ramp[j] = 0.1 * float64(j-1)
	}
	skew := problems.Centred{Function: f, Centre: ramp, Start: []float64{1}}
	return []builder{
		problems.Norm{Centred: off}, problems.Norm{Centred: skew},
		problems.Quadratic{Centred: off, L: 3, Condition: 50}, problems.Quadratic{Centred: skew, L: 1, Condition: 1},
		problems.HuberFunction{Centred: off, L: 2, Delta: 0.3}, problems.HuberFunction{Centred: skew, L: 2, Delta: 30},
		problems.NesterovSmooth{Function: f, L: 2}, problems.NesterovSmooth{Function: f, L: 2, Mu: 0.1},
		problems.NesterovNonsmooth{Function: f, Gamma: 2, Mu: 0.5}, problems.NesterovNonsmooth{Function: f, Gamma: 1, Mu: 5},
	}
}

// Every test function keeps its promises, in one dimension and in several, its
// minimum inside the domain and outside.
func TestFunctionsContract(t *testing.T) {
	sets := append([]domain.Set{domain.Ball{Radius: 5}, domain.Box{Lo: 0.2, Hi: 0.9}}, everySet...)
	for _, dim := range []int{1, 2, 7} {
		for _, set := range sets {
			for k, kind := range functions(dim, set) {
				t.Run(fmt.Sprintf("%T %d/%d/%v", kind, k, dim, set), func(t *testing.T) {
					p, err := kind.Build(context.Background(), nil)
					if err != nil {
						t.Fatal(err)
					}
					problemtest.Check(t, p)
					scale := max(math.Abs(p.Optimum.Value), p.Objective.Value(p.Start)-p.Optimum.Value)
					if p.Domain.Diameter(dim) > 0 && p.Optimum.Gap > 1e-12*scale {
						t.Errorf("gap %.3g at the scale %.3g", p.Optimum.Gap, scale)
					}
				})
			}
		}
	}
}

// The closed forms of Nesterov's quadratics against the linear system and the
// eigenvalues of the Hessian, which is read off gradients.
func TestNesterovSmoothAgainstLinearAlgebra(t *testing.T) {
	const d, L = 12, 3.0
	for _, mu := range []float64{0, 0.01, 1} {
		p := build(t, problems.NesterovSmooth{Function: problems.Function{Dim: d}, L: L, Mu: mu})
		hessian, b := mat.NewSymDense(d, nil), mat.NewVecDense(d, nil)
		x := make([]float64, d)
		p.Objective.FullSubgradient(b.RawVector().Data, x)
		g := make([]float64, d)
		for j := range x {
			x[j] = 1
			p.Objective.FullSubgradient(g, x)
			x[j] = 0
			for i := range g {
				hessian.SetSym(i, j, g[i]-b.AtVec(i))
			}
		}
		var solution mat.VecDense
		if err := solution.SolveVec(hessian, b); err != nil {
			t.Fatal(err)
		}
		for j, u := range p.Optimum.Theta {
			near(t, "x_j", u, -solution.AtVec(j), 1e-12)
		}
		near(t, "F*", p.Optimum.Value, -mat.Dot(b, &solution)/2, 1e-13)
		var eigen mat.EigenSym
		eigen.Factorize(hessian, false)
		least, largest := eigen.Values(nil)[0], eigen.Values(nil)[d-1]
		if mu == 0 {
			near(t, "F*", p.Optimum.Value, -L/8*d/(d+1), 1e-14)
			near(t, "L", p.Constants["L"].Value, largest, 1e-14)
			near(t, "mu", p.Constants["mu"].Value, least, 1e-13)
		} else if q := (math.Sqrt(L/mu) - 1) / (math.Sqrt(L/mu) + 1); largest > L || least < mu {
			t.Errorf("eigenvalues from %g to %g, claimed [%g, %g]", least, largest, mu, L)
		} else {
			near(t, "F*", p.Optimum.Value, -(L-mu)/8*q, 1e-14)
		}
	}
}

// From 0, every subgradient step tells of one coordinate more: after k < d steps
// x_d is still 0, and F is not below 0.
func TestNesterovNonsmoothResists(t *testing.T) {
	const d = 20
	p := build(t, problems.NesterovNonsmooth{Function: problems.Function{Dim: d}, Gamma: 1, Mu: 1})
	near(t, "F*", p.Optimum.Value, -1.0/(2*d), 1e-15)
	near(t, "R", p.Constants["R"].Value, 1/math.Sqrt(d), 1e-15)
	x, g := make([]float64, d), make([]float64, d)
	for k := range d {
		if F := p.Objective.FullSubgradient(g, x); F < 0 || g[k] != 1 {
			t.Fatalf("after %d steps F = %g and the answer is %v", k, F, g)
		}
		for j := range x {
			x[j] -= g[j] / float64(k+2)
		}
	}
}

// |theta| on the line, and constants of the Huber function and quadratic by hand.
func TestFunctionsByHand(t *testing.T) {
	line := problems.Function{Dim: 1, Domain: domain.Box{Lo: -1, Hi: 3}}
	plane := problems.Function{Dim: 2, Domain: domain.Box{Lo: 0, Hi: 1}}
	for _, c := range []struct {
		kind builder
		want map[string]float64
		F    float64
	}{
		{problems.Norm{Centred: problems.Centred{Function: line, Centre: []float64{0}, Start: []float64{2}}},
			map[string]float64{"D": 4, "R": 2, "G": 1, "mu": 0, "sigma": 0, "n": 1, "d": 1}, 0},
		{problems.Norm{Centred: problems.Centred{Function: line, Centre: []float64{5}, Start: []float64{9}}},
			map[string]float64{"R": 0, "G": 1}, 2},
		{problems.HuberFunction{Centred: problems.Centred{Function: plane, Centre: []float64{4, 5}, Start: []float64{0}}, L: 2, Delta: 1},
			map[string]float64{"G": 2, "L": 2, "R": math.Sqrt2}, 2*5 - 1},
		{problems.HuberFunction{Centred: problems.Centred{Function: plane, Centre: []float64{0, 0}, Start: []float64{1}}, L: 2, Delta: 9},
			map[string]float64{"G": 2 * math.Sqrt2}, 0},
		// h = (4, 1): at (1, 1), |h (theta - c)| = |(4, 4)| for c = (0, -3).
		{problems.Quadratic{Centred: problems.Centred{Function: plane, Centre: []float64{0, -3}, Start: []float64{1}}, L: 4, Condition: 4},
			map[string]float64{"G": math.Sqrt(32), "L": 4, "Lmax": 4, "mu": 1, "R": math.Sqrt2}, 4.5},
	} {
		p := build(t, c.kind)
		near(t, "F*", p.Optimum.Value, c.F, 1e-15)
		for name, want := range c.want {
			near(t, fmt.Sprintf("%T: %s", c.kind, name), p.Constants[name].Value, want, 1e-15)
		}
	}
}

func TestFunctionErrors(t *testing.T) {
	f := problems.Function{Dim: 2}
	for _, c := range []struct {
		kind builder
		want string
	}{
		{problems.NesterovSmooth{L: 1}, "dim must lie"},
		{problems.NesterovSmooth{Function: problems.Function{Dim: 2, Domain: domain.Ball{}}, L: 1}, "radius must be"},
		{problems.NesterovSmooth{Function: f, L: 1, Mu: 1}, "mu must be at least 0 and less than L"},
		{problems.NesterovSmooth{Function: problems.Function{Dim: 1001, Domain: domain.Ball{Radius: 1}}, L: 1}, "dim must be at most 1000"},
		{problems.NesterovNonsmooth{Function: f, Gamma: 1}, "mu = 0 leaves no minimizer"},
		{problems.NesterovNonsmooth{Function: f, Mu: 1}, "gamma must"},
		{problems.Norm{Centred: problems.Centred{Function: f, Centre: []float64{1, 2, 3}, Start: []float64{0}}}, "centre has 3 numbers"},
		{problems.Norm{Centred: problems.Centred{Function: f, Centre: []float64{1}, Start: nil}}, "start has 0 numbers"},
		{problems.Norm{Centred: problems.Centred{Function: f, Centre: []float64{math.NaN()}, Start: []float64{0}}}, "centre must hold finite"},
		{problems.HuberFunction{Centred: problems.Centred{Function: f, Centre: []float64{1}, Start: []float64{0}}, L: 1}, "delta must"},
		{problems.Quadratic{Centred: problems.Centred{Function: f, Centre: []float64{1}, Start: []float64{0}}, L: 1, Condition: 0.5}, "condition must"},
	} {
		if _, err := c.kind.Build(context.Background(), nil); err == nil || !strings.HasPrefix(err.Error(), c.want) {
			t.Errorf("%+v: error %v, want %q", c.kind, err, c.want)
		}
	}
}

// Formulas name the point: one number for all coordinates, a short list, or the ends
// of a long one.
func TestFunctionFormulas(t *testing.T) {
	for _, c := range []struct {
		centre []float64
		want   string
	}{
		{[]float64{0.5}, `c=0.5\,\mathbf 1`},
		{[]float64{1, 2}, `c=(1,\,2)^\top`},
		{[]float64{1, 2, 3, 4, 5, 6, 7}, `c=(1,\,2,\,3,\,4,\,\ldots,\,7)^\top`},
	} {
		dim := max(2, len(c.centre))
		p := build(t, problems.Norm{Centred: problems.Centred{Function: problems.Function{Dim: dim}, Centre: c.centre, Start: []float64{1}}})
		if !strings.HasSuffix(p.Formula, c.want) {
			t.Errorf("%s, want %s at its end", p.Formula, c.want)
		}
	}
}

func build(t *testing.T, kind builder) *problems.Problem {
	t.Helper()
	p, err := kind.Build(context.Background(), nil)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func near(t *testing.T, what string, got, want, tolerance float64) {
	t.Helper()
	if !(math.Abs(got-want) <= tolerance*math.Abs(want)) {
		t.Errorf("%s = %.17g, want %.17g", what, got, want)
	}
}
