package optimum

import (
	"math"
	"slices"
	"testing"

	"gonum.org/v1/gonum/mat"
	"gonum.org/v1/gonum/optimize/convex/lp"

	"regret/problems/domain"
	"regret/problems/linear"
)

// agree checks that a value found by another algorithm lies where the
// certificate says: not below F(u) - gap, and within tol above.
func agree(t *testing.T, c Certificate, other, tol float64) {
	t.Helper()
	slack := 1e-12 * max(1, math.Abs(other))
	if other < c.Value-c.Gap-slack {
		t.Errorf("another algorithm found %.16g, below F(u) - gap = %.16g - %.2g", other, c.Value, c.Gap)
	}
	if c.Value > other+tol*max(1, math.Abs(other)) {
		t.Errorf("F(u) = %.16g, another algorithm found %.16g", c.Value, other)
	}
}

// Accelerated proximal gradient with restarts (O'Donoghue and Candes 2015).
func TestAgainstAcceleratedGradient(t *testing.T) {
	sets := []domain.Set{domain.WholeSpace{}, domain.Ball{Radius: 0.5}, domain.Box{Lo: -0.2, Hi: 0.3}, domain.Simplex{}}
	each(t, 80, 6, sets, []float64{0, 0.1}, func(t *testing.T, m *linear.Model, set domain.Set) {
		if math.IsInf(m.Loss.MaxCurvature(), 1) || m.Loss.MaxCurvature() == 0 {
			return // the method needs a smooth loss
		}
		agree(t, minimize(t, m, set), accelerated(m, set, 4000), 1e-11)
		for _, m.L1 = range []float64{0.01, 0.2} {
			agree(t, minimize(t, m, set), accelerated(m, set, 4000), 1e-11)
		}
	})
}

func accelerated(m *linear.Model, set domain.Set, steps int) float64 {
	d := m.Dim()
	smoothness := m.Ridge
	losses, l1 := m.Split()
	for _, a := range linear.Densify(m.Rows).Data { // trace of the Hessian
		smoothness += m.Loss.MaxCurvature() * a * a / float64(m.Len())
	}
	x, y, g := make([]float64, d), make([]float64, d), make([]float64, d)
	set.Project(x)
	copy(y, x)
	value, momentum := m.Value(x), 1.0
	for range steps {
		losses.FullSubgradient(g, y)
		next := slices.Clone(y)
		addScaled(next, -1/smoothness, g)
		set.Shrink(next, l1/smoothness)
		set.Project(next)
		if v := m.Value(next); v > value && momentum > 1 {
			momentum = 1
			copy(y, x)
			continue
		} else {
			value = min(v, value)
		}
		grown := (1 + math.Sqrt(1+4*momentum*momentum)) / 2
		for j := range y {
			y[j] = next[j] + (momentum-1)/grown*(next[j]-x[j])
		}
		x, momentum = next, grown
	}
	return value
}

// In the plane a convex function is minimized by nested golden sections.
func TestAgainstGoldenSections(t *testing.T) {
	sets := []domain.Set{domain.WholeSpace{}, domain.Ball{Radius: 0.5}, domain.Box{Lo: 0.1, Hi: 0.4}, domain.Simplex{}}
	each(t, 15, 2, sets, []float64{0, 0.1}, func(t *testing.T, m *linear.Model, set domain.Set) {
		agree(t, minimize(t, m, set), sections(m, set), 1e-8)
		for _, m.L1 = range []float64{0.01, 0.2} {
			agree(t, minimize(t, m, set), sections(m, set), 1e-8)
		}
	})
}

func sections(m *linear.Model, set domain.Set) float64 {
	lo, hi := -20.0, 20.0
	inner := func(float64) (lo, hi float64) { return -20, 20 }
	switch s := set.(type) {
	case domain.Ball:
		lo, hi = -s.Radius, s.Radius
		inner = func(x float64) (lo, hi float64) {
			h := math.Sqrt(max(0, s.Radius*s.Radius-x*x))
			return -h, h
		}
	case domain.Box:
		lo, hi = s.Lo, s.Hi
		inner = func(float64) (float64, float64) { return s.Lo, s.Hi }
	case domain.Simplex:
		lo, hi = 0, 1
		inner = func(x float64) (float64, float64) { return 1 - x, 1 - x }
	}
	return golden(lo, hi, func(x float64) float64 {
		a, b := inner(x)
		return golden(a, b, func(y float64) float64 { return m.Value([]float64{x, y}) })
	})
}

