package optimum

import (
	"context"
	"math"
	"slices"
	"testing"

	"regret/problems/domain"
	"regret/problems/linear"
)

// A certificate must not be fooled: at a wrong point, and with wrong slopes,
// the gap is at least the excess of F over the minimum.
func TestPlantedErrorsGetLargeGaps(t *testing.T) {
	sets := []domain.Set{domain.WholeSpace{}, domain.Ball{Radius: 0.5}, domain.Box{Lo: -0.2, Hi: 0.3}, domain.Simplex{}}
	each(t, 80, 6, sets, []float64{0, 0.1}, func(t *testing.T, m *linear.Model, set domain.Set) {
		best := minimize(t, m, set)
		j := newJudge(context.Background(), m, set)
		if set == (domain.WholeSpace{}) && m.Ridge == 0 {
			var err error
			if j.basis, err = newBasis(linear.Densify(m.Rows)); err != nil {
				t.Fatal(err)
			}
		}
		good := slopes(m, best.Theta)
		wrong, excess := misplace(m, set, best)
		if !(excess > 1e-5) {
			t.Fatalf("the wrong point is too good: %g", excess)
		}
		for name, alpha := range map[string][]float64{"old": good, "its own": slopes(m, wrong)} {
			if gap, _ := j.gap(wrong, alpha); !(gap >= excess*(1-1e-9)) {
				t.Errorf("wrong theta with %s slopes: gap %g, excess %g", name, gap, excess)
			}
		}
		_, squared := m.Loss.(linear.Squared)
		if m.Loss.MaxCurvature() == 0 || squared && j.basis != nil {
			return // there is no choice of slopes
		}
		bad := slices.Clone(good)
		for i := range bad[:20] {
			lo, hi := m.Loss.Slopes(m.Y[i])
			bad[i] = max(lo, min(hi, bad[i]+0.3))
			if i%2 == 0 {
				bad[i] = max(lo, min(hi, good[i]-0.2))
			}
		}
		if gap, _ := j.gap(best.Theta, bad); !(gap > 1e-4) {
			t.Errorf("wrong slopes: gap %g", gap)
		}
	})
}

// misplace returns a point of the set near the minimizer and its excess.
func misplace(m *linear.Model, set domain.Set, best Certificate) (wrong []float64, excess float64) {
	for _, shift := range []float64{0.1, -0.1} {
		theta := slices.Clone(best.Theta)
		theta[0] += shift
		theta[1] -= shift
		set.Project(theta)
		if e := m.Value(theta) - best.Value; e >= excess {
			wrong, excess = theta, e
		}
	}
	return wrong, excess
}

// What rounding leaves of B'alpha = 0 is charged for, at least with the norm of
// the point itself: |w|^2 = mean z^2 in white coordinates.
func TestTheDualResidualIsChargedFor(t *testing.T) {
	m := random(80, 6, linear.Absolute{}, false, 0)
	best := minimize(t, m, domain.WholeSpace{})
	b, err := newBasis(linear.Densify(m.Rows))
	if err != nil {
		t.Fatal(err)
	}
	alpha, _, ok := b.balance(m, slopes(m, best.Theta))
	if !ok {
		t.Fatal("the slopes cannot be balanced")
	}
	z := make([]float64, m.Len())
	multiply(z, m.Rows, best.Theta)
	norm := math.Sqrt(linear.Dot(z, z) / float64(m.Len()))
	rows, allowance := rowGap(m, best.Theta, alpha)
	gap, _ := b.gap(m, best.Theta, slopes(m, best.Theta))
	if charge := gap - rows - allowance; !(charge >= 2*norm*b.residual(alpha)) {
		t.Errorf("residual %g at norm %g is charged with %g", b.residual(alpha), norm, charge)
	}
}

func TestSlopesOutsideTheConjugateProveNothing(t *testing.T) {
	m := random(10, 2, linear.Absolute{}, false, 0)
	alpha := make([]float64, 10)
	alpha[3] = 1.5
	if gap := FenchelGap(m, domain.Ball{Radius: 1}, []float64{0, 0}, alpha); !math.IsInf(gap, 1) {
		t.Errorf("gap %g", gap)
	}
}

// With one row and one coordinate everything can be done by hand: F = |theta - 2|
// on [-1, 1] has its minimum 1 at theta = 1. With alpha = -1/2 at theta = 0:
// |0-2| + (-1/2)(2) + 0 = 1 for the row, and v = -1/2, x = 1 give
// -1/2 (0 - 1) = 1/2 for the domain; together 3/2 >= F(0) - F* = 1.
func TestFenchelGapByHand(t *testing.T) {
	m := &linear.Model{Rows: &linear.Dense{N: 1, D: 1, Data: []float64{1}}, Y: []float64{2}, Loss: linear.Absolute{}}
	box := domain.Box{Lo: -1, Hi: 1}
	if gap := FenchelGap(m, box, []float64{0}, []float64{-0.5}); math.Abs(gap-1.5) > 1e-14 {
		t.Errorf("gap %g, want 3/2", gap)
	}
	if gap := FenchelGap(m, box, []float64{1}, []float64{-1}); gap > 1e-14 {
		t.Errorf("gap %g, want 0", gap)
	}
	// With ridge 1: alpha = -1/2 at theta = 0 gives x = Proj(1/2) = 1/2 and
	// (-1/2 + 1/4)(0 - 1/2) = 1/8.
	m.Ridge = 1
	if gap := FenchelGap(m, box, []float64{0}, []float64{-0.5}); math.Abs(gap-1.125) > 1e-14 {
		t.Errorf("gap %g, want 9/8", gap)
	}
}
