package optimum

import (
	"context"
	"errors"
	"math"
	"slices"
	"testing"

	"regret/problems/domain"
	"regret/problems/linear"
)

// MinimizeSmooth, which knows nothing of rows, agrees with Minimize.
func TestMinimizeSmoothAgreesWithMinimize(t *testing.T) {
	for _, size := range [][2]int{{60, 6}, {12, 40}} {
		each(t, size[0], size[1], allSets, []float64{0, 0.1}, func(t *testing.T, m *linear.Model, set domain.Set) {
			if _, whole := set.(domain.WholeSpace); math.IsInf(m.Loss.MaxCurvature(), 1) || whole && m.Ridge == 0 {
				return
			}
			want := minimize(t, m, set)
			got, err := MinimizeSmooth(context.Background(), &rowSum{Model: m}, set, m.Ridge)
			if err != nil {
				t.Fatal(err)
			}
			target := SmoothTarget
			if set.Diameter(1) > 1e3 {
				target = 1e-11 // the gradient's rounding counts as often as the set is wide
			}
			if !(got.Relative() <= target) || got.Target != SmoothTarget {
				t.Errorf("relative gap %g, %s", got.Relative(), got.Method)
			}
			if math.Abs(got.Value-want.Value) > target*want.Scale {
				t.Errorf("F = %.17g, Minimize finds %.17g", got.Value, want.Value)
			}
		})
	}
}

// At a wrong point the gap is at least the excess.
func TestFirstOrderGapIsNotFooled(t *testing.T) {
	sets := []domain.Set{domain.WholeSpace{}, domain.Ball{Radius: 0.5}, domain.Box{Lo: -0.2, Hi: 0.3}, domain.Simplex{}}
	each(t, 80, 6, sets, []float64{0, 0.1}, func(t *testing.T, m *linear.Model, set domain.Set) {
		if math.IsInf(m.Loss.MaxCurvature(), 1) || set == (domain.WholeSpace{}) && m.Ridge == 0 {
			return
		}
		wrong, excess := misplace(m, set, minimize(t, m, set))
		for _, mu := range []float64{0, m.Ridge} {
			if gap, method := FirstOrderGap(&rowSum{Model: m}, set, mu, wrong); !(gap >= excess*(1-1e-9)) {
				t.Errorf("%s: gap %g, excess %g", method, gap, excess)
			}
		}
	})
}

// By hand: F = (theta - 2)^2/2 at 0 has g = -2. On [-1, 1] the Frank-Wolfe gap is
// -2 (0 - 1) = 2, and with mu = 1 it is 2 - 1/2, the excess 2 - 1/2. On the line
// with mu = 1 it is 4/2.
func TestFirstOrderGapByHand(t *testing.T) {
	f := &rowSum{Model: &linear.Model{Rows: &linear.Dense{N: 1, D: 1, Data: []float64{1}}, Y: []float64{2}, Loss: linear.Squared{}}}
	for _, c := range []struct {
		set      domain.Set
		mu, want float64
	}{{domain.Box{Lo: -1, Hi: 1}, 0, 2}, {domain.Box{Lo: -1, Hi: 1}, 1, 1.5}, {domain.WholeSpace{}, 1, 2}, {domain.WholeSpace{}, 0, math.Inf(1)}} {
		if gap, _ := FirstOrderGap(f, c.set, c.mu, []float64{0}); !(gap >= c.want && gap <= c.want+1e-14) && gap != c.want {
			t.Errorf("%v, mu %g: gap %g, want %g", c.set, c.mu, gap, c.want)
		}
	}
}

func TestMinimizeSmoothNeedsCurvatureOnTheWholeSpace(t *testing.T) {
	f := &rowSum{Model: random(20, 3, linear.Squared{}, false, 0)}
	if c, err := MinimizeSmooth(context.Background(), f, domain.WholeSpace{}, 0); !errors.Is(err, ErrUncertified) {
		t.Errorf("%v, %v", c, err)
	}
}

// The smooth functions of the solvers have the derivatives that they claim.
func TestDerivatives(t *testing.T) {
	ridged := random(15, 4, linear.Hinge{}, true, 0.1)
	envelope := *ridged
	envelope.Loss = moreau{linear.Hinge{}, 0.7}
	functions := map[string]Smooth{"rows": &rowSum{Model: random(15, 4, linear.Logistic{}, true, 0.1)}, "envelope": &rowSum{Model: &envelope}}
	for _, set := range []domain.Set{domain.WholeSpace{}, domain.Ball{Radius: 0.05}, domain.Box{Lo: -0.02, Hi: 0.05}, domain.Simplex{}} {
		p := newProximal(ridged, set)
		p.weight = 0.3
		p.recentre([]float64{0.1, 0, -0.3, 0.2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0}, 0.2)
		functions["proximal "+set.String()] = p
	}
	for name, f := range functions {
		x, v := make([]float64, f.Dim()), make([]float64, f.Dim())
		for j := range x {
			x[j], v[j] = 2*math.Sin(float64(3*j)), math.Cos(float64(j))
		}
		const h = 1e-6
		ahead, behind := slices.Clone(x), slices.Clone(x)
		addScaled(ahead, h, v)
		addScaled(behind, -h, v)
		g, ga, gb, hv := make([]float64, len(x)), make([]float64, len(x)), make([]float64, len(x)), make([]float64, len(x))
		f.FullSubgradient(g, x)
		a, b := f.FullSubgradient(ga, ahead), f.FullSubgradient(gb, behind)
		if slope := (a - b) / (2 * h); math.Abs(slope-linear.Dot(g, v)) > 1e-7*(1+math.Abs(slope)) {
			t.Errorf("%s: slope %g, differences say %g", name, linear.Dot(g, v), slope)
		}
		f.HessianTimes(hv, x, v)
		for j := range hv {
			if bend := (ga[j] - gb[j]) / (2 * h); math.Abs(bend-hv[j]) > 1e-6*(1+math.Abs(bend)) {
				t.Errorf("%s: Hessian times v has %g at %d, differences say %g", name, hv[j], j, bend)
			}
		}
	}
}

// The envelope lies below the loss, by at most width/2 times the largest slope
// squared, and has its conjugate.
func TestEnvelope(t *testing.T) {
	for _, loss := range []linear.Loss{linear.Hinge{}, linear.Absolute{}, linear.Quantile{Tau: 0.2}} {
		e := moreau{loss, 0.5}
		for _, y := range []float64{-1, 1} {
			lo, hi := loss.Slopes(y)
			most := e.width / 2 * max(lo*lo, hi*hi)
			for z := -3.0; z <= 3; z += 0.125 {
				value, slope := e.Eval(z, y)
				if above, _ := loss.Eval(z, y); value > above+1e-15 || above-value > most+1e-15 {
					t.Errorf("%T at %g: envelope %g, loss %g", loss, z, value, above)
				}
				if fenchel := value + e.Conjugate(slope, y) - slope*z; math.Abs(fenchel) > 1e-15 {
					t.Errorf("%T at %g: Fenchel's inequality is off by %g", loss, z, fenchel)
				}
			}
		}
	}
}
