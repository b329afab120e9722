package optimum

import (
	"context"
	"errors"
	"math"
	"runtime"
	"slices"
	"strings"
	"testing"

	"gonum.org/v1/gonum/mat"

	"regret/problems/domain"
	"regret/problems/linear"
)

var allSets = []domain.Set{
	domain.WholeSpace{},
	domain.Ball{Radius: 1e-3}, domain.Ball{Radius: 1}, domain.Ball{Radius: 1e4},
	domain.Box{Lo: -0.5, Hi: 0.7}, domain.Box{Lo: 0.1, Hi: 50}, domain.Box{Lo: -1e-3, Hi: 1e4},
	domain.Simplex{},
}

// Every gap is below the precision that is promised, 1e-9 for smooth and 1e-6
// for other losses, by a factor of ten.
func TestGapsAreSmall(t *testing.T) {
	for _, size := range [][2]int{{1, 1}, {40, 1}, {8, 20}, {60, 6}, {200, 25}} {
		each(t, size[0], size[1], allSets, []float64{0, 1e-8, 0.1, 100}, func(t *testing.T, m *linear.Model, set domain.Set) {
			c, err := Minimize(context.Background(), m, set)
			if recedes(m.Loss) && m.Len() <= m.Dim() && (errors.Is(err, ErrSeparable) || errors.Is(err, ErrNearlySeparable)) {
				return
			}
			if err != nil {
				t.Fatal(err)
			}
			tolerance := 1e-10
			if math.IsInf(m.Loss.MaxCurvature(), 1) {
				tolerance = 1e-7
			}
			if r := relative(m, set, c); !(r <= tolerance) {
				t.Errorf("F = %g, gap %g, relative %g", c.Value, c.Gap, r)
			}
			if !set.Contains(c.Theta, 0) {
				t.Errorf("the minimizer is outside the domain")
			}
		})
	}
}

func TestSeparableDataHaveNoMinimizer(t *testing.T) {
	for _, loss := range []linear.Loss{linear.Logistic{}, linear.Exponential{}} {
		separable := &linear.Model{
			Rows: &linear.Dense{N: 3, D: 2, Data: []float64{1, 2, 2, 1, -1, -1}},
			Y:    []float64{1, 1, -1}, Loss: loss,
		}
		if c, err := Minimize(context.Background(), separable, domain.WholeSpace{}); !errors.Is(err, ErrSeparable) {
			t.Errorf("%T, separable data: %v, %v", loss, c, err)
		}
		if c, err := Minimize(context.Background(), separable, domain.Ball{Radius: 3}); err != nil || c.Gap > 1e-12 {
			t.Errorf("%T, on a ball: %v, %v", loss, c, err)
		}
		// Separated but for two rows on the plane x_2 = 0, which overlap.
		quasi := &linear.Model{
			Rows: &linear.Dense{N: 4, D: 2, Data: []float64{1, 0, 2, 0, 0, 1, 0, -1}},
			Y:    []float64{1, -1, 1, -1}, Loss: loss,
		}
		if c, err := Minimize(context.Background(), quasi, domain.WholeSpace{}); !errors.Is(err, ErrNearlySeparable) {
			t.Errorf("%T, data separable but for the plane: %v, %v", loss, c, err)
		}
	}
}

// Counts of 0 want a margin of -Inf: there is no minimizer if the other rows leave a
// direction for it, and one if they do not.
func TestCountsOfZero(t *testing.T) {
	for _, c := range []struct {
		counts []float64
		want   error
	}{
		{[]float64{0, 0, 0}, ErrSeparable}, {[]float64{2, 0, 0}, ErrNearlySeparable}, {[]float64{2, 0, 1}, nil},
	} {
		m := &linear.Model{
			Rows: &linear.Dense{N: 3, D: 2, Data: []float64{1, 0, 0, 1, 1, 1}},
			Y:    c.counts, Loss: linear.Poisson{},
		}
		if best, err := Minimize(context.Background(), m, domain.WholeSpace{}); !errors.Is(err, c.want) {
			t.Errorf("counts %v: %v, %v", c.counts, best, err)
		}
	}
}

