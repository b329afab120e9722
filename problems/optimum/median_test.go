package optimum

import (
	"context"
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"regret/problems/domain"
	"regret/problems/linear"
)

func randomPoints(n, d int) *linear.MeanDistance {
	r := rand.New(rand.NewPCG(uint64(n), uint64(d)))
	points := &linear.Dense{N: n, D: d, Data: make([]float64, n*d)}
	for i := range points.Data {
		points.Data[i] = 0.3 + r.NormFloat64()
	}
	return &linear.MeanDistance{Points: points}
}

func medianOf(t *testing.T, m *linear.MeanDistance, set domain.Set) (c Certificate, relative float64) {
	t.Helper()
	c, err := (*Store)(nil).MinimizeMeanDistance(context.Background(), m, set)
	if err != nil {
		t.Fatal(err)
	}
	if !set.Contains(c.Theta, 0) || c.Value != m.Value(c.Theta) {
		t.Errorf("Value %v, F(Theta) = %v, Theta %v", c.Value, m.Value(c.Theta), c.Theta)
	}
	origin := make([]float64, m.Dim())
	set.Project(origin)
	return c, c.Gap / max(math.Abs(c.Value), m.Value(origin)-c.Value)
}

func eachMedian(t *testing.T, f func(t *testing.T, m *linear.MeanDistance, set domain.Set)) {
	for _, size := range [][2]int{{1, 1}, {1, 3}, {2, 3}, {3, 2}, {4, 1}, {5, 1}, {6, 9}, {200, 1}, {201, 1}, {300, 8}} {
		for _, set := range maximumSets {
			t.Run(fmt.Sprintf("%dx%d/%v", size[0], size[1], set), func(t *testing.T) {
				f(t, randomPoints(size[0], size[1]), set)
			})
		}
	}
}

func TestMedianReachesTheTarget(t *testing.T) {
	eachMedian(t, func(t *testing.T, m *linear.MeanDistance, set domain.Set) {
		c, gap := medianOf(t, m, set)
		t.Logf("F* = %.12g, relative gap %.2g", c.Value, gap)
		if gap > 1e-9 {
			t.Errorf("relative gap %.2g", gap)
		}
	})
}

// Weiszfeld's iteration, theta the mean of the points weighted by 1/distance, is a
// descent method for F; its limit is the minimum where it meets no point.
func TestMedianAgainstWeiszfeld(t *testing.T) {
	m := randomPoints(300, 8)
	theta, r := make([]float64, 8), make([]float64, 8)
	for range 3000 {
		next, weight := make([]float64, 8), 0.0
		for i := range m.Points.N {
			away := m.Subgradient(r, theta, i)
			addScaled(next, 1/away, m.Points.Row(i))
			weight += 1 / away
		}
		for j := range next {
			theta[j] = next[j] / weight
		}
	}
	c, _ := medianOf(t, m, domain.WholeSpace{})
	agree(t, c, m.Value(theta), 1e-14)
}

// A median on the line, Fermat's point of a triangle, points on a line in space,
// repeated points, and one point that outweighs the others.
func TestMedianByHand(t *testing.T) {
	h := math.Sqrt(3) / 2
	for name, c := range map[string]struct {
		d      int
		points []float64
		F      float64
	}{
		"line":      {1, []float64{5, 1, 2, 9, 2.5}, (2.5 + 1.5 + 0.5 + 6.5) / 5},
		"triangle":  {2, []float64{0, 0, 1, 0, 0.5, h}, 1 / math.Sqrt(3)},
		"collinear": {3, []float64{0, 0, 0, 1, 1, 1, 2, 2, 2, 3, 3, 3, 7, 7, 7}, math.Sqrt(3) * (2 + 1 + 1 + 5) / 5},
		"repeated":  {2, []float64{1, 2, 1, 2, 1, 2, 4, 6}, 5.0 / 4},
		"all equal": {2, []float64{1, 2, 1, 2}, 0},
		"at 0":      {2, []float64{0, 0, 0, 0}, 0},
	} {
		t.Run(name, func(t *testing.T) {
			m := &linear.MeanDistance{Points: &linear.Dense{N: len(c.points) / c.d, D: c.d, Data: c.points}}
			best, err := (*Store)(nil).MinimizeMeanDistance(context.Background(), m, domain.WholeSpace{})
			if err != nil {
				t.Fatal(err)
			}
			if math.Abs(best.Value-c.F) > 1e-9 || best.Gap > 1e-9 {
				t.Errorf("F* = %.17g, gap %g; want %.17g", best.Value, best.Gap, c.F)
			}
		})
	}
}

// A certificate must not be fooled by a wrong point or wrong dual vectors.
func TestMedianPlantedErrorsGetLargeGaps(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	eachMedian(t, func(t *testing.T, m *linear.MeanDistance, set domain.Set) {
		best, _ := medianOf(t, m, set)
		for range 20 {
			wrong := slices.Clone(best.Theta)
			for j := range wrong {
				wrong[j] += 0.1 * r.NormFloat64()
			}
			set.Project(wrong)
			dual := &linear.Dense{N: m.Points.N, D: m.Points.D, Data: make([]float64, len(m.Points.Data))}
			for i := range dual.Data {
				dual.Data[i] = 3 * r.NormFloat64()
			}
			if gap := medianGap(m, set, wrong, dual); !(gap >= m.Value(wrong)-best.Value) {
				t.Errorf("gap %g at a point with the excess %g", gap, m.Value(wrong)-best.Value)
			}
			if m.Points.N > 5 && set.Diameter(m.Dim()) > 0 {
				if gap := medianGap(m, set, best.Theta, dual); !(gap > 1e-2) {
					t.Errorf("wrong dual vectors: gap %g", gap)
				}
			}
		}
	})
}
