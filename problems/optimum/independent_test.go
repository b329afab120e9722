package optimum

import (
	"context"
	"math"
	"slices"
	"testing"

	"gonum.org/v1/gonum/optimize"

	"regret/problems/dataset"
	"regret/problems/domain"
	"regret/problems/linear"
)

// On three more sets, defined as in optima.json with lambda = 1/n, the minimum
// agrees with that of gonum's quasi-Newton method, which knows nothing of the
// solvers and certificates here.
func TestAgainstQuasiNewton(t *testing.T) {
	digits, err := dataset.Embedded{Name: "digits"}.Load(dataset.TwoClass)
	if err != nil {
		t.Fatal(err)
	}
	rows := linear.Densify(digits.Rows)
	for i := range rows.Data {
		rows.Data[i] /= 16
	}
	softmax := &linear.Softmax{Rows: rows, Class: make([]int, rows.N), K: 10, Ridge: 1 / float64(rows.N)}
	for i, y := range digits.Y {
		softmax.Class[i] = int(y)
	}
	for name, m := range map[string]Smooth{
		"spambase":  &rowSum{Model: load(t, "spambase", dataset.Standardize, linear.Logistic{})},
		"mushrooms": &rowSum{Model: load(t, "mushrooms", dataset.Standardize, linear.Logistic{})},
		"digits":    softmax,
	} {
		t.Run(name, func(t *testing.T) {
			var mine Certificate
			var err error
			if sum, ok := m.(*rowSum); ok {
				sum.Ridge = 1 / float64(sum.Len())
				mine = minimize(t, sum.Model, domain.WholeSpace{})
				byRows := large(t, sum.Model, domain.WholeSpace{})
				if math.Abs(byRows.Value-mine.Value) > 1e-12*mine.Value {
					t.Errorf("F* = %.17g, by rows %.17g", mine.Value, byRows.Value)
				}
			} else if mine, err = MinimizeSmooth(context.Background(), m, domain.WholeSpace{}, softmax.Ridge); err != nil {
				t.Fatal(err)
			}
			other := quasiNewton(t, m)
			t.Logf("F* = %.17g, gap %.2g; quasi-Newton %.17g", mine.Value, mine.Gap, other)
			if !mine.Met() || math.Abs(mine.Value-other) > 1e-10*other {
				t.Errorf("F* = %.17g (relative gap %.2g), quasi-Newton finds %.17g", mine.Value, mine.Relative(), other)
			}
		})
	}
}

func quasiNewton(t *testing.T, m Smooth) float64 {
	t.Helper()
	problem := optimize.Problem{
		Func: m.Value,
		Grad: func(grad, x []float64) { m.FullSubgradient(grad, slices.Clone(x)) },
	}
	settings := &optimize.Settings{GradientThreshold: 1e-11, Converger: optimize.NeverTerminate{}, MajorIterations: 3000}
	// Near rounding the line search fails, with the best point at hand.
	result, err := optimize.Minimize(problem, make([]float64, m.Dim()), settings, &optimize.LBFGS{Store: 30})
	if result == nil {
		t.Fatal(err)
	}
	return result.F
}

// The mushrooms are separable: without ridge there is no minimizer.
func TestMushroomsAreSeparable(t *testing.T) {
	m := load(t, "mushrooms", dataset.Standardize, linear.Logistic{})
	if c, err := Minimize(context.Background(), m, domain.WholeSpace{}); err != ErrSeparable {
		t.Errorf("%v, %v", c.Value, err)
	}
	if err := newJudge(context.Background(), m, domain.WholeSpace{}).minimizeLarge(); err != ErrSeparable {
		t.Errorf("by rows: %v", err)
	}
}
