package optimum

import (
	"context"
	"errors"
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"gonum.org/v1/gonum/mat"
	"gonum.org/v1/gonum/optimize/convex/lp"

	"regret/problems/domain"
	"regret/problems/linear"
)

var maximumSets = []domain.Set{
	domain.WholeSpace{}, domain.Ball{Radius: 0.3}, domain.Ball{Radius: 100},
	domain.Box{Lo: -0.1, Hi: 0.2}, domain.Box{Lo: -50, Hi: 50}, domain.Simplex{},
}

// randomMaximum has centred normal rows, so that it is bounded below.
func randomMaximum(n, d int, absolute bool, ridge float64) *linear.Maximum {
	r := rand.New(rand.NewPCG(uint64(n), uint64(d)))
	rows := &linear.Dense{N: n, D: d, Data: make([]float64, n*d)}
	for j := range d {
		var mean float64
		for i := range n {
			rows.Row(i)[j] = r.NormFloat64()
			mean += rows.Row(i)[j] / float64(n)
		}
		for i := range n {
			rows.Row(i)[j] -= mean
		}
	}
	offsets := make([]float64, n)
	for i := range offsets {
		offsets[i] = rows.Row(i)[0] + 0.3*r.NormFloat64()
	}
	return &linear.Maximum{Rows: rows, Offsets: offsets, Absolute: absolute, Ridge: ridge}
}

func eachMaximum(t *testing.T, n, d int, f func(t *testing.T, m *linear.Maximum, set domain.Set)) {
	for _, absolute := range []bool{false, true} {
		for _, set := range maximumSets {
			for _, ridge := range []float64{0, 0.1} {
				t.Run(fmt.Sprintf("%dx%d/%t/%v/%g", n, d, absolute, set, ridge), func(t *testing.T) {
					f(t, randomMaximum(n, d, absolute, ridge), set)
				})
			}
		}
	}
}