func golden(lo, hi float64, f func(float64) float64) float64 {
	const ratio = 0.6180339887498949
	a, b := hi-ratio*(hi-lo), lo+ratio*(hi-lo)
	fa, fb := f(a), f(b)
	for range 60 {
		if fa < fb {
			hi, b, fb = b, a, fa
			a = hi - ratio*(hi-lo)
			fa = f(a)
		} else {
			lo, a, fa = a, b, fb
			b = lo + ratio*(hi-lo)
			fb = f(b)
		}
	}
	return min(fa, fb)
}

// Piecewise linear losses without ridge are linear programs: with slopes
// lo, hi and the kink k, phi(z) = phi(k) + hi u - lo v, z - k = u - v. In the
// simplex method's form all variables are >= 0 and theta is a difference.
func TestAgainstSimplexMethod(t *testing.T) {
	sets := []domain.Set{domain.WholeSpace{}, domain.Box{Lo: -0.2, Hi: 0.3}, domain.Simplex{}}
	each(t, 12, 3, sets, []float64{0}, func(t *testing.T, m *linear.Model, set domain.Set) {
		r := newRowLosses(m)
		if r == nil || r.bend[0] != 0 {
			return // not a linear program
		}
		agree(t, minimize(t, m, set), simplexMethod(t, m, r, set), 1e-10)
		if set == (domain.WholeSpace{}) {
			for _, m.L1 = range []float64{0.01, 0.2} {
				agree(t, minimize(t, m, set), simplexMethod(t, m, r, set), 1e-10)
			}
		}
	})
}

func simplexMethod(t *testing.T, m *linear.Model, r *rowLosses, set domain.Set) float64 {
	n, d := m.Len(), m.Dim()
	box, isBox := set.(domain.Box)
	// Columns: theta+ and theta-, u, v, and for the box theta+ + s = hi - lo,
	// with theta = lo + theta+.
	equations, columns := n, 2*d+2*n
	if isBox {
		equations, columns = n+d, columns+d
	}
	_, isSimplex := set.(domain.Simplex)
	if isSimplex {
		equations++
	}
	a, b, c := mat.NewDense(equations, columns, nil), make([]float64, equations), make([]float64, columns)
	var constant float64
	for i := range n {
		b[i] = r.kink[i]
		for j, v := range linear.Densify(m.Rows).Row(i) {
			a.Set(i, j, v)
			if set == (domain.WholeSpace{}) {
				a.Set(i, d+j, -v)
			}
			if isBox {
				b[i] -= box.Lo * v
			}
		}
		a.Set(i, 2*d+i, -1)
		a.Set(i, 2*d+n+i, 1)
		c[2*d+i], c[2*d+n+i] = r.hi[i]/float64(n), -r.lo[i]/float64(n)
		value, _ := m.Loss.Eval(r.kink[i], m.Y[i])
		constant += value / float64(n)
	}
	for j := range d {
		c[j], c[d+j] = m.L1, m.L1 // on the whole space |theta|_1 is the sum of both
		if isBox {
			a.Set(n+j, j, 1)
			a.Set(n+j, 2*d+2*n+j, 1)
			b[n+j] = box.Hi - box.Lo
		}
		if isSimplex {
			a.Set(n, j, 1)
			b[n] = 1
		}
	}
	if set != (domain.WholeSpace{}) {
		// theta- is not needed: take its zero columns out.
		kept := mat.NewDense(equations, columns-d, nil)
		kept.Slice(0, equations, 0, d).(*mat.Dense).Copy(a.Slice(0, equations, 0, d))
		kept.Slice(0, equations, d, columns-d).(*mat.Dense).Copy(a.Slice(0, equations, 2*d, columns))
		a, c = kept, slices.Delete(c, d, 2*d)
	}
	value, _, err := lp.Simplex(c, a, b, 1e-12, nil)
	if err != nil {
		t.Fatal(err)
	}
	return value + constant
}