// The portfolio of Cover's iteration theta_j <- theta_j mean_i r_ij/(r_i.theta), which
// raises the growth rate at each step (IEEE Trans. Inf. Theory 30, 1984), is no better.
func TestPortfolioAgainstCover(t *testing.T) {
	m := random(200, 5, linear.NegativeLog{}, false, 0)
	rows := linear.Densify(m.Rows).Data
	for k, v := range rows {
		rows[k] = math.Exp(0.2*v + 0.01*float64(k%5))
	}
	theta := []float64{0.2, 0.2, 0.2, 0.2, 0.2}
	for range 100000 {
		var mean [5]float64
		for i := range m.Len() {
			z := m.Rows.Dot(i, theta)
			for j := range theta {
				mean[j] += rows[5*i+j] / z / float64(m.Len())
			}
		}
		for j := range theta {
			theta[j] *= mean[j]
		}
	}
	c := minimize(t, m, domain.Simplex{})
	agree(t, c, m.Value(theta), 1e-12)
	if r := relative(m, domain.Simplex{}, c); r > 1e-12 {
		t.Errorf("relative gap %g", r)
	}
}

// Where F is infinite at the start, nothing is certified, and the search ends.
func TestInfiniteStart(t *testing.T) {
	m := random(5, 2, linear.NegativeLog{}, false, 0.1)
	if c, err := Minimize(context.Background(), m, domain.WholeSpace{}); err == nil {
		t.Errorf("-log z on the whole space has the minimum %v", c)
	}
}

// On a ball this large the digits of the dual slopes do not suffice, and with two equal
// features the minimizer on the whole space proves nothing without rounding: what is
// proved is worth nothing, and must not pass for a certificate.
func TestWorthlessGapIsRefused(t *testing.T) {
	m := random(60, 6, linear.Hinge{}, true, 0)
	rows := m.Rows.(*linear.Dense)
	for i := range rows.N {
		rows.Row(i)[5] = rows.Row(i)[4]
	}
	c, err := Minimize(context.Background(), m, domain.Ball{Radius: 1e20})
	if !errors.Is(err, ErrUncertified) || !strings.Contains(err.Error(), "is all that is proved") {
		t.Errorf("%v, %v", c, err)
	}
}

func TestVerdictAtTheTolerance(t *testing.T) {
	for _, c := range []struct {
		value, first, gap float64
		ok                bool
	}{
		{1, 1, tolerance, true}, {1, 1, 1.01 * tolerance, false},
		{-3, 1, 4 * tolerance, true}, {-3, 1, 4.01 * tolerance, false}, // F(theta_1) - F* is 4
		{0, 0, 0, true}, {0, 0, 1e-200, true}, {0, 0, 1e-150, false},
		{1, 1, math.NaN(), false}, {1, 1, math.Inf(1), false},
	} {
		j := &record{first: c.first, target: SmoothTarget, best: Certificate{Value: c.value, Gap: c.gap}}
		if _, err := j.verdict(); errors.Is(err, ErrUncertified) == c.ok {
			t.Errorf("%+v: %v", c, err)
		}
	}
}

func TestLinearLossWithoutBound(t *testing.T) {
	m := random(5, 3, linear.Identity{}, false, 0)
	if c, err := Minimize(context.Background(), m, domain.WholeSpace{}); err == nil {
		t.Errorf("a linear function on the whole space has the minimum %v", c)
	}
}