func minimumOf(t *testing.T, m *linear.Maximum, set domain.Set) (c Certificate, relative float64) {
	t.Helper()
	c, err := (*Store)(nil).MinimizeMaximum(context.Background(), m, set)
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

func TestMaximumReachesTheTarget(t *testing.T) {
	for _, size := range [][2]int{{7, 1}, {60, 4}, {8, 12}, {400, 30}} {
		eachMaximum(t, size[0], size[1], func(t *testing.T, m *linear.Maximum, set domain.Set) {
			c, gap := minimumOf(t, m, set)
			t.Logf("F* = %.12g, relative gap %.2g", c.Value, gap)
			if gap > 1e-9 {
				t.Errorf("relative gap %.2g", gap)
			}
		})
	}
}

// The dual is a linear program in standard form, for gonum's simplex method:
// maximize sum_i p_i b_i + min {<A'p, x> : x in the set} over weights p.
func TestMaximumAgainstSimplexMethod(t *testing.T) {
	eachMaximum(t, 25, 4, func(t *testing.T, m *linear.Maximum, set domain.Set) {
		if _, round := set.(domain.Ball); round || m.Ridge > 0 {
			return // no linear program
		}
		c, _ := minimumOf(t, m, set)
		agree(t, c, linearProgram(t, m, set), 1e-11)
	})
}

// linearProgram has the unknowns p, then, in A'p = more, what a box or the simplex adds.
func linearProgram(t *testing.T, m *linear.Maximum, set domain.Set) float64 {
	t.Helper()
	p, d := newPieces(m), m.Dim()
	n := p.rows.N
	extra := 2*d + 2
	table := mat.NewDense(d+1, n+extra, nil)
	cost := make([]float64, n+extra) // of the minimization
	for i, b := range p.offsets {
		cost[i] = -b
		table.Set(d, i, 1)
		for j, a := range p.rows.Row(i) {
			table.Set(j, i, a)
		}
	}
	for j := range d {
		up, down := n+j, n+d+j
		switch s := set.(type) {
		case domain.Box: // A'p = up - down, of which the least is lo up - hi down
			table.Set(j, up, -1)
			table.Set(j, down, 1)
			cost[up], cost[down] = -s.Lo, s.Hi
		case domain.Simplex: // A'p = up + level, level free
			table.Set(j, up, -1)
			table.Set(j, n+2*d, -1)
			table.Set(j, n+2*d+1, 1)
		}
	}
	used := n
	switch set.(type) {
	case domain.Box:
		used = n + 2*d
	case domain.Simplex:
		cost[n+2*d], cost[n+2*d+1] = -1, 1
		used = n + extra
	}
	right := make([]float64, d+1)
	right[d] = 1
	compact, costs := withoutZeroColumns(table.Slice(0, d+1, 0, used), cost)
	value, _, err := lp.Simplex(costs, compact, right, 0, nil)
	if err != nil {
		t.Fatal(err)
	}
	return -value
}

func withoutZeroColumns(a mat.Matrix, cost []float64) (*mat.Dense, []float64) {
	rows, columns := a.Dims()
	var kept []int
	for k := range columns {
		if slices.ContainsFunc(mat.Col(nil, k, a), func(v float64) bool { return v != 0 }) {
			kept = append(kept, k)
		}
	}
	out, costs := mat.NewDense(rows, len(kept), nil), make([]float64, len(kept))
	for to, from := range kept {
		out.SetCol(to, mat.Col(nil, from, a))
		costs[to] = cost[from]
	}
	return out, costs
}

// On a ball the minimum is that of F + (lambda/2)|theta|^2 on the whole space, for
// the lambda with which the minimizer lies on the sphere.
func TestMaximumOnABallAgainstRidge(t *testing.T) {
	for _, absolute := range []bool{false, true} {
		m := randomMaximum(40, 5, absolute, 0)
		ball := domain.Ball{Radius: 0.3}
		c, _ := minimumOf(t, m, ball)
		lo, hi := 0.0, 100.0
		other := math.Inf(1)
		for range 50 {
			ridge := *m
			ridge.Ridge = (lo + hi) / 2
			r, _ := minimumOf(t, &ridge, domain.WholeSpace{})
			if norm := math.Sqrt(linear.Dot(r.Theta, r.Theta)); norm > ball.Radius {
				lo = ridge.Ridge
			} else {
				hi = ridge.Ridge
				other = min(other, m.Value(r.Theta))
			}
		}
		agree(t, c, other, 1e-10)
	}
}

// A certificate must not be fooled: at a wrong point the gap is at least the
// excess, and with wrong weights it is large.
func TestMaximumPlantedErrorsGetLargeGaps(t *testing.T) {
	eachMaximum(t, 60, 4, func(t *testing.T, m *linear.Maximum, set domain.Set) {
		best, _ := minimumOf(t, m, set)
		s := &summit{judge: judge{set: set}, f: m, pieces: newPieces(m)}
		e, _, err := s.program()
		if err != nil {
			t.Fatal(err)
		}
		p := s.pieces
		gap := func(theta, weights []float64) float64 { return p.gap(set, theta, weights) }
		if s.basis != nil {
			gap = func(theta, weights []float64) float64 {
				gap, _ := s.basis.wholeGap(p, theta, weights, m.Value(theta))
				return gap
			}
		}
		var good []float64 // with them the gap is the excess itself, by strong duality
		e.solver().run(func(p *solver) bool {
			good = e.weights(p)
			return gap(best.Theta, good) < 1e-9
		})
		r := rand.New(rand.NewPCG(3, 3))
		for range 20 {
			wrong := slices.Clone(best.Theta)
			for j := range wrong {
				wrong[j] += 0.1 * r.NormFloat64()
			}
			set.Project(wrong)
			excess := m.Value(wrong) - best.Value
			weights := make([]float64, p.rows.N)
			for i := range weights {
				weights[i] = r.ExpFloat64()
			}
			normalize(weights)
			for name, weights := range map[string][]float64{"good": good, "wrong": weights} {
				if g := gap(wrong, weights); !(g >= excess) {
					t.Errorf("wrong theta and %s weights: gap %g, excess %g", name, g, excess)
				}
			}
			if g := gap(best.Theta, weights); !(g > 1e-2) {
				t.Errorf("wrong weights: gap %g", g)
			}
		}
	})
}

func TestMaximumErrors(t *testing.T) {
	down := &linear.Maximum{Rows: &linear.Dense{N: 3, D: 2, Data: []float64{1, 1, 2, -1, 1, 0}}, Offsets: []float64{0, 5, -3}}
	cancelled, cancel := context.WithCancel(context.Background())
	cancel()
	flat := &linear.Maximum{Rows: &linear.Dense{N: 2, D: 2, Data: make([]float64, 4)}, Offsets: []float64{1, 2}}
	for _, c := range []struct {
		ctx  context.Context
		m    *linear.Maximum
		want error
	}{
		{context.Background(), down, ErrUnbounded},
		{cancelled, randomMaximum(9, 2, true, 0), context.Canceled},
		{context.Background(), flat, nil},
	} {
		_, err := (*Store)(nil).MinimizeMaximum(c.ctx, c.m, domain.WholeSpace{})
		if err == nil || c.want != nil && !errors.Is(err, c.want) {
			t.Errorf("error %v, want %v", err, c.want)
		}
	}
	for _, set := range maximumSets[1:] { // bounded sets have a minimizer always
		minimumOf(t, down, set)
		minimumOf(t, flat, set)
	}
}

// Scale and offset of the data do not matter, and interpolation, F* = 0, is found.
func TestMaximumOfOtherScales(t *testing.T) {
	for _, scale := range []float64{1e-8, 1e8} {
		for _, set := range maximumSets {
			m := randomMaximum(50, 3, true, 0)
			for i := range m.Offsets {
				m.Offsets[i] *= scale
			}
			for i := range m.Rows.(*linear.Dense).Data {
				m.Rows.(*linear.Dense).Data[i] *= scale
			}
			if _, gap := minimumOf(t, m, set); gap > 1e-9 {
				t.Errorf("%v times %g: relative gap %g", set, scale, gap)
			}
		}
	}
	m := randomMaximum(20, 4, true, 0)
	for i := range m.Offsets {
		m.Offsets[i] = m.Rows.Dot(i, []float64{0.1, 0.2, 0.3, 0.4})
	}
	for _, set := range []domain.Set{domain.WholeSpace{}, domain.Ball{Radius: 1}, domain.Box{Lo: -0.4, Hi: 0}} {
		if c, gap := minimumOf(t, m, set); c.Value > 1e-9 || gap > 1e-9 {
			t.Errorf("interpolation: F* = %g, relative gap %g", c.Value, gap)
		}
	}
}

// What is stored is found again under the same problem, and only there.
func TestMaximumIsRemembered(t *testing.T) {
	store := &Store{Folder: t.TempDir()}
	m := randomMaximum(20, 3, true, 0)
	first, err := store.MinimizeMaximum(context.Background(), m, domain.Simplex{})
	if err != nil {
		t.Fatal(err)
	}
	cancelled, cancel := context.WithCancel(context.Background())
	cancel() // a search would fail
	again, err := store.MinimizeMaximum(cancelled, m, domain.Simplex{})
	if err != nil || again.Value != first.Value || again.Gap != first.Gap {
		t.Errorf("found %+v (error %v), stored %+v", again, err, first)
	}
	other := *m
	other.Absolute = false
	if _, err := store.MinimizeMaximum(cancelled, &other, domain.Simplex{}); err == nil {
		t.Error("another problem was found")
	}
}
