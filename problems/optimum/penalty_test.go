package optimum

import (
	"context"
	"fmt"
	"math"
	"testing"

	"regret/problems/domain"
	"regret/problems/linear"
)

// Gaps are within 1e-12 for smooth and 1e-9 for other losses, but where the
// digits do not suffice: with a term so small that the dual cube is, and in a wide box,
// where a slope that is off by its rounding costs its width in every coordinate.
func TestGapsOfPenalizedModels(t *testing.T) {
	for _, size := range [][2]int{{1, 1}, {40, 1}, {8, 20}, {60, 6}, {200, 25}} {
		for _, l1 := range []float64{1e-4, 0.01, 0.1, 0.5, 10} {
			t.Run(fmt.Sprintf("l1=%g", l1), func(t *testing.T) {
				each(t, size[0], size[1], allSets, []float64{0, 0.1}, func(t *testing.T, m *linear.Model, set domain.Set) {
					m.L1 = l1
					tolerance := 1e-12
					if math.IsInf(m.Loss.MaxCurvature(), 1) {
						tolerance = 1e-9
					}
					if l1 < 0.01 {
						tolerance *= 100
					}
					if box, ok := set.(domain.Box); ok {
						tolerance += 2 * rounding * float64(m.Dim()) * (box.Hi - box.Lo)
					}
					c := minimize(t, m, set)
					if !(c.Gap == 0 || relative(m, set, c) <= tolerance) {
						t.Errorf("F = %g, gap %g, relative %g", c.Value, c.Gap, relative(m, set, c))
					}
				})
			})
		}
	}
}

// Coordinate descent solves the lasso and the elastic net (Friedman, Hastie and
// Tibshirani, Journal of Statistical Software 33, 2010).
func TestAgainstCoordinateDescent(t *testing.T) {
	for _, set := range []domain.Set{domain.WholeSpace{}, domain.Box{Lo: -0.2, Hi: 0.3}, domain.Box{Lo: 0.1, Hi: 0.4}} {
		for _, size := range [][2]int{{80, 6}, {30, 40}} {
			for _, ridge := range []float64{0, 0.1} {
				for _, l1 := range []float64{0.03, 0.3} {
					m := random(size[0], size[1], linear.Squared{}, false, ridge)
					m.L1 = l1
					theta := coordinateDescent(m, set)
					c := minimize(t, m, set)
					agree(t, c, m.Value(theta), 1e-12)
					for j, x := range theta {
						if math.Abs(c.Theta[j]-x) > 1e-6 || (x == 0) != (c.Theta[j] == 0) {
							t.Errorf("%v, %v, ridge %g, l1 %g: coordinate %d is %g, by coordinate descent %g", set, size, ridge, l1, j, c.Theta[j], x)
						}
					}
				}
			}
		}
	}
}

// coordinateDescent minimizes squared loss in one coordinate after the other,
// until rounding.
func coordinateDescent(m *linear.Model, set domain.Set) []float64 {
	rows, n := linear.Densify(m.Rows), float64(m.Len())
	theta, residual := make([]float64, m.Dim()), make([]float64, m.Len())
	set.Project(theta)
	for i := range residual {
		residual[i] = rows.Dot(i, theta) - m.Y[i]
	}
	for range 20000 {
		var moved float64
		for j, old := range theta {
			var slope, curvature float64
			for i := range residual {
				a := rows.Row(i)[j]
				slope += a * residual[i] / n
				curvature += a * a / n
			}
			x := []float64{curvature*old - slope}
			x[0] = math.Copysign(max(math.Abs(x[0])-m.L1, 0), x[0]) / (curvature + m.Ridge)
			set.Project(x)
			for i := range residual {
				residual[i] += rows.Row(i)[j] * (x[0] - old)
			}
			theta[j] = x[0]
			moved = max(moved, math.Abs(x[0]-old))
		}
		if moved < 1e-15 {
			break
		}
	}
	return theta
}

// The lasso on one row by hand: F = (theta - 2)^2/2 + |theta| has its minimum
// 3/2 at 1. At theta = 0 with the slope -2, |v| = 2 is beyond 1: scaled to -1 it
// gives 2 + (-1)^2/2 + 2(-1) = 1/2 for the row, and 0 for the term.
func TestDualScalingByHand(t *testing.T) {
	m := &linear.Model{Rows: &linear.Dense{N: 1, D: 1, Data: []float64{1}}, Y: []float64{2}, Loss: linear.Squared{}, L1: 1}
	if gap := FenchelGap(m, domain.WholeSpace{}, []float64{0}, []float64{-2}); math.Abs(gap-0.5) > 1e-14 {
		t.Errorf("gap %g, want 1/2", gap)
	}
	c := minimize(t, m, domain.WholeSpace{})
	if math.Abs(c.Theta[0]-1) > 1e-14 || math.Abs(c.Value-1.5) > 1e-15 || c.Gap > 1e-14 {
		t.Errorf("%+v", c)
	}
}

// At a wrong point the gap is at least the excess of F.
func TestPlantedErrorsInPenalizedModels(t *testing.T) {
	sets := []domain.Set{domain.WholeSpace{}, domain.Ball{Radius: 0.5}, domain.Box{Lo: -0.2, Hi: 0.3}, domain.Simplex{}}
	each(t, 80, 6, sets, []float64{0, 0.1}, func(t *testing.T, m *linear.Model, set domain.Set) {
		m.L1 = 0.05
		best := minimize(t, m, set)
		wrong, excess := misplace(m, set, best)
		if !(excess > 1e-5) {
			t.Fatalf("the wrong point is too good: %g", excess)
		}
		for name, alpha := range map[string][]float64{"old": slopes(m, best.Theta), "its own": slopes(m, wrong)} {
			if gap := FenchelGap(m, set, wrong, alpha); !(gap >= excess*(1-1e-9)) {
				t.Errorf("wrong theta with %s slopes: gap %g, excess %g", name, gap, excess)
			}
		}
	})
}

// Without ridge separable data have no minimizer; with an L1 term they do.
func TestThePenaltyGivesSeparableDataAMinimizer(t *testing.T) {
	m := &linear.Model{
		Rows: &linear.Dense{N: 3, D: 2, Data: []float64{1, 2, 2, 1, -1, -1}},
		Y:    []float64{1, 1, -1}, Loss: linear.Logistic{}, L1: 1e-3,
	}
	if c, err := Minimize(context.Background(), m, domain.WholeSpace{}); err != nil || c.Gap > 1e-12 {
		t.Errorf("%v, %v", c, err)
	}
}
