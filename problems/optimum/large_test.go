package optimum

import (
	"context"
	"errors"
	"fmt"
	"math"
	"math/big"
	"math/rand/v2"
	"testing"

	"regret/problems/dataset"
	"regret/problems/domain"
	"regret/problems/linear"
)

// large is Minimize by products with the rows, whatever the size.
func large(t *testing.T, m *linear.Model, set domain.Set) Certificate {
	t.Helper()
	j := newJudge(context.Background(), m, set)
	if err := j.minimizeLarge(); err != nil {
		t.Fatal(err)
	}
	c, err := j.verdict()
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// Both ways find the same minimum, within what both certificates allow.
func TestTheWayBySizeDoesNotMatter(t *testing.T) {
	for _, size := range [][2]int{{60, 6}, {12, 40}} {
		each(t, size[0], size[1], allSets, []float64{0, 1e-4, 0.1}, func(t *testing.T, m *linear.Model, set domain.Set) {
			if _, whole := set.(domain.WholeSpace); m.Loss.MaxCurvature() == 0 || whole && m.Ridge == 0 {
				return // in closed form, or without a proof
			}
			dense, rows := minimize(t, m, set), large(t, m, set)
			target := SmoothTarget
			switch {
			case kinked(m.Loss):
				target = NonSmoothTarget
			case set == (domain.Ball{Radius: 1e4}) && m.Ridge == 0:
				target *= 10 // the gap is the radius times a gradient at rounding, 1e-16
			}
			if !(rows.Relative() <= target) {
				t.Errorf("relative gap %g", rows.Relative())
			}
			if !set.Contains(rows.Theta, 0) {
				t.Error("the minimizer is outside the domain")
			}
			noise := 1e-15 * math.Abs(dense.Value)
			if rows.Lower() > dense.Value+noise || dense.Lower() > rows.Value+noise {
				t.Errorf("F* in [%.17g, %.17g] and in [%.17g, %.17g]", dense.Lower(), dense.Value, rows.Lower(), rows.Value)
			}
		})
	}
}

// sparse returns an n x d matrix with a few entries a row, and signs that
// follow a plane up to noise.
func sparse(n, d, entries int, noise float64) (*linear.Sparse, []float64) {
	r := rand.New(rand.NewPCG(11, uint64(d)))
	m, y := &linear.Sparse{N: n, D: d, Starts: []int{0}}, make([]float64, n)
	for i := range n {
		column, signal := 0, noise*r.NormFloat64()
		for range entries {
			column += 1 + r.IntN(d/entries-1)
			value := r.NormFloat64()
			m.Columns, m.Values = append(m.Columns, int32(column-1)), append(m.Values, value)
			signal += value * math.Cos(float64(column))
		}
		m.Starts = append(m.Starts, len(m.Columns))
		y[i] = math.Copysign(1, signal)
	}
	return m, y
}

// Sparse rows are never made dense, and the same numbers come out.
func TestSparseAndDenseAgree(t *testing.T) {
	rows, y := sparse(400, 500, 20, 1)
	for _, loss := range []linear.Loss{linear.Logistic{}, linear.Squared{}, linear.Huber{Delta: 0.5}, linear.Hinge{}} {
		for _, c := range []struct {
			set   domain.Set
			ridge float64
		}{{domain.WholeSpace{}, 0.01}, {domain.Ball{Radius: 2}, 0}, {domain.Box{Lo: -0.2, Hi: 0.2}, 0}, {domain.Simplex{}, 0}} {
			t.Run(fmt.Sprintf("%T/%v", loss, c.set), func(t *testing.T) {
				m := &linear.Model{Rows: rows, Y: y, Loss: loss, Ridge: c.ridge}
				s := minimize(t, m, c.set)
				if !s.Met() {
					t.Errorf("relative gap %g, target %g", s.Relative(), s.Target)
				}
				d := large(t, &linear.Model{Rows: linear.Densify(rows), Y: y, Loss: loss, Ridge: c.ridge}, c.set)
				if math.Abs(s.Value-d.Value) > s.Gap+d.Gap+1e-15 {
					t.Errorf("F = %.17g on sparse rows, %.17g on dense ones", s.Value, d.Value)
				}
			})
		}
	}
}

func TestWideData(t *testing.T) {
	for _, loss := range []linear.Loss{linear.Logistic{}, linear.Hinge{}} {
		m := random(10, 5000, loss, true, 0)
		for _, set := range []domain.Set{domain.Ball{Radius: 0.05}, domain.Box{Lo: -1e-3, Hi: 1e-3}, domain.Simplex{}} {
			if c := minimize(t, m, set); !c.Met() {
				t.Errorf("%T on %v: relative gap %g", loss, set, c.Relative())
			}
		}
	}
}

func TestSeparableSparseData(t *testing.T) {
	rows, y := sparse(400, 500, 20, 0)
	m := &linear.Model{Rows: rows, Y: y, Loss: linear.Logistic{}}
	if err := newJudge(context.Background(), m, domain.WholeSpace{}).minimizeLarge(); !errors.Is(err, ErrSeparable) {
		t.Errorf("separable: %v", err)
	}
	y[3], rows.Columns, rows.Values, rows.Starts = -y[0], append(rows.Columns, rows.Columns[:20]...), append(rows.Values, rows.Values[:20]...), append(rows.Starts, rows.Starts[400]+20)
	rows.N, m.Y = 401, append(y, -y[0]) // the first row again, of the other class
	if err := newJudge(context.Background(), m, domain.WholeSpace{}).minimizeLarge(); !errors.Is(err, ErrNearlySeparable) {
		t.Errorf("with a contradiction: %v", err)
	}
}

// A problem past the size of a target is given as the interval reached.
func TestExceptedProblemsAreIntervals(t *testing.T) {
	for _, c := range []struct {
		n, d int
		loss linear.Loss
		want float64
	}{{100, 1000, linear.Hinge{}, NonSmoothTarget}, {101, 1000, linear.Hinge{}, 0}, {101, 1000, linear.Logistic{}, SmoothTarget}} {
		if got := targetOf(random(c.n, c.d, c.loss, true, 0)); got != c.want {
			t.Errorf("%d x %d, %T: target %g, want %g", c.n, c.d, c.loss, got, c.want)
		}
	}
	wide := record{first: 1, best: Certificate{Value: 0.5, Gap: 4e-3}}
	if c, err := wide.verdict(); err != nil || c.Lower() != 0.5-4e-3 || c.Relative() != 8e-3 || !c.Met() {
		t.Errorf("%+v, %v", c, err)
	}
	wide.best.Gap = 6e-3
	if _, err := wide.verdict(); !errors.Is(err, ErrUncertified) {
		t.Errorf("a gap worth nothing passes: %v", err)
	}
}

// Where rounding would cost the target, products are taken with twice the digits.
func TestWholeSpaceMeetsItsTarget(t *testing.T) {
	if c := minimize(t, load(t, "spambase", dataset.Standardize, linear.Logistic{}), domain.WholeSpace{}); !c.Met() {
		t.Errorf("relative gap %g", c.Relative())
	}
}

// What is left of an exact sum after its rounding comes out right too.
func TestAddExactly(t *testing.T) {
	rows, x := &linear.Dense{N: 4, D: 1, Data: []float64{1e6, 1, -1e6, 0.1}}, []float64{1, 3, 1, 0.1}
	exact := new(big.Float).SetPrec(500)
	for i, v := range x {
		exact.Add(exact, new(big.Float).SetPrec(500).Mul(big.NewFloat(v), big.NewFloat(rows.Data[i])))
	}
	sum := []float64{0}
	addExactly(sum, rows, x)
	rest := []float64{-sum[0]}
	addExactly(rest, rows, x)
	want, _ := exact.Float64()
	left, _ := exact.Sub(exact, big.NewFloat(sum[0])).Float64()
	if sum[0] != want || math.Abs(rest[0]-left) > 1e-23 || left == 0 {
		t.Errorf("sum %v, want %v; %v beyond it, want %v", sum[0], want, rest[0], left)
	}
}

// canceller cancels at the given call.
type canceller struct {
	Smooth
	left   int
	cancel func()
}

func (c *canceller) HessianTimes(dst, theta, v []float64) {
	if c.left--; c.left == 0 {
		c.cancel()
	}
	if c.left < 0 {
		panic("called after the context was cancelled")
	}
	c.Smooth.HessianTimes(dst, theta, v)
}

func TestCancelledAmidConjugateGradients(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	f := &canceller{&rowSum{Model: random(60, 40, linear.Squared{}, false, 1e-6)}, 5, cancel}
	if _, err := MinimizeSmooth(ctx, f, domain.Ball{Radius: 0.1}, 0); !errors.Is(err, context.Canceled) {
		t.Errorf("%v", err)
	}
}