// Hinge losses on separable data are 0 at the minimum, proved by alpha = 0.
func TestSeparableHinge(t *testing.T) {
	for _, loss := range []linear.Loss{linear.Hinge{}, linear.SquaredHinge{}} {
		m := &linear.Model{
			Rows: &linear.Dense{N: 3, D: 2, Data: []float64{1, 2, 2, 1, -1, -1}},
			Y:    []float64{1, 1, -1}, Loss: loss,
		}
		if c := minimize(t, m, domain.WholeSpace{}); c.Value > 1e-12 || c.Gap > 1e-12 {
			t.Errorf("%T: F = %g, gap %g", loss, c.Value, c.Gap)
		}
	}
}

// With a doubled column the least-squares solution of least norm shares its
// coefficient evenly; the other coordinates are those of the plain problem.
func TestRankDeficientLeastSquares(t *testing.T) {
	m := random(50, 4, linear.Squared{}, false, 0)
	doubled := &linear.Dense{N: 50, D: 5}
	for i := range 50 {
		row := linear.Densify(m.Rows).Row(i)
		doubled.Data = append(append(doubled.Data, row...), row[0])
	}
	var plain mat.VecDense
	if err := plain.SolveVec(mat.NewDense(50, 4, linear.Densify(m.Rows).Data), mat.NewVecDense(50, m.Y)); err != nil {
		t.Fatal(err)
	}
	c := minimize(t, &linear.Model{Rows: doubled, Y: m.Y, Loss: m.Loss}, domain.WholeSpace{})
	want := append(slices.Clone(plain.RawVector().Data), plain.AtVec(0)/2)
	want[0] /= 2
	for j := range want {
		if math.Abs(c.Theta[j]-want[j]) > 1e-13 {
			t.Errorf("theta[%d] = %v, want %v", j, c.Theta[j], want[j])
		}
	}
}

// Every loss copes with columns that depend on each other, and rows of zeros.
func TestDegenerateData(t *testing.T) {
	for _, l := range losses {
		for _, set := range []domain.Set{domain.WholeSpace{}, domain.Ball{Radius: 1}, domain.Box{Lo: -1, Hi: 1}, domain.Simplex{}} {
			m := random(40, 6, l.loss, l.sign, 0)
			if !bounded(l.loss, set, 0) {
				continue
			}
			for i := range 40 {
				row := linear.Densify(m.Rows).Row(i)
				row[4], row[5] = row[0]+row[1], 0
				if i%5 == 0 {
					clear(row)
				}
			}
			if r := relative(m, set, minimize(t, m, set)); !(r <= 1e-10) {
				t.Errorf("%T on %v: relative gap %g", l.loss, set, r)
			}
		}
	}
}

// Start optimal, F = 0: the scale of the tolerance is 0.
func TestZeroMinimum(t *testing.T) {
	for _, loss := range []linear.Loss{linear.Squared{}, linear.Absolute{}, linear.Huber{Delta: 2}, linear.Quantile{Tau: 0.3}} {
		for _, set := range []domain.Set{domain.WholeSpace{}, domain.Ball{Radius: 1}, domain.Box{Lo: -1, Hi: 1}} {
			m := random(20, 3, loss, false, 0)
			clear(m.Y)
			if c := minimize(t, m, set); c.Value != 0 || c.Gap != 0 {
				t.Errorf("%T on %v: F = %g, gap %g", loss, set, c.Value, c.Gap)
			}
		}
	}
}

func TestSameBitsWithOneProcessor(t *testing.T) {
	for _, set := range []domain.Set{domain.WholeSpace{}, domain.Ball{Radius: 1}} {
		for _, loss := range []linear.Loss{linear.Squared{}, linear.Absolute{}} {
			m := random(700, 80, loss, false, 0)
			many := minimize(t, m, set)
			before := runtime.GOMAXPROCS(1)
			one := minimize(t, m, set)
			runtime.GOMAXPROCS(before)
			if !slices.Equal(one.Theta, many.Theta) || one.Gap != many.Gap {
				t.Errorf("%T on %v: results depend on the number of processors", loss, set)
			}
		}
	}
}
